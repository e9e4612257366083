/** Results of a check of links, for people: the worst first, each with its places. */
import { plainText } from '../../text/plain-text.ts';
import type { LinkPlace } from '../links/gather-links.ts';
import type { FoundLink } from '../links/known-links.ts';
import { type Hop, VERDICTS, type Verdict } from '../links/verdict.ts';
import { padEnd } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';

export interface CheckedLink {
  readonly url: string;
  readonly places: readonly LinkPlace[];
  /** null: not asked yet. */
  readonly found: FoundLink | null;
}

/** Places that are named of one address. */
const MOST_PLACES = 3;
const WORD_WIDTH = 9;

/** @param all fine ones, too */
export function linkTable(links: readonly CheckedLink[], all: boolean, style: Style): string[] {
  return [...VERDICTS]
    .reverse()
    .filter((verdict) => all || verdict !== 'fine')
    .flatMap((verdict) =>
      links
        .filter(({ found }) => found?.verdict === verdict)
        .flatMap((link) => linkLines(verdict, link, style)),
    );
}

function linkLines(verdict: Verdict, { url, places, found }: CheckedLink, style: Style): string[] {
  const colour = { broken: style.red, doubtful: style.yellow, moved: style.bold, fine: style.dim };
  const shown = places.slice(0, MOST_PLACES);
  const more = places.length - shown.length;
  const below = [
    ...(found === null || found.reason === '' ? [] : [found.reason]),
    ...redirects(found?.hops ?? []),
    ...shown.map(({ file, line, column, of }) => `${file}:${line}:${column}  ${of}`),
    ...(more > 0 ? [`and ${more} more places`] : []),
  ];
  return [
    `${colour[verdict](padEnd(verdict, WORD_WIDTH))} ${plainText(url)}`,
    ...below.map((line) => `${' '.repeat(WORD_WIDTH + 1)}${plainText(line)}`),
  ];
}

/** `301 → https://…`, one line for each time that it was sent on. */
const redirects = (hops: readonly Hop[]): string[] =>
  hops.flatMap((hop, index) => {
    const before = hops[index - 1];
    return before && before.url !== hop.url ? [`${before.status ?? ''} → ${hop.url}`] : [];
  });
