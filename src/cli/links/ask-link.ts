/** Follows one address by hand, through its redirects, to a verdict. */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from '../files.ts';
import type { PoliteQueue } from './polite-queue.ts';
import { type Answer, addressesOf, ask, type Requesting, withinTime } from './request.ts';
import type { Hop, LinkResult, Verdict } from './verdict.ts';

export interface Asking extends Requesting {
  readonly queue: PoliteQueue;
  /** Says of an IP address that it belongs to no public place. */
  readonly isPrivate: (address: string) => boolean;
  /** Longest wait that a server's Retry-After is granted. */
  readonly mostWaitMilliseconds: number;
  /** Before a second try where there was no answer or an error of the server. */
  readonly retryAfterMilliseconds: number;
}

const MOST_REDIRECTS = 10;
const MOST_TRIES = 3;

/** Statuses with which servers keep programs out, or want to know who asks. */
const KEEPS_OUT: ReadonlySet<number> = new Set([401, 403, 407, 429, 451, 999]);
const SENDS_ON: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD: ReadonlySet<number> = new Set([301, 308]);

/** Where an answer says "not found" with a friendly face. */
const NOT_FOUND_PATH = /(^|[/_-])(404|not-?found|page-?not-?found|error)([/._-]|$)/i;

/**
 * @param address an http(s) address, as it stands in a file
 * @throws only the reason of `stop`, where the whole run ends
 */
export async function askLink(address: string, asking: Asking): Promise<LinkResult> {
  const hops: Hop[] = [];
  const end = (verdict: Verdict, reason: string, finalUrl: URL | null = null): LinkResult => ({
    verdict,
    reason,
    hops,
    finalUrl: finalUrl?.href ?? null,
  });
  let url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return end('broken', 'this is no address');
  const first = withoutFragment(url);
  url = first;
  const seen = new Set<string>();
  let fromPublic = false;
  let onlyForGood = true;
  for (;;) {
    if (seen.has(url.href)) return end('broken', `redirects in a circle, at ${url.href}`);
    seen.add(url.href);
    const step = await askAddress(url, fromPublic, hops, asking);
    if (step.kind === 'failed') return end('broken', step.reason);
    if (step.kind === 'private') {
      return end('broken', `redirects to a private address, ${url.href}; not followed`);
    }
    fromPublic = step.isPublic;
    const { status, headers } = step.answer;
    if (!SENDS_ON.has(status)) return judge(first, url, status, onlyForGood, end);
    const next = targetOf(headers.location, url);
    if (next === null) return end('broken', `status ${status} sends on, but names no place`);
    if (next.protocol !== 'http:' && next.protocol !== 'https:') {
      return end('broken', `redirects to ${next.href.slice(0, 100)}; not followed`);
    }
    if (seen.size > MOST_REDIRECTS) return end('broken', `more than ${MOST_REDIRECTS} redirects`);
    onlyForGood &&= FOR_GOOD.has(status);
    url = next;
  }
}

function judge(
  first: URL,
  last: URL,
  status: number,
  onlyForGood: boolean,
  end: (verdict: Verdict, reason: string, finalUrl?: URL) => LinkResult,
): LinkResult {
  if (KEEPS_OUT.has(status)) {
    return end('doubtful', `status ${status}: open it in a browser`, last);
  }
  if (status < 200 || status >= 400) return end('broken', `status ${status}`);
  if (last.href === first.href) {
    return first.protocol === 'http:'
      ? end('fine', 'written with http; the server offers it so', last)
      : end('fine', '', last);
  }
  if (last.pathname === '/' && first.pathname !== '/') {
    return end('doubtful', 'sends on to a front page: the page may be gone', last);
  }
  if (NOT_FOUND_PATH.test(last.pathname) && !NOT_FOUND_PATH.test(first.pathname)) {
    return end('doubtful', 'answers, but from a page that is named as an error', last);
  }
  if (first.protocol === 'http:' && last.href === first.href.replace(/^http:/, 'https:')) {
    return end('moved', 'write https', last);
  }
  if (!onlyForGood || placeOf(first) === placeOf(last)) return end('fine', 'sends on', last);
  return end('moved', 'moved for good', last);
}

/** The page without what servers add to an address: a language, a slash at the end. */
const placeOf = ({ host, pathname, search }: URL): string =>
  host + pathname.replace(/^\/[a-z]{2}-[a-z]{2}(?=\/|$)/i, '').replace(/\/$/, '') + search;

