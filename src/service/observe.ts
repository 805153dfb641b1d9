import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.ts';
import type { AskOptions, Desk } from '../desk.ts';
import type { Metrics } from './metrics.ts';
import type { Unanswered, UnansweredLog } from './unanswered.ts';

export type Observers = {
  logger: Logger;
  metrics: Pick<Metrics, 'asked'>;
  /** Where refused questions are taken down; left out: nowhere. */
  unanswered?: Pick<UnansweredLog, 'add'>;
  /** Whether the log may hold what was asked and by whom. */
  logQuestions: boolean;
  /** The time, in milliseconds since 1970. */
  now?: () => number;
};

/** Wraps the desk that a platform asks. */
export type Observe = (desk: () => Desk, platform: string) => () => Desk;

/**
 * Gives what lets every question of a platform be measured and logged, and those refused be taken down. Answers pass
 * through as they are, and so does what a desk throws.
 */
export function observeWith(observers: Observers): Observe {
  return (desk, platform) => {
    const own = { ...observers, logger: observers.logger.child({ adapter: platform }) };
    let last: { bare: Desk; observed: Desk } | undefined;
    return () => {
      const bare = desk();
      if (last?.bare !== bare) last = { bare, observed: observed(bare, platform, own) };
      return last.observed;
    };
  };
}

function observed(desk: Desk, platform: string, observers: Observers): Desk {
  const watch = (options: AskOptions | undefined, ask: () => Answer): Answer => {
    if (options?.unasked === true) return ask();
    const before = performance.now();
    let answer: Answer;
    try {
      answer = ask();
    } catch (error) {
      observers.logger.error({ err: error }, 'a question could not be answered');
      throw error;
    }
    note(answer, options, performance.now() - before, platform, observers);
    return answer;
  };
  return {
    ...desk,
    ask: (question, options) => watch(options, () => desk.ask(question, options)),
    replay: (trail, options) => watch(options, () => desk.replay(trail, options)),
  };
}

function note(
  answer: Answer,
  options: AskOptions | undefined,
  milliseconds: number,
  platform: string,
  { logger, metrics, unanswered, logQuestions, now = Date.now }: Observers,
): void {
  const { status, reading, trail } = answer;
  metrics.asked(platform, status, milliseconds / 1000);
  const said = logQuestions ? { question: answer.question, conversation: options?.conversation, reading } : {};
  logger.info({ status, ms: Math.round(milliseconds * 1000) / 1000, ...said }, 'question');
  if (status === 'answered' || unanswered === undefined) return;
  const [q = '', ...before] = [...trail].reverse().map(withoutPeople);
  const entry: Unanswered = {
    day: options?.now ?? new Date(now()).toISOString().slice(0, 10),
    platform,
    status,
    q,
    ...(before.length > 0 ? { after: before.reverse() } : {}),
    reading: reading.map(withoutPeople),
  };
  unanswered.add(entry);
}

/** Mentions hold the ids of users: Discord's and Slack's `<@…>`. */
function withoutPeople(text: string): string {
  return text.replaceAll(/<@[^<>]*>/g, '<@…>');
}
