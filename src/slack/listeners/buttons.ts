import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import { type Bot, guarded } from '../bot.ts';
import { ACTIONS, questionOf, type Standing, standingOf, UNKNOWN_ACTION } from '../buttons.ts';
import { described } from '../faults.ts';
import { outdatedNote, patienceNote, readingNote, sourcesNote } from '../notes.ts';
import { type Surface, surfaceOf } from '../surface.ts';

/** The buttons under answers, on the Home tab and in dialogs. */

type Pressed = {
  bot: Bot;
  user: string;
  value: string | undefined;
  surface: Surface;
  /** The message or view in which the button stands. */
  under: string;
};

/** Registers the listeners for every button that this version writes. */
export function registerButtons(app: App, bot: Bot): void {
  const on = (id: RegExp, what: string, work: (pressed: Pressed) => Promise<void>) => {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: id }, async (args) => {
      // A lost acknowledgement only leaves a warning sign at the button; what was asked for can still be done.
      await args
        .ack()
        .catch((error: unknown) => bot.logger.warn(described(error), 'a button could not be acknowledged'));
      const { body, action, respond } = args;
      if (!bot.once(`press:${body.user.id}:${action.action_id}:${action.action_ts}`)) return;
      const presser = { id: body.user.id, name: body.user.name ?? body.user.username ?? 'Somebody' };
      const surface = surfaceOf(bot, body, presser, respond);
      const under = String(body.container.message_ts ?? body.container.view_id ?? '');
      const pressed = { bot, user: presser.id, value: action.value, surface, under };
      await guarded(bot, what, () => work(pressed), surface.tell);
    });
  };
  on(ACTIONS.ask, 'ask', ask);
  on(ACTIONS.page, 'page', (pressed) =>
    withAnswer(pressed, (answer, { page, by }) => pressed.surface.turn(answer, { page, by })),
  );
  on(ACTIONS.sources, 'sources', (pressed) =>
    withAnswer(pressed, (answer) => pressed.surface.tell(sourcesNote(answer))),
  );
  on(ACTIONS.moreSources, 'sources', (pressed) =>
    withAnswer(pressed, (answer, { page }) => pressed.surface.swap(sourcesNote(answer, page))),
  );
  on(ACTIONS.reading, 'reading', (pressed) =>
    withAnswer(pressed, (answer) => pressed.surface.tell(readingNote(answer))),
  );
  on(ACTIONS.share, 'share', share);
  on(UNKNOWN_ACTION, 'an unknown button', ({ surface }) => surface.tell(outdatedNote()));
}

async function ask({ bot, user, value, surface }: Pressed): Promise<void> {
  const question = questionOf(value);
  if (question === null) return surface.tell(outdatedNote());
  const { wait } = await bot.throttle.answer(user);
  if (wait > 0) return surface.tell(patienceNote(wait));
  return surface.answer(bot.desk().ask(question, { conversation: surface.conversation }));
}

// Pressed twice in a hurry, an answer is still shared once.
async function share(pressed: Pressed): Promise<void> {
  if (!pressed.bot.once(`share:${pressed.user}:${pressed.under}:${pressed.value}`)) return;
  await withAnswer(pressed, (answer) => pressed.surface.share(answer));
}

// The answer is asked anew from what the button holds: nothing about it was kept in memory.
async function withAnswer(
  { bot, user, value, surface }: Pressed,
  show: (answer: Answer, standing: Standing) => Promise<void>,
): Promise<void> {
  const standing = standingOf(value);
  if (standing === null) return surface.tell(outdatedNote());
  const { wait } = await bot.throttle.press(user);
  if (wait > 0) return surface.tell(patienceNote(wait));
  return show(bot.desk().replay(standing.trail, { unasked: true }), standing);
}
