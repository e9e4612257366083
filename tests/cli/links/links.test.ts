/** `certplan curriculum links`, the real program against a server that behaves badly. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { describePeer, hasCommand } from '../../support/peers.ts';
import { BINARY, type ErrorDocument, parseJson, runCommand, Sandbox, STACK } from '../run.ts';
import { OddServer } from './odd-server.ts';

const place = new Sandbox();
const start = (await place.ok(['curriculum', 'new', 'mine', '-o', '-'])).stdout;
const servers: OddServer[] = [];
afterAll(() => {
  for (const server of servers) server.stop();
});

async function server(): Promise<OddServer> {
  const odd = await OddServer.start();
  servers.push(odd);
  return odd;
}

/** A sound curriculum whose only addresses are these, which must be no more than 12. */
function withLinks(urls: readonly string[], name = 'mine.yaml', at = place): string {
  let next = 0;
  const [fallback = ''] = urls;
  const text = start.replaceAll(/https:\/\/example\.com[^'\s]*/g, () => urls[next++] ?? fallback);
  expect(next).toBeGreaterThanOrEqual(urls.length);
  writeFileSync(join(at.work, name), text);
  return name;
}

interface Links {
  readonly counts: Readonly<Record<string, number>>;
  readonly links: readonly {
    readonly url: string;
    readonly verdict: string | null;
    readonly reason: string;
    readonly finalUrl: string | null;
    readonly hops: readonly { readonly url: string; readonly status: number | null }[];
    readonly places: readonly {
      readonly file: string;
      readonly line: number;
      readonly of: string;
    }[];
  }[];
}

interface Asked {
  readonly code: number | null;
  readonly stderr: string;
  readonly odd: OddServer;
  readonly document: Links;
  of(path: string): Links['links'][number];
}

async function ask(paths: readonly string[], ...more: string[]): Promise<Asked> {
  const odd = await server();
  const file = withLinks(paths.map((path) => odd.base + path));
  const { code, stdout, stderr } = await place.run([
    ...['curriculum', 'links', file, '--json', '--fresh', '--timeout', '2'],
    ...more,
  ]);
  const document = parseJson<Links>(stdout);
  return {
    code,
    stderr,
    odd,
    document,
    of(path) {
      const found = document.links.find(({ url }) => url === odd.base + path);
      if (!found) throw new Error(`${path} was not asked`);
      return found;
    },
  };
}

describe('verdicts', () => {
  test('servers that lie to HEAD are asked with GET', async () => {
    const paths = ['/fine', '/head-405', '/head-404', '/head-501', '/head-resets', '/head-stalls'];
    const { code, document, odd, of } = await ask(paths);
    expect(code).toBe(0);
    expect(document.counts).toEqual({ fine: 6, moved: 0, doubtful: 0, broken: 0, unasked: 0 });
    expect(odd.methods('/fine')).toEqual(['HEAD']);
    for (const path of paths.slice(1)) expect(odd.methods(path)).toEqual(['HEAD', 'GET']);
    expect(of('/head-405').hops.map(({ status }) => status)).toEqual([405, 200]);
    expect(odd.seen[0]?.userAgent).toMatch(/^certplan\/\d/);
  });

  test('what is gone or fails is broken: exit 1', async () => {
    const { code, odd, of } = await ask(['/gone', '/gone-410', '/fails', '/to-gone', '/fine']);
    expect(code).toBe(1);
    expect(of('/gone')).toMatchObject({ verdict: 'broken', reason: 'status 404' });
    expect(of('/gone-410').verdict).toBe('broken');
    expect(of('/fails')).toMatchObject({ verdict: 'broken', reason: 'status 500' });
    expect(of('/to-gone').hops.map(({ status }) => status)).toEqual([302, 404, 404]);
    expect(odd.methods('/gone')).toContain('GET');
    expect(of('/fine').verdict).toBe('fine');
  });

  test('no answer, a broken one, and one without end are told in words, in time', async () => {
    const began = Date.now();
    const { code, of, stderr } = await ask([
      ...['/resets', '/stalls', '/no-http', '/drips-its-head', '/head-without-end'],
      '/body-without-end',
    ]);
    expect(code).toBe(1);
    expect(of('/resets').reason).toBe('the host breaks the connection off');
    expect(of('/stalls').reason).toBe('no answer within 2 s');
    expect(of('/no-http').reason).toBe('it does not answer in HTTP');
    expect(of('/drips-its-head').reason).toBe('no answer within 2 s');
    expect(of('/head-without-end').reason).toBe('its answer has a head without end');
    expect(of('/body-without-end').verdict).toBe('fine');
    expect(stderr).not.toMatch(STACK);
    expect(Date.now() - began).toBeLessThan(25_000);
  });

  test('hosts that are not there', async () => {
    const closed = await server();
    const { base } = closed;
    closed.stop();
    const file = withLinks([`${base}/x`, 'http://no-such-host.invalid/', 'http://[::1]:9/']);
    const { code, stdout } = await place.run(['curriculum', 'links', file, '--json', '--fresh']);
    expect(code).toBe(1);
    const { links } = parseJson<Links>(stdout);
    expect(links[0]?.reason).toBe('the host refuses the connection');
    expect(links[1]?.reason).toMatch(/no such host|cannot be looked up/);
    expect(links.every(({ verdict }) => verdict === 'broken')).toBe(true);
  });

  test('who keeps programs out, or sends to a front page, is doubtful: no failure', async () => {
    const { code, of } = await ask(['/login', '/keeps-out', '/old/page', '/soft']);
    expect(code).toBe(0);
    expect(of('/login')).toMatchObject({
      verdict: 'doubtful',
      reason: expect.stringContaining('401'),
    });
    expect(of('/keeps-out').verdict).toBe('doubtful');
    expect(of('/old/page').reason).toMatch(/front page/);
    expect(of('/soft').reason).toMatch(/named as an error/);
  });
});

describePeer(
  'openssl',
  () => {
    test('https: a certificate that nobody vouches for is told, one that is known is fine', async () => {
      const key = join(place.root, 'key.pem');
      const cert = join(place.root, 'cert.pem');
      const made = await runCommand(
        'openssl',
        [
          ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert],
          ...['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
        ],
        place.options(),
      );
      expect(made.code).toBe(0);
      const secure = createServer(
        { key: readFileSync(key), cert: readFileSync(cert) },
        (_, response) => {
          response.writeHead(200).end();
        },
      );
      await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
      const { port } = secure.address() as AddressInfo;
      const file = withLinks([`https://localhost:${port}/`, `https://127.0.0.1:${port}/`]);
      const ask = async (env: Readonly<Record<string, string>>) =>
        parseJson<Links>(
          (await place.run(['curriculum', 'links', file, '--json', '--fresh'], { env })).stdout,
        ).links.map(({ verdict, reason }) => `${verdict}: ${reason}`);
      expect(await ask({})).toEqual([
        'broken: its certificate is signed by itself',
        'broken: its certificate is signed by itself',
      ]);
      expect(await ask({ NODE_EXTRA_CA_CERTS: cert })).toEqual([
        'fine: ',
        'broken: its certificate is of another host',
      ]);
      secure.close();
    });
  },
  hasCommand('openssl', ['version']),
);

describe('redirects', () => {
  test('are followed by hand and shown; a language or a slash is no move', async () => {
    const { code, odd, of } = await ask(['/a/', '/for-now', '/slash', '/docs', '/umlaut']);
    expect(code).toBe(0);
    expect(of('/a/')).toMatchObject({ verdict: 'moved', finalUrl: `${odd.base}/c?d=1` });
    expect(of('/a/').hops.map(({ url, status }) => [url.replace(odd.base, ''), status])).toEqual([
      ['/a/', 301],
      ['/b', 308],
      ['/c?d=1', 200],
    ]);
    expect(of('/for-now')).toMatchObject({ verdict: 'fine', reason: 'sends on' });
    expect(of('/slash').verdict).toBe('fine');
    expect(of('/docs').verdict).toBe('fine');
    expect(of('/umlaut')).toMatchObject({ verdict: 'fine', finalUrl: `${odd.base}/gr%C3%BCn` });
  });

  test('circles, endless chains, and ways out of the web are reported, not followed', async () => {
    const { code, odd, of } = await ask([
      ...['/circle', '/self', '/on-and-on', '/nowhere'],
      ...['/to-script', '/to-file', '/to-ftp'],
    ]);
    expect(code).toBe(1);
    expect(of('/circle').reason).toMatch(/in a circle/);
    expect(odd.methods('/circle')).toEqual(['HEAD']);
    expect(of('/self').reason).toMatch(/in a circle/);
    expect(of('/on-and-on').reason).toBe('more than 10 redirects');
    expect(of('/nowhere').reason).toMatch(/names no place/);
    expect(of('/to-script').reason).toBe('redirects to javascript:alert(1); not followed');
    expect(of('/to-file').reason).toMatch(/file:\/\/\/etc\/passwd; not followed/);
    expect(of('/to-ftp').reason).toMatch(/ftp:.*not followed/);
  });
});

describe('politeness', () => {
  test('Retry-After is honoured, in seconds and as a date; an hour is too long', async () => {
    const { odd, of } = await ask([
      '/busy',
      '/busy-till-a-date',
      '/busy-for-an-hour',
      '/fails-once',
    ]);
    for (const path of ['/busy', '/busy-till-a-date', '/fails-once']) {
      expect(of(path).verdict).toBe('fine');
      const [first, second] = odd.seen.filter((one) => one.path === path);
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(450);
    }
    const [first, second] = odd.seen.filter(({ path }) => path === '/busy');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000);
    expect(of('/busy-for-an-hour').verdict).toBe('doubtful');
    expect(odd.methods('/busy-for-an-hour')).toEqual(['HEAD']);
  });

  test('one host gets at most two requests at once, and a pause between them', async () => {
    const { odd, code } = await ask(Array.from({ length: 12 }, (_, index) => `/many/${index}`));
    expect(code).toBe(0);
    expect(odd.most).toBeLessThanOrEqual(2);
    const times = odd.seen.map(({ at }) => at).sort((a, b) => a - b);
    // The clock of the server is not that of the program: a pause may look a little shorter.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(11 * 240);
  });

  test('one address is asked once, however often it stands there, whatever is behind "#"', async () => {
    const odd = await server();
    const file = withLinks([`${odd.base}/fine#a`, `${odd.base}/fine#b`, `${odd.base}/fine`]);
    const { stdout } = await place.ok(['curriculum', 'links', file, '--json', '--fresh']);
    const { links } = parseJson<Links>(stdout);
    expect(links).toHaveLength(1);
    expect(links[0]?.places.length).toBe(13);
    expect(odd.seen).toHaveLength(1);
  });
});

describe('what people see', () => {
  test('only trouble, with reason, redirects and place; everything with --all', async () => {
    const odd = await server();
    const file = withLinks([`${odd.base}/fine`, `${odd.base}/a/`, `${odd.base}/gone`]);
    const { code, stdout, stderr } = await place.run(['curriculum', 'links', file, '--fresh']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`^broken +${odd.base}/gone\n +status 404\n +mine\\.yaml:\\d+:\\d+ +read-stores\n`),
    );
    expect(stdout).toContain(`301 → ${odd.base}/b`);
    expect(stdout).not.toContain('/fine');
    expect(stdout).toMatch(/3 addresses: 1 fine, 1 moved, 0 doubtful, 1 broken\n$/);
    expect(stderr).toMatch(/next +mend them/);
    const all = await place.run(['curriculum', 'links', file, '--all', '-q']);
    expect(all.stdout).toMatch(/^fine +\S+\/fine$/m);
    expect(all.stdout).toMatch(/and \d+ more places/);
    expect(all.stderr).toBe('');
  });

  test('a file with faults is refused before anything is asked: exit 2', async () => {
    const odd = await server();
    const file = withLinks([`${odd.base}/fine`]);
    writeFileSync(join(place.work, file), place.read(file).replace('weight: 40', 'weight: 4'));
    const { code, stdout, stderr } = await place.run(['curriculum', 'links', file, '--json']);
    expect([code, odd.seen.length]).toEqual([2, 0]);
    expect(stderr).toMatch(/mine\.yaml:\d+:\d+ .*weights/);
    expect(parseJson<ErrorDocument>(stdout).error.code).toBe('bad-curriculum');
    expect((await place.run(['curriculum', 'links', 'no-such-id'])).code).toBe(4);
    expect((await place.run(['curriculum', 'links', file, '--timeout', '0'])).code).toBe(2);
  });
});

