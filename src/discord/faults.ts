import { randomBytes } from 'node:crypto';
import { type Awaitable, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';

/** Discord's answers that are part of life: logged as warnings, and nobody is told. */
const EXPECTED: Readonly<Partial<Record<number, string>>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: 'answered too late: the interaction was over after three seconds',
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]:
    'already acknowledged: does a second instance run with the same token?',
  [RESTJSONErrorCodes.UnknownMessage]: 'the message is gone',
  [RESTJSONErrorCodes.UnknownChannel]: 'the channel is gone',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'the person takes no direct messages',
  [RESTJSONErrorCodes.MissingAccess]: 'no access to the channel',
  [RESTJSONErrorCodes.MissingPermissions]:
    'not allowed to write here: check the permissions of the bot in this channel',
};

/**
 * Does the work; what goes wrong is logged and told, never thrown. `tell` gets the id under which the log holds the
 * error, so that the asker can name it; it is not called for what Discord's own state explains.
 */
export async function guarded(
  logger: Logger,
  what: string,
  work: () => Promise<unknown>,
  tell: (id: string) => Awaitable<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const expected = error instanceof DiscordAPIError ? EXPECTED[Number(error.code)] : undefined;
    if (expected !== undefined) {
      logger.warn({ what, code: (error as DiscordAPIError).code }, expected);
      return;
    }
    const errorId = randomBytes(4).toString('hex');
    logger.error({ what, errorId, err: error }, 'failed');
    try {
      await tell(errorId);
    } catch (second) {
      logger.warn({ what, errorId, err: second }, 'could not tell the asker either');
    }
  }
}
