import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { completeLine } from '../../src/terminal/complete.ts';
import { smallDesk } from './small-desk.ts';

const complete = (line: string) => completeLine(smallDesk(), commands, line);

describe('Tab', () => {
  it('completes a command after a slash', () => {
    expect(complete('/wh')[0]).toEqual(['/when ', '/where ', '/who ', '/why ', '/what ', '/which ']);
    expect(complete('/q')[0]).toEqual(['/quit']);
    expect(complete('/time')).toEqual([['/timeline '], '/time']);
  });

  it('completes a name at the end of the line', () => {
    expect(complete('when did she visit Por')).toEqual([['Port Osk', 'Port Ansel'], 'Por']);
    expect(complete('when did she visit port a')).toEqual([['Port Ansel'], 'port a']);
  });

  it('completes a whole question, also after a command', () => {
    expect(complete('when did')).toEqual([['when did she visit Port Osk', 'when did she visit Velmark'], 'when did']);
    expect(complete('/when did')[0]).toEqual(['/when did she visit Port Osk', '/when did she visit Velmark']);
    expect(complete('/ask who')).toEqual([['who came to Lurania'], 'who']);
  });

  it('completes the options of a command and their values', () => {
    expect(complete('/visits ')[0]).toEqual(['person: ', 'place: ', 'year: ', 'kind: ']);
    expect(complete('/visits place: Velmark y')).toEqual([['year: '], 'y']);
    expect(complete('/visits place: Port A')).toEqual([[' Port Ansel '], ' Port A']);
  });

  it('offers nothing where nothing fits', () => {
    expect(complete('xyzzy')[0]).toEqual([]);
    expect(complete('/nonsense wor')[0]).toEqual([]);
    expect(complete('')[0].length).toBeGreaterThan(0);
  });
});
