/** `certplan curriculum links`: the only command that asks the network. */
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../../../errors.ts';
import { plainText } from '../../../text/plain-text.ts';
import { type Context, currentMilliseconds } from '../../context.ts';
import { builtInFiles, fileOf } from '../../find-curriculum.ts';
import { checkLinks } from '../../links/check-links.ts';
import { gatherLinks } from '../../links/gather-links.ts';
import { type FoundLink, KnownLinks } from '../../links/known-links.ts';
import { VERDICTS, type Verdict } from '../../links/verdict.ts';
import { type CheckedLink, linkTable } from '../../render/link-table.ts';
import { homeFolder } from '../../store.ts';
import { progressFor } from '../../terminal/progress.ts';

declare const CERTPLAN_VERSION: string;

export interface LinksFlags {
  readonly all?: boolean;
  readonly fresh?: boolean;
  readonly resume?: string;
  readonly timeout?: number;
}

const DEFAULT_TIMEOUT_SECONDS = 20;
/** What is found is written down at least so often: a killed run loses no more. */
const SAVE_MILLISECONDS = 2000;
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** @param given files, or ids of certifications; none: all that are built in */
export async function linksCommand(
  context: Context,
  given: readonly string[],
  flags: LinksFlags,
): Promise<ExitCode> {
  const places = gatherLinks(given.length > 0 ? given.map(fileOf) : builtInFiles());
  const path = flags.resume ?? join(homeFolder(context.flags.home), 'links.json');
  const known = KnownLinks.open(path, flags.fresh === true);
  const found = new Map<string, FoundLink>();
  for (const url of places.keys()) {
    const link = known.get(url, currentMilliseconds());
    if (link) found.set(url, link);
  }
  const earlier = found.size;
  const open = [...places.keys()].filter((url) => !found.has(url));
  // Told before the first request: a place that cannot be written is no news for the end.
  known.save();
  const signal = await askOpen(context, open, flags, known, found, places.size);

  const links = [...places].map(
    ([url, where]): CheckedLink => ({
      url,
      places: where,
      found: found.get(url) ?? null,
    }),
  );
  report(context, links, earlier, flags.all === true);
  if (signal !== null) {
    context.hint(`ended early; the same command goes on from ${path}`);
    // As if nobody had caught it: whoever started this sees how it ended.
    process.kill(process.pid, signal);
  }
  return links.some(({ found: link }) => link?.verdict === 'broken') ? EXIT.failure : EXIT.ok;
}

/** @returns the signal that ended it early; null: all was asked */
async function askOpen(
  context: Context,
  open: readonly string[],
  flags: LinksFlags,
  known: KnownLinks,
  found: Map<string, FoundLink>,
  total: number,
): Promise<NodeJS.Signals | null> {
  const stop = new AbortController();
  // Each waiting request listens.
  setMaxListeners(0, stop.signal);
  let signal: NodeJS.Signals | null = null;
  const end = (given: NodeJS.Signals): void => {
    signal = given;
    stop.abort();
  };
  for (const name of ENDING_SIGNALS) process.once(name, end);
  const progress = progressFor(context);
  let saved = Date.now();
  try {
    await checkLinks(
      open,
      {
        userAgent: `certplan/${CERTPLAN_VERSION} (checks links of study plans)`,
        timeoutMilliseconds: (flags.timeout ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
        stop: stop.signal,
      },
      (url, result) => {
        const link = { ...result, at: new Date(currentMilliseconds()).toISOString() };
        found.set(url, link);
        known.set(url, link);
        progress.show(`${found.size} of ${total} addresses`);
        if (Date.now() - saved < SAVE_MILLISECONDS) return;
        known.save();
        saved = Date.now();
      },
    );
  } finally {
    progress.clear();
    for (const name of ENDING_SIGNALS) process.off(name, end);
  }
  known.save();
  return signal;
}

function report(
  context: Context,
  links: readonly CheckedLink[],
  earlier: number,
  all: boolean,
): void {
  const count = (verdict: Verdict): number =>
    links.filter(({ found }) => found?.verdict === verdict).length;
  const unasked = links.filter(({ found }) => found === null).length;
  if (context.json) {
    context.printJson({
      schema: 'certplan.links/1',
      counts: {
        ...Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])),
        unasked,
      },
      links: links.map(({ url, places, found }) => ({
        url,
        verdict: found?.verdict ?? null,
        reason: found?.reason ?? null,
        finalUrl: found?.finalUrl ?? null,
        hops: found?.hops ?? [],
        at: found?.at ?? null,
        places,
      })),
    });
    return;
  }
  context.print(...linkTable(links, all, context.out));
  const counts = [
    ...VERDICTS.map((verdict) => `${count(verdict)} ${verdict}`),
    ...(unasked > 0 ? [`${unasked} not asked`] : []),
  ];
  context.print(plainText(`${links.length} addresses: ${counts.join(', ')}`));
  if (earlier > 0) {
    context.hint(`${earlier} were asked in the last 7 days; --fresh asks all again`);
  }
  if (count('moved') + count('broken') > 0) {
    context.hint('next   mend them in the file, then certplan curriculum check FILE');
  }
}
