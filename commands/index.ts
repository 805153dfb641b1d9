import arms from './arms.ts';
import ask from './ask.ts';
import { checkCommands } from './check.ts';
import type { Command } from './command.ts';
import compare from './compare.ts';
import did from './did.ts';
import help from './help.ts';
import how from './how.ts';
import sources from './sources.ts';
import timeline from './timeline.ts';
import visits from './visits.ts';
import what from './what.ts';
import when from './when.ts';
import where from './where.ts';
import which from './which.ts';
import who from './who.ts';
import why from './why.ts';

/** Every command, in the order in which help and registration list them. Checked when this file is loaded. */
export const commands: readonly Command[] = checkCommands([
  when,
  where,
  who,
  why,
  what,
  how,
  did,
  which,
  visits,
  arms,
  timeline,
  compare,
  sources,
  ask,
  help,
]);
