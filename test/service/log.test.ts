import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/service/log.ts';

function log(options: { readable?: boolean; secrets?: string[]; onError?: (platform: string) => void } = {}) {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  return { lines, logger: createLog({ level: 'info', readable: false, secrets: [], write, ...options }) };
}

describe('the log', () => {
  it('is one JSON object a line', () => {
    const { lines, logger } = log();
    logger.child({ adapter: 'slack' }).info({ status: 'answered', ms: 0.2 }, 'question');
    logger.debug('too fine');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      adapter: 'slack',
      status: 'answered',
      ms: 0.2,
      msg: 'question',
    });
  });

  it('is a sentence a line for whoever reads it in a terminal, which obeys nothing of it', () => {
    const { lines, logger } = log({ readable: true });
    logger.child({ adapter: 'slack' }).info({ question: 'a\u001b[2Jb', facts: [1] }, 'question\r\nasked');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info slack: question asked \(question a \[2Jb, facts \[1\]\)\n$/);
    logger.error({ err: new Error('broken') }, 'failed');
    expect(lines[1]).toMatch(/error failed\n {2}Error: broken\n {4,}at .+\n$/s);
  });

  it('never holds a secret, wherever it comes from', () => {
    for (const readable of [false, true]) {
      const { lines, logger } = log({ readable, secrets: ['xoxb-1-hush', ''] });
      logger.error(
        { err: new Error('xoxb-1-hush was refused'), config: { header: 'Bearer xoxb-1-hush' } },
        'xoxb-1-hush',
      );
      expect(lines.join('')).toContain('was refused');
      expect(lines.join('')).not.toContain('hush');
    }
  });

  it('tells of each error, by platform', () => {
    const failed: string[] = [];
    const { logger } = log({ onError: (platform) => failed.push(platform) });
    logger.error('one');
    logger.child({ adapter: 'discord' }).fatal('two');
    logger.warn('three');
    expect(failed).toEqual(['none', 'discord']);
  });
});
