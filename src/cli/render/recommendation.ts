/** The answer of `certplan recommend` for people: the first three with reasons, the others in a line each. */

import type { GivenSkills } from '../../learner/skills.ts';
import { formatDate } from '../../plan/words.ts';
import type { AskedTerm, Demand } from '../../recommend/postings.ts';
import type { Recommendation } from '../../recommend/rank.ts';
import { shortName } from '../../recommend/reasons.ts';
import { PLATFORM_WORDS, PLATFORMS } from '../../recommend/vocabulary.ts';
import type { Wishes } from '../../recommend/wishes.ts';
import { costWords } from '../../workload/costs.ts';
import { columns, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { labelled } from '../terminal/wrap.ts';
import { STATUS_WORDS } from './status-words.ts';

/** How many are shown with their reasons, and how many reasons each has: the first has more room. */
const IN_FULL = 3;
const MOST_REASONS = { first: { for: 6, against: 3 }, others: { for: 3, against: 2 } };
const LABEL = 12;
/** Asked terms that are shown with the words that were matched. */
const MOST_ASKED = 8;
/** Wider lines are no easier to read. */
const WIDEST = 100;

/** @param fromBackground skills that were taken from the background */
export function recommendationLines(
  ranking: readonly Recommendation[],
  wishes: Wishes,
  fromBackground: GivenSkills,
  style: Style,
): string[] {
  const width = Math.min(style.width, WIDEST);
  // What cannot be sat any more needs no second look.
  const inFull = ranking
    .slice(0, IN_FULL)
    .filter(({ candidate }) => candidate.status !== 'retired');
  const others = ranking.slice(inFull.length);
  return [
    ...(wishes.demand === null ? [] : [...demandLines(wishes.demand, width), '']),
    ...inFull.flatMap((entry, index) => [...entryLines(entry, index, wishes, style, width), '']),
    ...columns(others.map((entry, index) => shortRow(entry, index + inFull.length))).map((line) =>
      shorten(line, width),
    ),
    ...(fromBackground.size === 0
      ? []
      : [
          '',
          ...labelled(
            'assumed',
            `${[...fromBackground].map(([skill, level]) => `${skill} ${level}`).join(', ')}, by your background; --skill says otherwise`,
            LABEL - 3,
            width,
          ),
        ]),
  ];
}

function demandLines(demand: Demand, width: number): string[] {
  const platforms = PLATFORMS.map(
    (platform) => `${PLATFORM_WORDS[platform]} in ${demand.platforms[platform]}`,
  );
  const asked = demand.terms.filter(({ kind }) => kind !== 'platform').slice(0, MOST_ASKED);
  return [
    ...labelled('postings', `${demand.postings} read: ${platforms.join(', ')}`, LABEL, width),
    ...(asked.length === 0
      ? []
      : labelled('asked for', asked.map(askedWords).join(', '), LABEL, width)),
  ];
}

/** `Azure AI Search 3 ("Cognitive Search")`: the words where they are others than the name. */
function askedWords({ name, postings, words }: AskedTerm): string {
  const other = words.filter((word) => word.toLowerCase() !== name.toLowerCase());
  const shown = other.slice(0, 2).map((word) => `“${word}”`);
  return `${name} ${postings}${shown.length === 0 ? '' : ` (${shown.join(', ')})`}`;
}

function entryLines(
  entry: Recommendation,
  index: number,
  wishes: Wishes,
  style: Style,
  width: number,
): string[] {
  const { candidate, score, reasons, roles } = entry;
  const most = index === 0 ? MOST_REASONS.first : MOST_REASONS.others;
  const status = candidate.status === 'active' ? '' : `, ${STATUS_WORDS[candidate.status]}`;
  const title = `${index + 1}  ${shortName(candidate.name)} (${candidate.examCode})`;
  const points = `${score} points`;
  const room = width - points.length - 2;
  const row = (label: string, text: string): string[] =>
    text === '' ? [] : labelled(`   ${label}`, text, LABEL, width);
  const list = (label: string, texts: readonly string[]): string[] =>
    texts.flatMap((text, place) => row(place === 0 ? label : '', text));
  return [
    `${style.bold(shorten(title, room))}${padStart(points, width - Math.min(room, title.length))}`,
    ...row('id', `${candidate.id}${status}, ${validWords(candidate.validityMonths)}`),
    ...list('for', reasons.for.slice(0, most.for)),
    ...list('against', reasons.against.slice(0, most.against)),
    ...row('time', timeWords(entry, wishes)),
    ...row('cost', costWords(candidate.costs)),
    ...row('roles', roles.join(', ')),
    ...(index === 0
      ? [...row('renewal', asPart(candidate.renewal)), ...row('then', entry.next ?? '')]
      : []),
  ];
}

const timeWords = ({ hours, weeks, ready }: Recommendation, { hoursPerWeek }: Wishes): string =>
  `${hours} h: ${weeks} ${weeks === 1 ? 'week' : 'weeks'} at ${hoursPerWeek} h a week, done about ${formatDate(ready, true)}`;

function validWords(months: number | null): string {
  if (months === null) return 'does not expire';
  if (months % 12 !== 0) return `valid ${months} months`;
  return `valid ${months / 12} ${months === 12 ? 'year' : 'years'}`;
}

/** A sentence as a part of another one. */
const asPart = (sentence: string): string =>
  sentence.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase()).replace(/\.$/, '');

function shortRow({ candidate, score, hours, reasons }: Recommendation, index: number): string[] {
  const { id, status, costs, successors } = candidate;
  return [
    `${index + 1}`,
    id,
    padStart(`${score}`, 3),
    padStart(`${hours} h`, 5),
    ...(status === 'retired'
      ? ['retired', successors[0] === undefined ? '' : `${successors[0]} took its place`]
      : [
          costs.examUsd === null ? 'fee ?' : padStart(`${costs.knownUsd} USD`, 7),
          reasons.against[0] ?? reasons.for[0] ?? '',
        ]),
  ];
}
