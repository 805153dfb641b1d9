import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/**
 * Checks bodies of requests against Discord's own description of its API: the zod schemas generated from it that npm has
 * (`discord-api-spec`), and the OpenAPI document itself where a copy of it lies beside the project.
 */

type Schema = { safeParse(value: unknown): { success: boolean; error?: { issues: unknown[] } } };

// A JavaScript file without types, hence imported under a name that the compiler does not follow.
const SCHEMAS = 'discord-api-spec/zod';
const generated: Record<string, Schema | undefined> = await import(SCHEMAS);

const DOCUMENT = new URL('../../../../shared/specs/discord/openapi.json', import.meta.url);

// Which schema a request body has to fit; a callback has a schema for each type of answer.
const BODIES: readonly (readonly [pattern: RegExp, schema: (body: unknown) => string])[] = [
  [/^POST \/channels\/\d+\/messages$/, () => 'MessageCreateRequestSchema'],
  [/^POST \/users\/@me\/channels$/, () => 'CreatePrivateChannelRequestSchema'],
  [/^POST \/interactions\/\d+\/[^/]+\/callback$/, callbackSchema],
  [/^POST \/webhooks\/\d+\/[^/]+$/, () => 'IncomingWebhookRequestPartialSchema'],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, () => 'IncomingWebhookUpdateRequestPartialSchema'],
];
const COMMANDS = /^PUT \/applications\/\d+(\/guilds\/\d+)?\/commands$/;

function callbackSchema(body: unknown): string {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  if (type === 8) return 'ApplicationCommandAutocompleteCallbackRequestSchema';
  if (type === 6 || type === 7) return 'UpdateMessageInteractionCallbackRequestSchema';
  return 'CreateMessageInteractionCallbackRequestSchema';
}

/** What is wrong with the body of a request, as lines; empty when it fits, and also for a route that has no body. */
export function schemaErrors(method: string, path: string, body: unknown): string[] {
  return [...generatedErrors(method, path, body), ...documentErrors(method, path, body)];
}

function generatedErrors(method: string, path: string, body: unknown): string[] {
  const route = `${method} ${path}`;
  if (COMMANDS.test(route)) {
    if (!Array.isArray(body)) return ['commands: not a list'];
    return body.flatMap((command) => against('ApplicationCommandUpdateRequestSchema', command));
  }
  const found = BODIES.find(([pattern]) => pattern.test(route));
  return found === undefined ? [] : against(found[1](body), body);
}

function against(name: string, body: unknown): string[] {
  const schema = generated[name];
  if (schema === undefined) throw new Error(`discord-api-spec no longer has ${name}`);
  const { success, error } = schema.safeParse(body);
  return success ? [] : [`${name}: ${JSON.stringify(error?.issues).slice(0, 2000)}`];
}

type Operation = { requestBody?: { content: Record<string, unknown> } };
type Document = { paths: Record<string, Record<string, Operation | undefined> | undefined> };

const document: Document | undefined = existsSync(DOCUMENT) ? JSON.parse(readFileSync(DOCUMENT, 'utf8')) : undefined;
// Those with the fewest placeholders first, so that "@me" is not taken for an id.
const routes = Object.keys(document?.paths ?? {})
  .map((route) => ({ route, pattern: patternOf(route) }))
  .sort((a, b) => a.route.split('{').length - b.route.split('{').length);
const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

function documentErrors(method: string, path: string, body: unknown): string[] {
  if (document === undefined) return [];
  const route = routes.find((known) => known.pattern.test(path))?.route;
  const operation = route === undefined ? undefined : document.paths[route]?.[method.toLowerCase()];
  if (route === undefined || operation === undefined) return [`no ${method} ${path} in Discord's API`];
  if (operation.requestBody === undefined) return [];
  const pointer = `/paths/${escaped(route)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
  const validate = compiled.get(pointer) ?? compile(document, pointer);
  compiled.set(pointer, validate);
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function patternOf(route: string): RegExp {
  const parts = route.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

function compile(whole: Document, pointer: string): ValidateFunction {
  if (ajv === undefined) {
    ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    for (const format of ['int32', 'int64', 'double', 'nonce']) ajv.addFormat(format, true);
    ajv.addFormat('snowflake', /^(0|[1-9][0-9]{0,19})$/);
    ajv.addSchema({ ...whole, $id: 'https://discord.invalid/openapi' });
  }
  return ajv.compile({ $ref: `https://discord.invalid/openapi#${pointer}` });
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
}
