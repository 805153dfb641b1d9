import type { App } from '@slack/bolt';
import type { About } from '../../desk.ts';
import { type Bot, guarded } from '../bot.ts';
import { slackCode } from '../faults.ts';
import { homeView } from '../home.ts';
import { prompts } from '../manifest.ts';
import { unhurried } from '../unhurried.ts';

/** What somebody sees who opens the app: its Home tab, or the questions that a conversation may begin with. */

/** Registers the listener for the app being opened. */
export function registerHome(app: App, bot: Bot): void {
  app.event('app_home_opened', async ({ event }) => {
    const about = bot.desk().about();
    await guarded(
      bot,
      'app_home_opened',
      async () => {
        if (event.tab === 'messages') await suggestPrompts(bot, event.channel, about);
        else await unhurried(() => bot.client.views.publish({ user_id: event.user, view: homeView(about) }));
      },
      // Nobody asked anything: the log is enough.
      async () => {},
    );
  });
}

// The manifest's own prompts stay where a workspace has no agent pane, so a refusal of Slack is no failure.
async function suggestPrompts(bot: Bot, channel: string, about: About): Promise<void> {
  try {
    const args = { channel_id: channel, title: 'Ask about the record', prompts: prompts(about) };
    await unhurried(() => bot.client.assistant.threads.setSuggestedPrompts(args));
  } catch (error) {
    const code = slackCode(error);
    if (code === null) throw error;
    bot.logger.info({ slack: code }, 'Slack takes no suggested prompts here');
  }
}
