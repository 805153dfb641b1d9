import { connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';

describe('the tests', () => {
  it('reach no other machine', async () => {
    // An address that documentation may use and nobody has (RFC 5737).
    expect(() => connect(80, '192.0.2.1')).toThrow('A test tried to reach 192.0.2.1');
    await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
  });

  it('reach servers of their own', async () => {
    const server = createServer((socket) => socket.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const socket = connect(port ?? 0, '127.0.0.1');
    const heard = await new Promise((resolve) => socket.once('data', (data) => resolve(String(data))));
    expect(heard).toBe('here');
    server.close();
  });
});
