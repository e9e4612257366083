/**
 * Redirects from public places into private ones. Where everything runs on one machine, 127.0.0.2 stands
 * for a public address: the judgement is given, the requests are real.
 */
import { setMaxListeners } from 'node:events';
import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, askLink } from '../../../src/cli/links/ask-link.ts';
import { PoliteQueue } from '../../../src/cli/links/polite-queue.ts';
import { OddServer } from './odd-server.ts';

const stop = new AbortController();
setMaxListeners(0, stop.signal);
const agents = { http: new Agent({ keepAlive: true }), https: new SecureAgent() };
const asking: Asking = {
  userAgent: 'certplan/test',
  timeoutMilliseconds: 3000,
  stop: stop.signal,
  agents,
  queue: new PoliteQueue({ overall: 4, perHost: 4, pauseMilliseconds: 0 }, stop.signal),
  isPrivate: (address) => address !== '127.0.0.2',
  mostWaitMilliseconds: 1000,
  retryAfterMilliseconds: 10,
};

let home: OddServer;
let web: OddServer;

beforeAll(async () => {
  home = await OddServer.start('127.0.0.1');
  web = await OddServer.start('127.0.0.2', {
    '/to-home': (_, response) => {
      response.writeHead(302, { location: `${home.base}/fine` }).end();
    },
    '/to-name-of-home': (_, response) => {
      const { port } = new URL(home.base);
      response.writeHead(302, { location: `http://localhost:${port}/fine` }).end();
    },
    '/to-metadata': (_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    },
    '/around': (_, response) => {
      response.writeHead(302, { location: `${web.base}/to-home` }).end();
    },
  });
});

afterAll(() => {
  home.stop();
  web.stop();
  agents.http.destroy();
});

test.each(['/to-home', '/to-name-of-home', '/to-metadata', '/around'])(
  'a public %s is reported, and the private place is never asked',
  async (path) => {
    const before = home.seen.length;
    const result = await askLink(web.base + path, asking);
    expect(result.verdict).toBe('broken');
    expect(result.reason).toMatch(/redirects to a private address, http:\S+; not followed/);
    expect(home.seen.length).toBe(before);
  },
);

test('a private address that stands in the file itself is asked', async () => {
  expect((await askLink(`${home.base}/fine`, asking)).verdict).toBe('fine');
  expect((await askLink(`${home.base}/for-now`, asking)).verdict).toBe('fine');
});

test('names and passwords in an address are never sent', async () => {
  const result = await askLink(`${home.base.replace('//', '//me:secret@')}/fine`, asking);
  expect(result.verdict).toBe('fine');
  expect(JSON.stringify(result)).not.toContain('secret');
});

test('what is no address is told, not thrown', async () => {
  const result = await askLink('nonsense', asking);
  expect(result).toMatchObject({ verdict: 'broken', reason: 'this is no address' });
});

test('an ended run ends what waits', async () => {
  const ending = new AbortController();
  const queue = new PoliteQueue(
    { overall: 1, perHost: 1, pauseMilliseconds: 60_000 },
    ending.signal,
  );
  const all = ['/stalls', '/stalls?2', '/fine'].map((path) =>
    askLink(home.base + path, { ...asking, stop: ending.signal, queue }).then(
      () => 'answered',
      () => 'ended',
    ),
  );
  setTimeout(() => ending.abort(), 100);
  expect(await Promise.all(all)).toEqual(['ended', 'ended', 'ended']);
});