describe('going on', () => {
  test('what was fine is not asked again for a week; what was not, in each run', async () => {
    const own = new Sandbox();
    const odd = await server();
    const file = withLinks([`${odd.base}/fine`, `${odd.base}/gone`], 'mine.yaml', own);
    const at = (now: string) =>
      own.run(['curriculum', 'links', file], { env: { CERTPLAN_NOW: now } });
    expect((await at('2026-11-25T12:00:00Z')).code).toBe(1);
    const again = await at('2026-12-01T12:00:00Z');
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/1 were asked in the last 7 days; --fresh/);
    expect(odd.methods('/fine')).toHaveLength(1);
    expect(odd.methods('/gone')).toHaveLength(4);
    await at('2026-12-03T12:00:00Z');
    expect(odd.methods('/fine')).toHaveLength(2);
    await own.run(['curriculum', 'links', file, '--fresh']);
    expect(odd.methods('/fine')).toHaveLength(3);
    expect(existsSync(join(own.home, 'links.json'))).toBe(true);
    expect((await own.run(['doctor'])).code).toBe(0);
  });

  test('--resume names the file; one that holds something else is left alone: exit 5', async () => {
    const odd = await server();
    const file = withLinks([`${odd.base}/fine`]);
    await place.ok(['curriculum', 'links', file, '--resume', 'found.json']);
    await place.ok(['curriculum', 'links', file, '--resume', 'found.json']);
    expect(odd.seen).toHaveLength(1);
    for (const text of ['', 'not JSON', '[]', '{"schema":"x","links":{}}']) {
      writeFileSync(join(place.work, 'found.json'), text);
      const { code, stderr } = await place.run([
        'curriculum',
        'links',
        file,
        '--resume',
        'found.json',
      ]);
      expect(code).toBe(5);
      expect(stderr).toMatch(/cannot go on from found\.json[\s\S]*--fresh/);
      expect(place.read('found.json')).toBe(text);
    }
    writeFileSync(
      join(place.work, 'found.json'),
      '{"schema":"certplan.links-found/1","links":{"a":1,"__proto__":{"verdict":"fine"}}}',
    );
    await place.ok(['curriculum', 'links', file, '--resume', 'found.json']);
    expect(odd.seen).toHaveLength(2);
    const { code } = await place.run(['curriculum', 'links', file, '--resume', 'mine.yaml/x.json']);
    expect([1, 5]).toContain(code);
    expect(odd.seen).toHaveLength(2);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s keeps what was found, and ends as by the signal',
    async (signal) => {
      const own = new Sandbox();
      const odd = await server();
      const paths = [
        '/fine',
        '/to-script',
        ...Array.from({ length: 6 }, (_, index) => `/stalls?${index}`),
      ];
      const file = withLinks(
        paths.map((path) => odd.base + path),
        'mine.yaml',
        own,
      );
      const child = spawn(
        process.execPath,
        [BINARY, 'curriculum', 'links', file, '--timeout', '60'],
        {
          cwd: own.work,
          env: { PATH: process.env.PATH, HOME: own.root, CERTPLAN_HOME: own.home, LANG: 'C.UTF-8' },
        },
      );
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      const ended = new Promise<[number | null, string | null]>((resolve) =>
        child.on('close', (code, how) => resolve([code, how])),
      );
      const until = Date.now() + 20_000;
      while (!odd.seen.some(({ path }) => path.startsWith('/stalls')) && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(stdout).toMatch(/^broken +\S+\/to-script$/m);
      expect(stdout).toMatch(/8 addresses: 1 fine, 0 moved, 0 doubtful, 1 broken, 6 not asked/);
      expect(stderr).toMatch(/goes on from .*links\.json/);
      expect(stderr).not.toMatch(STACK);
      const kept = readFileSync(join(own.home, 'links.json'), 'utf8');
      expect(kept).toContain('/fine');
      expect(kept).toContain('/to-script');
      expect(kept).not.toContain('/stalls');
    },
  );
});

test('no other command asks the network: nobody is asked by check, certs or plan', async () => {
  const odd = await server();
  const file = withLinks([`${odd.base}/fine`]);
  await place.ok(['curriculum', 'check', file]);
  await place.ok(['certs', `./${file}`]);
  await place.ok(['plan', `./${file}`, '--dry-run']);
  expect(odd.seen).toEqual([]);
});
