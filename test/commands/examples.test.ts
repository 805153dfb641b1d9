import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { typedRequest } from '../../commands/typed.ts';
import { openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';

describe.each(['seeds', 'test/records/second'])('on the record in %s', async (folder) => {
  const { record } = await loadRecord(folder);
  const desk = openDesk(record);
  const lines = commands.flatMap((command) =>
    command.examples(desk.about().names).map((example) => `/${command.name} ${example}`),
  );

  it.each(lines)('%s is answered', (line) => {
    const request = typedRequest(commands, line);
    const answer = 'ask' in request ? desk.ask(request.ask) : undefined;
    expect({ status: answer?.status, headline: answer?.headline.text }).toMatchObject({ status: 'answered' });
  });

  it('every question offered to a newcomer is answered', () => {
    const { questions } = desk.about();
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.filter((question) => desk.ask(question).status !== 'answered')).toEqual([]);
  });
});