type Step =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly isPublic: boolean }
  | { readonly kind: 'private' }
  | { readonly kind: 'failed'; readonly reason: string; readonly isFinal: boolean };

/**
 * HEAD, then GET where HEAD brings nothing good, and GET once more where the server is busy.
 * @param fromPublic whoever sent us here stands in a public place
 */
async function askAddress(
  url: URL,
  fromPublic: boolean,
  hops: Hop[],
  asking: Asking,
): Promise<Step> {
  let method: Hop['method'] = 'HEAD';
  for (let tries = 1; ; tries += 1) {
    const step = await asking.queue.run(url.host, () =>
      askOnce(method, url, fromPublic, hops, asking),
    );
    const pause = pauseAfter(step, method, asking);
    if (pause === null || tries >= MOST_TRIES) return step;
    if (pause > 0) {
      asking.queue.rest(url.host, pause);
      await sleep(pause, undefined, { signal: asking.stop });
    }
    method = 'GET';
  }
}

async function askOnce(
  method: Hop['method'],
  url: URL,
  fromPublic: boolean,
  hops: Hop[],
  asking: Asking,
): Promise<Step> {
  try {
    return await withinTime(asking, async (limit): Promise<Step> => {
      const addresses = await addressesOf(url, limit);
      const isPublic = !addresses.some(({ address }) => asking.isPrivate(address));
      if (fromPublic && !isPublic) return { kind: 'private' };
      const answer = await ask(method, url, addresses, limit, asking);
      hops.push({ url: url.href, method, status: answer.status });
      return { kind: 'answered', answer, isPublic };
    });
  } catch (error) {
    asking.stop.throwIfAborted();
    hops.push({ url: url.href, method, status: null });
    return { kind: 'failed', reason: failure(error, asking), isFinal: isFinal(error) };
  }
}

/** Milliseconds until another try makes sense; null: there is nothing to be gained from one. */
function pauseAfter(step: Step, method: Hop['method'], asking: Asking): number | null {
  const { retryAfterMilliseconds, mostWaitMilliseconds } = asking;
  if (step.kind === 'private') return null;
  if (step.kind === 'failed') {
    return step.isFinal || method === 'GET' ? null : retryAfterMilliseconds;
  }
  const { status, headers } = step.answer;
  if (status < 400) return null;
  if (!isBusy(status)) return method === 'HEAD' ? 0 : null;
  const wanted = Math.max(retryAfterMilliseconds, retryAfter(headers['retry-after']));
  return wanted > mostWaitMilliseconds ? null : wanted;
}

/** What may be over in a moment; of the errors of servers not those that never change. */
const isBusy = (status: number): boolean =>
  status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** Milliseconds; the header holds seconds or a date. */
function retryAfter(text: string | undefined): number {
  if (text === undefined) return 0;
  const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? 0 : milliseconds;
}

const withoutFragment = (url: URL): URL => {
  const plain = new URL(url.href);
  plain.hash = '';
  plain.username = '';
  plain.password = '';
  return plain;
};

/** Servers write UTF-8 into a header that is read as Latin-1. */
function targetOf(location: string | undefined, base: URL): URL | null {
  if (location === undefined) return null;
  const text = Buffer.from(location, 'latin1').toString('utf8');
  return URL.canParse(text, base.href) ? withoutFragment(new URL(text, base.href)) : null;
}

const NO_ANSWER: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up (no network?)',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the host breaks the connection off',
  EPIPE: 'the host breaks the connection off',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not signed by anyone known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not signed by anyone known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not signed by anyone known here',
  HPE_HEADER_OVERFLOW: 'its answer has a head without end',
};

/**
 * What went wrong, in words.
 * @throws the error itself, where it is none of the network's but a fault of certplan
 */
function failure(error: unknown, { timeoutMilliseconds }: Asking): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `no answer within ${timeoutMilliseconds / 1000} s`;
  }
  // With several addresses the system tells of all of them.
  const [one] = error instanceof AggregateError ? error.errors : [error];
  const code = systemCode(one);
  if (code === '') throw error;
  if (code.startsWith('HPE_')) return NO_ANSWER[code] ?? 'it does not answer in HTTP';
  return NO_ANSWER[code] ?? (one instanceof Error ? one.message : String(one));
}

/** A second try would find the same. */
function isFinal(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOTFOUND' || /CERT|SIGNATURE/.test(code);
}
