import type { Context, Draft } from './draft.ts';

/** Asks back when a question leaves open what it is about; `null` when it does not. */
export function askBack(context: Context, isFollowUp: boolean): Draft | null {
  void context;
  void isFollowUp;
  return null;
}
