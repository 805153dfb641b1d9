import { Socket } from 'node:net';

/** Tests speak to servers on this machine only: any other connection fails at once, with a message that says where to. */

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/;

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (!LOOPBACK.test(host)) throw new Error(`A test tried to reach ${host}`);
  return Reflect.apply(connect, this, args);
} as typeof connect;

// `connect` takes (options), (port, host) or (path), and within Node one array of these.
function hostOf(args: readonly unknown[]): string {
  const [first, second] = args.flat();
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return 'localhost';
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  return typeof second === 'string' ? second : 'localhost';
}
