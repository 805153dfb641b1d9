import { DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';

/** Discord will not have this bot as it is set up; trying again does not help. The message says what to do. */
export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
}

const TOKEN =
  'Discord refused the token. Copy a new one from the developer portal (Bot, Reset Token) into DISCORD_TOKEN and start again.';

const CLOSED: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow this bot the events that it asks for (intents). It needs no privileged one: check in the ' +
    'developer portal that the application is not restricted, then start again.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the events that this bot asks for (intents). Update it.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in so many servers that Discord requires it to be sharded. Run it under a ShardingManager of discord.js.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard. Start again without sharding.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its API. Update discord.js.',
};

/** The refusal that a close code of the gateway means, for the codes after which discord.js does not connect again. */
export function refusalOfClose(code: number): DiscordRefusal {
  return new DiscordRefusal(CLOSED[code] ?? `Discord closed the connection for good (code ${code}).`);
}

/** The refusal that a failed login means, or `undefined` when it may be tried again. */
export function refusalOfLogin(error: unknown): DiscordRefusal | undefined {
  if (error instanceof DiscordRefusal) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return new DiscordRefusal(TOKEN);
  return undefined;
}
