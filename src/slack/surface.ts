import type { BlockAction, ButtonAction, RespondFn, types } from '@slack/bolt';
import type { Answer } from '../answer/answer.ts';
import type { SlackMessage } from './blocks.ts';
import type { Bot } from './bot.ts';
import { isDirect, type Place, placeConversation, privateConversation } from './conversation.ts';
import { post, respondWith, whisper } from './deliver.ts';
import { escapeWithin } from './escape.ts';
import { LIMITS } from './limits.ts';
import { type RenderOptions, renderAnswer } from './render.ts';
import { unhurried } from './unhurried.ts';

/** Where a button stood, and so how what it brings is shown: a message of any kind, the Home tab, or a dialog. */
export type Surface = {
  conversation: string;
  /** Shows another answer, below the one that was pressed or in place of it, as the surface allows. */
  answer(answer: Answer): Promise<void>;
  /** Shows another page of the answer that was pressed, in its place. */
  turn(answer: Answer, options: RenderOptions): Promise<void>;
  /** Shows something to the person who pressed, alone. */
  tell(message: SlackMessage): Promise<void>;
  /** Shows something in place of what was pressed. */
  swap(message: SlackMessage): Promise<void>;
  /** Posts the answer where everybody in the channel sees it. */
  share(answer: Answer): Promise<void>;
};

/** Whoever pressed a button. `name` is for reading only and never a mention. */
export type Presser = { id: string; name: string };

/** The surface of a pressed button. `respond` is left out by Slack on the Home tab and in dialogs. */
export function surfaceOf(bot: Bot, body: BlockAction<ButtonAction>, presser: Presser, respond?: RespondFn): Surface {
  const team = body.team?.id ?? body.user.team_id ?? '';
  const channel = body.channel?.id;
  if (body.view || channel === undefined) return viewSurface(bot, body, team, presser);
  const place: Place = { team, channel, thread: threadOf(body) };
  return body.container.is_ephemeral === true
    ? privateSurface(place, presser, respond)
    : openSurface(bot, place, presser, respond);
}

// A message that the whole channel, or the other side of a direct message, sees.
function openSurface(bot: Bot, place: Place, presser: Presser, respond?: RespondFn): Surface {
  const by = isDirect(place.channel) ? undefined : presser.name;
  const inThread = place.thread === undefined ? {} : { thread_ts: place.thread };
  return {
    conversation: placeConversation(place),
    answer: (answer) => post(bot, place, renderAnswer(answer, { by })),
    turn: (answer, options) =>
      respondWith(known(respond), { ...renderAnswer(answer, options), replace_original: true }),
    swap: (message) => respondWith(known(respond), { ...message, replace_original: true }),
    tell: (message) =>
      respond === undefined
        ? whisper(bot, place, presser.id, message)
        : respondWith(respond, { ...message, ...inThread, response_type: 'ephemeral', replace_original: false }),
    share: (answer) => post(bot, place, renderAnswer(answer, { by: presser.name })),
  };
}

// An answer to a slash command: only the asker sees it.
function privateSurface(place: Place, presser: Presser, respond?: RespondFn): Surface {
  const show = (message: SlackMessage, replace: boolean) =>
    respondWith(known(respond), { ...message, response_type: 'ephemeral', replace_original: replace });
  return {
    conversation: privateConversation(place.team, place.channel, presser.id),
    answer: (answer) => show(renderAnswer(answer, { by: 'You', share: true }), false),
    turn: (answer, options) => show(renderAnswer(answer, { ...options, by: 'You', share: true }), true),
    tell: (message) => show(message, false),
    swap: (message) => show(message, true),
    // Through the response_url the bot need not be a member of the channel.
    share: (answer) =>
      respondWith(known(respond), {
        ...renderAnswer(answer, { by: presser.name }),
        response_type: 'in_channel',
        replace_original: false,
      }),
  };
}

// The Home tab opens a dialog; within the dialog answers take each other's place and notes lie on top.
function viewSurface(bot: Bot, body: BlockAction<ButtonAction>, team: string, presser: Presser): Surface {
  const dialog = body.view?.type === 'modal' ? body.view.id : undefined;
  const trigger_id = body.trigger_id;
  const show = async (message: SlackMessage) => {
    const view = modal(message);
    if (dialog === undefined) await unhurried(() => bot.client.views.open({ trigger_id, view }));
    else await unhurried(() => bot.client.views.update({ view_id: dialog, view }));
  };
  return {
    conversation: privateConversation(team, 'home', presser.id),
    answer: (answer) => show(renderAnswer(answer, { by: 'You' })),
    turn: (answer, options) => show(renderAnswer(answer, options)),
    swap: show,
    tell: async (message) => {
      const view = modal(message);
      if (dialog === undefined) await unhurried(() => bot.client.views.open({ trigger_id, view }));
      else await unhurried(() => bot.client.views.push({ trigger_id, view }));
    },
    share: async () => {
      throw new Error('an answer in a dialog belongs to no channel');
    },
  };
}

function modal({ blocks }: SlackMessage): types.ModalView {
  const plain = (text: string): types.PlainTextElement => ({
    type: 'plain_text',
    text: escapeWithin(text, LIMITS.viewTitle),
    emoji: false,
  });
  return { type: 'modal', title: plain('Attaché'), close: plain('Close'), blocks };
}

function threadOf({ container, message }: BlockAction<ButtonAction>): string | undefined {
  const thread: unknown = container.thread_ts ?? message?.thread_ts;
  return typeof thread === 'string' ? thread : undefined;
}

function known(respond: RespondFn | undefined): RespondFn {
  if (respond === undefined) throw new Error('Slack gave no response_url for a button in a message');
  return respond;
}
