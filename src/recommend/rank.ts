/** The ranked list: every certification with its points, reasons and what it takes. */

import type { CivilDate } from '../time/civil-date.ts';
import type { Candidate } from './candidate.ts';
import { type InTime, inTime, readyOn, weeksFor } from './in-time.ts';
import { askedOf, type Points, pointsOf, type ScoringRow, sumOf } from './points.ts';
import type { AskedTerm } from './postings.ts';
import { type Reasons, reasonsOf } from './reasons.ts';
import type { ScoringTable } from './schema.ts';
import type { Wishes } from './wishes.ts';

export interface Recommendation {
  readonly candidate: Candidate;
  /** 0 to 100; 0 for a retired exam. */
  readonly score: number;
  readonly points: Points;
  readonly reasons: Reasons;
  readonly hours: number;
  /** Whole weeks at the learner's hours. */
  readonly weeks: number;
  /** The first day on which all hours are behind the learner. */
  readonly ready: CivilDate;
  readonly inTime: InTime | null;
  readonly asked: readonly AskedTerm[];
  readonly roles: readonly string[];
  /** What commonly follows; null: nothing in the table. */
  readonly next: string | null;
}

/** Best first; equal ones by fewer hours, then by id. Retired exams come last, whatever they would score. */
export function rank(
  candidates: readonly Candidate[],
  wishes: Wishes,
  table: ScoringTable,
): Recommendation[] {
  const titleOf = (id: string): string => {
    const found = candidates.find((candidate) => candidate.id === id);
    return found ? `${found.examCode} (${id})` : id;
  };
  const judged = candidates.flatMap((candidate) => {
    const row = table.certifications[candidate.id];
    return row ? [judge(candidate, row, wishes, table, titleOf)] : [];
  });
  const isRetired = ({ candidate }: Recommendation): number =>
    candidate.status === 'retired' ? 1 : 0;
  return judged.sort(
    (a, b) =>
      isRetired(a) - isRetired(b) ||
      sumOf(b.points) - sumOf(a.points) ||
      a.candidate.minutes - b.candidate.minutes ||
      (a.candidate.id < b.candidate.id ? -1 : 1),
  );
}

function judge(
  candidate: Candidate,
  row: ScoringRow,
  wishes: Wishes,
  table: ScoringTable,
  titleOf: (id: string) => string,
): Recommendation {
  const points = pointsOf(candidate, row, wishes, table);
  return {
    candidate,
    score: candidate.status === 'retired' ? 0 : Math.min(100, Math.max(0, sumOf(points))),
    points,
    reasons: reasonsOf(candidate, row, wishes, titleOf),
    hours: Math.round(candidate.minutes / 60),
    weeks: Math.ceil(weeksFor(candidate.minutes, wishes.hoursPerWeek)),
    ready: readyOn(candidate.minutes, wishes),
    inTime: inTime(candidate, wishes),
    asked: wishes.demand === null ? [] : askedOf(row, wishes.demand),
    roles: row.roles,
    next: row.next,
  };
}
