/** One HTTP request, of which only the head of the answer is read. */
import { lookup } from 'node:dns/promises';
import { type Agent, type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

export interface Requesting {
  readonly userAgent: string;
  readonly timeoutMilliseconds: number;
  readonly agents: { readonly http: Agent; readonly https: Agent };
  /** Ends all requests. */
  readonly stop: AbortSignal;
}

/** Addresses of a host. */
export type HostAddresses = readonly { readonly address: string; readonly family: number }[];

/** The host without the brackets of an IPv6 address. */
const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * @returns all addresses; an address stands for itself
 * @throws the system's error
 */
export async function addressesOf(url: URL, limit: AbortSignal): Promise<HostAddresses> {
  const host = bareHost(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  // The resolver cannot be stopped; whoever waits for it can.
  return Promise.race([lookup(host, { all: true }), rejectedBy(limit)]);
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/**
 * Runs a task with a signal that fires when its time is up, or the whole run ends.
 * `AbortSignal.any` would be shorter, but in Node 20 its signals can be collected before they fire.
 */
export async function withinTime<T>(
  { timeoutMilliseconds, stop }: Requesting,
  task: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  stop.throwIfAborted();
  const limit = new AbortController();
  const end = (): void => limit.abort(stop.reason);
  const timer = setTimeout(
    () => limit.abort(new DOMException('no answer in time', 'TimeoutError')),
    timeoutMilliseconds,
  );
  stop.addEventListener('abort', end);
  try {
    return await task(limit.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

/**
 * Asks the addresses that were looked at, and no others that the resolver might give later.
 * @throws the system's error; the reason of the limit, where that was reached
 */
export function ask(
  method: 'HEAD' | 'GET',
  url: URL,
  addresses: HostAddresses,
  limit: AbortSignal,
  { userAgent, agents }: Requesting,
): Promise<Answer> {
  const fixed: LookupFunction = (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(
      url,
      {
        method,
        agent: secure ? agents.https : agents.http,
        lookup: fixed,
        signal: limit,
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
          'accept-language': 'en',
        },
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
        // A body may be long, or never end: what answers HEAD has none, and the connection can go on.
        response.on('error', () => {});
        if (method === 'HEAD') response.resume();
        else response.destroy();
      },
    );
    request.on('error', (error) => reject(limit.aborted ? limit.reason : error));
    request.end();
  });
}
