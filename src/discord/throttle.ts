import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Presses that only turn a page or show sources cost little: this many times the answers are allowed. */
const PRESSES_PER_ANSWER = 4;
const SECONDS = 60;

/** `waitSeconds` is 0 when it is allowed; `first` is true for the first refusal within the window. */
type Allowance = { waitSeconds: number; first: boolean };

export type Throttle = {
  /** Counts one answer for this person. */
  answer(user: string): Promise<Allowance>;
  /** Counts one press that asks nothing new. */
  press(user: string): Promise<Allowance>;
};

/** Allows each person so many answers within a minute. Counts are kept in memory and forgotten with their minute. */
export function createThrottle(answersPerMinute: number): Throttle {
  const answers = new RateLimiterMemory({ points: answersPerMinute, duration: SECONDS, keyPrefix: 'answer' });
  const presses = new RateLimiterMemory({
    points: answersPerMinute * PRESSES_PER_ANSWER,
    duration: SECONDS,
    keyPrefix: 'press',
  });
  return { answer: (user) => consume(answers, user), press: (user) => consume(presses, user) };
}

async function consume(limiter: RateLimiterMemory, user: string): Promise<Allowance> {
  try {
    await limiter.consume(user);
    return { waitSeconds: 0, first: false };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const first = refusal.consumedPoints === limiter.points + 1;
    return { waitSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)), first };
  }
}
