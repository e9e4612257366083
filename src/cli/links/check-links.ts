/** Asks many addresses, and tells of each as soon as it is known. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Asking, askLink } from './ask-link.ts';
import { POLITE, PoliteQueue } from './polite-queue.ts';
import { isPrivateAddress } from './private-address.ts';
import type { LinkResult } from './verdict.ts';

/** What a server may ask for with Retry-After before it is left for another run. */
const MOST_WAIT_MILLISECONDS = 60_000;
const RETRY_AFTER_MILLISECONDS = 1500;

export interface CheckOptions {
  readonly userAgent: string;
  readonly timeoutMilliseconds: number;
  /** Ends the check; what was not asked by then is not told. */
  readonly stop: AbortSignal;
}

/**
 * @param tell called once for each address, in the order of the answers
 * @throws what `tell` throws; whatever goes wrong with an address is a result
 */
export async function checkLinks(
  addresses: readonly string[],
  { userAgent, timeoutMilliseconds, stop }: CheckOptions,
  tell: (address: string, result: LinkResult) => void,
): Promise<void> {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: POLITE.perHost }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: POLITE.perHost }),
  };
  const asking: Asking = {
    userAgent,
    timeoutMilliseconds,
    stop,
    agents,
    queue: new PoliteQueue(POLITE, stop),
    isPrivate: isPrivateAddress,
    mostWaitMilliseconds: MOST_WAIT_MILLISECONDS,
    retryAfterMilliseconds: RETRY_AFTER_MILLISECONDS,
  };
  try {
    await Promise.all(
      addresses.map(async (address) => {
        try {
          tell(address, await askLink(address, asking));
        } catch (error) {
          // Ended from outside: it stays unasked.
          if (!stop.aborted) throw error;
        }
      }),
    );
  } finally {
    agents.http.destroy();
    agents.https.destroy();
  }
}
