/** The points of one certification: the scoring table, applied. */
import type { Candidate } from './candidate.ts';
import { inTime } from './in-time.ts';
import type { AskedTerm, Demand } from './postings.ts';
import type { ScoringTable } from './schema.ts';
import type { Wishes } from './wishes.ts';

/** In the order in which they are added and shown; what counts against is negative. */
export const PARTS = [
  'start',
  'background',
  'goal',
  'platform',
  'postings',
  'hours',
  'by',
  'budget',
  'status',
] as const;
export type Part = (typeof PARTS)[number];
export type Points = Readonly<Record<Part, number>>;

export type ScoringRow = ScoringTable['certifications'][string];

/** Whole points; the sum may lie outside 0 to 100. */
export function pointsOf(
  candidate: Candidate,
  row: ScoringRow,
  wishes: Wishes,
  { points }: ScoringTable,
): Points {
  const { background, goal, platform, budgetUsd, demand } = wishes;
  const verdict = inTime(candidate, wishes);
  const hours = candidate.minutes / 60;
  return {
    start: points.start,
    background: background === null ? 0 : row.background[background],
    goal: goal === null ? 0 : row.goal[goal],
    platform: platform === candidate.platform ? points.platform : 0,
    postings: demand === null ? 0 : postingPoints(candidate, row, demand, points.postings),
    hours: minus(Math.min(points.hours.most, Math.round(hours / points.hours['per-point']))),
    by: verdict === null || verdict === 'fits' ? 0 : minus(points.by[verdict]),
    budget: budgetUsd !== null && candidate.costs.knownUsd > budgetUsd ? minus(points.budget) : 0,
    status: candidate.status === 'retired' ? 0 : minus(points.status[candidate.status]),
  };
}

/** Never −0, which JSON and comparisons would tell from 0. */
const minus = (points: number): number => (points === 0 ? 0 : -points);

function postingPoints(
  { platform }: Candidate,
  row: ScoringRow,
  demand: Demand,
  most: ScoringTable['points']['postings'],
): number {
  const { postings, platforms, terms } = demand;
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const asked = terms.filter(({ kind }) => kind !== 'platform');
  const count = (list: readonly AskedTerm[]): number =>
    list.reduce((sum, term) => sum + term.postings, 0);
  return Math.round(
    most.platform * share(platforms[platform], postings) +
      most.topics * share(count(askedOf(row, demand)), count(asked)),
  );
}

/** What the postings name of this exam: its services and topics. */
export const askedOf = (row: ScoringRow, { terms }: Demand): AskedTerm[] =>
  terms.filter(({ id }) => row.topics.includes(id) || row.services.includes(id));

export const sumOf = (points: Points): number => PARTS.reduce((sum, part) => sum + points[part], 0);
