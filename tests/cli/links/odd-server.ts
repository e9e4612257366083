/** A web server of this machine that behaves as badly as real ones do, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
  /** Milliseconds. */
  readonly at: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };
const to = (location: string, code = 302): Answer => status(code, { location });
const byMethod =
  (head: Answer, get: Answer): Answer =>
  (request, response, count) =>
    (request.method === 'HEAD' ? head : get)(request, response, count);
const times =
  (...answers: readonly Answer[]): Answer =>
  (request, response, count) =>
    (answers[Math.min(count, answers.length) - 1] ?? status(500))(request, response, count);

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/fine': status(200),
  '/head-405': byMethod(status(405), status(200)),
  '/head-404': byMethod(status(404), status(200)),
  '/head-501': byMethod(status(501), status(200)),
  '/head-resets': byMethod((request) => request.socket.resetAndDestroy(), status(200)),
  '/head-stalls': byMethod(() => {}, status(200)),
  '/gone': status(404),
  '/gone-410': status(410),
  '/fails': status(500),
  '/fails-once': times(status(503), status(200)),
  '/busy': times(status(429, { 'retry-after': '1' }), status(200)),
  '/busy-till-a-date': (_, response, count) =>
    count === 1
      ? response.writeHead(503, { 'retry-after': new Date(Date.now() + 1500).toUTCString() }).end()
      : response.writeHead(200).end(),
  '/busy-for-an-hour': status(429, { 'retry-after': '3600' }),
  '/login': status(401),
  '/keeps-out': status(403),
  '/resets': (request) => request.socket.resetAndDestroy(),
  '/stalls': () => {},
  '/no-http': (request) => request.socket.end('hello\r\n\r\n'),
  '/drips-its-head': (request) => {
    request.socket.write('HTTP/1.1 200 OK\r\n');
    const drip = setInterval(() => request.socket.write('x-a: b\r\n'), 100);
    request.socket.on('close', () => clearInterval(drip));
    request.socket.on('error', () => {});
  },
  '/head-without-end': (request) => {
    request.socket.on('error', () => {});
    request.socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`);
  },
  '/body-without-end': byMethod(status(405), (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = setInterval(() => response.write('x'.repeat(10_000)), 5);
    response.on('close', () => clearInterval(more));
  }),
  '/a/': to('/b', 301),
  '/b': to('c?d=1', 308),
  '/c': status(200),
  '/for-now': to('/c?d=1'),
  '/slash': to('/slash/', 301),
  '/slash/': status(200),
  '/docs': to('/en-us/docs', 301),
  '/en-us/docs': status(200),
  '/umlaut': (_, response) => {
    response.writeHead(302, { location: Buffer.from('/grün', 'utf8').toString('latin1') }).end();
  },
  '/gr%C3%BCn': status(200),
  '/circle': to('/circle-2'),
  '/circle-2': to('/circle'),
  '/self': to('/self'),
  '/nowhere': status(302),
  '/to-script': to('javascript:alert(1)'),
  '/to-file': to('file:///etc/passwd'),
  '/to-ftp': to('ftp://example.org/x'),
  '/to-gone': to('/gone'),
  '/old/page': to('/'),
  '/': status(200),
  '/soft': to('/errors/404.html'),
  '/errors/404.html': status(200),
};

export class OddServer {
  readonly seen: Seen[] = [];
  /** Most requests that were open at once. */
  most = 0;
  private open = 0;
  private readonly server = createServer({ keepAliveTimeout: 500 }, (request, response) => {
    const path = request.url ?? '';
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    response.on('close', () => {
      this.open -= 1;
    });
    this.seen.push({
      method: request.method ?? '',
      path,
      userAgent: request.headers['user-agent'] ?? '',
      at: Date.now(),
    });
    const [bare = ''] = path.split('?');
    const answer = this.answers[bare];
    if (bare === '/on-and-on') {
      response.writeHead(302, { location: `/on-and-on?${path.length}${path.slice(11)}` }).end();
    } else if (bare.startsWith('/many/')) {
      setTimeout(() => response.writeHead(200).end(), 30);
    } else if (answer) {
      answer(request, response, this.seen.filter((one) => one.path === path).length);
    } else {
      response.writeHead(404).end();
    }
  });

  private constructor(private readonly answers: Readonly<Record<string, Answer>>) {}

  /** @param host an address of this machine */
  static async start(
    host = '127.0.0.1',
    more: Readonly<Record<string, Answer>> = {},
  ): Promise<OddServer> {
    const odd = new OddServer({ ...ANSWERS, ...more });
    await new Promise<void>((resolve, reject) => {
      odd.server.on('error', reject);
      odd.server.listen(0, host, resolve);
    });
    return odd;
  }

  get base(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `http://${address}:${port}`;
  }

  /** Methods with which a path was asked. */
  methods(path: string): string[] {
    return this.seen.filter((one) => one.path === path).map(({ method }) => method);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
