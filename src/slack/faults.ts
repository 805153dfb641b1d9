import { randomBytes } from 'node:crypto';
import { webApi } from '@slack/bolt';

/** Errors of Slack in words, and what the person who runs the bot can do about a token that Slack refuses. */

/** Slack's own word for a refused call, such as `not_in_channel`; `null` when the failure is of another kind. */
export function slackCode(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

/** What may be logged of a failure: never a token, never what people wrote. */
export function described(error: unknown): Record<string, unknown> {
  const code = slackCode(error);
  if (code !== null) return { slack: code };
  return error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };
}

/** A short id that stands both in what the asker reads and in the log. */
export function faultId(): string {
  return randomBytes(4).toString('hex');
}

// https://docs.slack.dev/reference/methods/auth.test and apps.connections.open, "Errors"
const REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'no_permission',
  'missing_scope',
  'org_login_required',
  'forbidden_team',
]);

/** Whether trying again with the same token can never succeed. */
export function isRefusedToken(error: unknown): boolean {
  const code = slackCode(error);
  return code !== null && REFUSED.has(code);
}

/** What to do about a refused token, in one sentence for the person who runs the bot. */
export function tokenAdvice(kind: 'bot' | 'app', error: unknown): string {
  const code = slackCode(error) ?? 'unknown';
  return kind === 'bot'
    ? `Slack refuses SLACK_BOT_TOKEN (${code}). Install the app to the workspace and copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions” of the app at https://api.slack.com/apps.`
    : `Slack refuses SLACK_APP_TOKEN (${code}). Make an app-level token (xapp-…) with the scope connections:write under “Basic Information” of the app at https://api.slack.com/apps, and see that Socket Mode is on.`;
}
