import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Slack's libraries log into ours, warnings and errors only: below that they write whole messages of people into the log.
 */
export function libraryLogger(logger: Logger): SlackLogger {
  const words = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => logger.warn(words(parts)),
    error: (...parts: unknown[]) => logger.error(words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
