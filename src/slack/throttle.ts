import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one person may ask in a minute. Presses that ask nothing new cost less than answers. */
export type Throttle = {
  /** Counts an answer. */
  answer(user: string): Promise<Allowance>;
  /** Counts a press that turns a page or shows sources. */
  press(user: string): Promise<Allowance>;
};

/** Seconds to wait, 0 when it is allowed; `first` for the first refusal in a row, which is the one to speak of. */
type Allowance = { wait: number; first: boolean };

const PRESSES_PER_ANSWER = 4;

/** Counts in memory and forgets each count after a minute. */
export function throttle(answersPerMinute: number): Throttle {
  const counter = (points: number, keyPrefix: string) => {
    const limiter = new RateLimiterMemory({ points, duration: 60, keyPrefix });
    return async (user: string): Promise<Allowance> => {
      try {
        await limiter.consume(user);
        return { wait: 0, first: false };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return {
          wait: Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1),
          first: refusal.consumedPoints === points + 1,
        };
      }
    };
  };
  return {
    answer: counter(answersPerMinute, 'answer'),
    press: counter(answersPerMinute * PRESSES_PER_ANSWER, 'press'),
  };
}
