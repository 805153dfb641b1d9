import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { blockFaults } from './block-kit.ts';
import type { Workspace } from './workspace.ts';

/**
 * The addresses that an app calls: the Web API, with Slack's refusals before `emulate` answers, and response URLs, good for
 * five uses. Every call is kept for the tests to read.
 */

export type Json = Record<string, unknown>;

/** One call of the Web API. `result` is what the app got back. */
type Call = { method: string; args: Json; token: string; at: number; result: Json };

/** One use of a response URL. */
type Reply = { hook: string; body: Json; at: number };

/** The next calls of a method to answer otherwise: 429 with a pause, another status, or an error of Slack's. */
type Fault = { method: RegExp; times: number; retryAfter?: number; status?: number; error?: string };

export type Front = {
  server: Server;
  calls: Call[];
  replies: Reply[];
  faults: Fault[];
  /** A response URL as deliveries carry it. */
  hook(): string;
  /** How often `apps.connections.open` gave out an address. */
  opened(): number;
  /** Whether this ticket was given out and not used. */
  admits(ticket: string | null): boolean;
};

const USES_OF_A_HOOK = 5;

export function openFront(workspace: Workspace, appToken: string, scopes: readonly string[], url: () => string): Front {
  const calls: Call[] = [];
  const replies: Reply[] = [];
  const faults: Fault[] = [];
  const hooks = new Map<string, number>();
  const tickets = new Set<string>();
  let opened = 0;

  const answer = async (method: string, args: Json, token: string, forward: () => Promise<Json>): Promise<Json> => {
    if (method === 'apps.connections.open') {
      if (token !== appToken) return { ok: false, error: 'invalid_auth' };
      opened += 1;
      const ticket = `ticket-${opened}`;
      tickets.add(ticket);
      return { ok: true, url: `${url().replace('http', 'ws')}/link/?ticket=${ticket}` };
    }
    if (token !== workspace.bot.token) return { ok: false, error: token === '' ? 'not_authed' : 'invalid_auth' };
    const view = typeof args.view === 'object' && args.view !== null ? { ...args.view } : undefined;
    const blocks = view && 'blocks' in view ? view.blocks : args.blocks;
    const wrong = blocks === undefined ? [] : blockFaults(blocks, view ? 100 : 50);
    if (wrong.length > 0)
      return {
        ok: false,
        error: view ? 'invalid_arguments' : 'invalid_blocks',
        response_metadata: { messages: wrong },
      };
    // Not among the methods of `emulate`.
    if (method === 'assistant.threads.setSuggestedPrompts')
      return scopes.includes('assistant:write') ? { ok: true } : { ok: false, error: 'missing_scope' };
    return forward();
  };

  const onApi = async (request: IncomingMessage, response: ServerResponse, raw: string) => {
    const method = new URL(request.url ?? '', 'http://loopback').pathname.slice('/api/'.length);
    const args = argumentsOf(raw, request.headers['content-type'] ?? '');
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || String(args.token ?? '');
    const call: Call = { method, args, token, at: Date.now(), result: {} };
    calls.push(call);
    const fault = faults.find((one) => one.times > 0 && one.method.test(method));
    if (fault) {
      fault.times -= 1;
      call.result = { ok: false, error: fault.error ?? 'ratelimited' };
      if (fault.retryAfter !== undefined)
        return send(response, 429, call.result, { 'retry-after': String(fault.retryAfter) });
      return send(response, fault.status ?? 200, call.result);
    }
    call.result = await answer(method, args, token, () => workspace.call(method, args, token));
    return send(response, 200, call.result);
  };

  const onHook = (response: ServerResponse, hook: string, raw: string) => {
    const used = hooks.get(hook);
    if (used === undefined) return send(response, 404, { ok: false, error: 'expired_url' });
    if (used >= USES_OF_A_HOOK) return send(response, 404, { ok: false, error: 'used_url' });
    const fault = faults.find((one) => one.times > 0 && one.method.test('response_url'));
    if (fault) {
      fault.times -= 1;
      return send(response, fault.status ?? 500, { ok: false });
    }
    const body: Json = JSON.parse(raw);
    const wrong = body.blocks === undefined ? [] : blockFaults(body.blocks);
    if (wrong.length > 0)
      return send(response, 400, { ok: false, error: 'invalid_blocks', response_metadata: { messages: wrong } });
    if (!body.text && !body.blocks) return send(response, 400, { ok: false, error: 'no_text' });
    hooks.set(hook, used + 1);
    replies.push({ hook, body, at: Date.now() });
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('ok');
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    if (path.startsWith('/api/')) return onApi(request, response, raw);
    if (path.startsWith('/response/')) return onHook(response, url() + path, raw);
    return send(response, 404, {});
  });

  return {
    server,
    calls,
    replies,
    faults,
    hook: () => {
      const hook = `${url()}/response/${hooks.size + 1}`;
      hooks.set(hook, 0);
      return hook;
    },
    opened: () => opened,
    admits: (ticket) => ticket !== null && tickets.delete(ticket),
  };
}

function argumentsOf(raw: string, contentType: string): Json {
  if (contentType.startsWith('application/json')) return JSON.parse(raw || '{}');
  return Object.fromEntries([...new URLSearchParams(raw)].map(([name, value]) => [name, structured(value)]));
}

// Form fields carry blocks, views and prompts as JSON, and flags as words.
function structured(value: string): unknown {
  return /^[[{]/.test(value) || value === 'true' || value === 'false' ? JSON.parse(value) : value;
}

function send(response: ServerResponse, status: number, body: Json, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
