import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/answer/answer.ts';
import { observeWith } from '../../src/service/observe.ts';
import type { Unanswered } from '../../src/service/unanswered.ts';
import { refusalOf, smallDesk } from '../terminal/small-desk.ts';

function watched(desk = smallDesk(), logQuestions = false) {
  const lines: string[] = [];
  const counted: { platform: string; status: Status; seconds: number }[] = [];
  const refused: Unanswered[] = [];
  const observe = observeWith({
    logger: pino({}, { write: (line: string) => lines.push(line) }),
    metrics: { asked: (platform, status, seconds) => counted.push({ platform, status, seconds }) },
    unanswered: { add: (entry) => refused.push(entry) },
    logQuestions,
    now: () => Date.parse('1971-05-03T12:00:00Z'),
  });
  return { desk, observed: observe(() => desk, 'slack'), lines, counted, refused };
}

describe('a desk that is watched', () => {
  it('answers as the desk does, and each question is counted and timed', () => {
    const { desk, observed, counted } = watched();
    const options = { conversation: 'slack:C1:U1', now: '1971-05-04' };
    expect(observed().ask('when in Port Osk', options)).toEqual(smallDesk().ask('when in Port Osk'));
    observed().replay(['when in Port Osk', 'and elsewhere'], options);
    expect(desk.asked.map(({ options: given }) => given)).toEqual([options, options]);
    expect(counted.map(({ platform, status }) => `${platform} ${status}`)).toEqual([
      'slack answered',
      'slack not-on-record',
    ]);
    for (const { seconds } of counted) expect(seconds).toBeGreaterThanOrEqual(0);
    expect(observed().complete('when', 3)).toEqual(desk.complete('when', 3));
  });

  it('is the one in use at the time', () => {
    let current = smallDesk();
    const observe = observeWith({
      logger: pino({ level: 'silent' }),
      metrics: { asked: () => {} },
      logQuestions: false,
    });
    const observed = observe(() => current, 'slack');
    const first = observed();
    expect(observed()).toBe(first);
    const before = current;
    current = smallDesk();
    observed().ask('after');
    first.ask('under way');
    expect(before.asked.map(({ question }) => question)).toEqual(['under way']);
    expect(current.asked.map(({ question }) => question)).toEqual(['after']);
  });

  it('logs neither what was asked nor by whom, unless it may', () => {
    const secret = watched();
    secret.observed().ask('where is U0777', { conversation: 'slack:C1:U0777' });
    expect(secret.lines.join('')).not.toContain('U0777');
    expect(JSON.parse(secret.lines[0] ?? '')).toMatchObject({ adapter: 'slack', status: 'not-on-record' });
    const open = watched(smallDesk(), true);
    open.observed().ask('where is she', { conversation: 'slack:C1:U0777' });
    expect(JSON.parse(open.lines[0] ?? '')).toMatchObject({ question: 'where is she', conversation: 'slack:C1:U0777' });
  });

  it('takes down what was refused, with how it was read and without who asked', () => {
    const trail = ['when did <@U0777> go', 'and in 1972?'];
    const answer = refusalOf({ trail, question: 'and in 1972?', reading: ['Read “<@!42>” as nobody.'] });
    const { observed, refused } = watched({ ...smallDesk(), ask: () => answer });
    observed().ask('and in 1972?', { conversation: 'slack:C1:U0777', now: '1971-06-01' });
    observed().ask('and in 1972?', { conversation: 'slack:C1:U0777' });
    expect(refused[0]).toEqual({
      day: '1971-06-01',
      platform: 'slack',
      status: 'not-on-record',
      q: 'and in 1972?',
      after: ['when did <@…> go'],
      reading: ['Read “<@…>” as nobody.'],
    });
    expect(refused[1]?.day).toBe('1971-05-03');
  });

  it('takes nothing down that was answered, and nothing that nobody asked', () => {
    const { observed, refused, counted } = watched();
    observed().ask('when in Velmark');
    observed().ask('nonsense', { unasked: true });
    observed().replay(['nonsense'], { unasked: true });
    expect(refused).toEqual([]);
    expect(counted).toHaveLength(1);
  });

  it('passes on what the desk throws, and the log has it', () => {
    const ask = () => {
      throw new Error('an answer without a source');
    };
    const { observed, lines, counted } = watched({ ...smallDesk(), ask });
    expect(() => observed().ask('when')).toThrow('an answer without a source');
    expect(lines.join('')).toContain('an answer without a source');
    expect(counted).toEqual([]);
  });
});
