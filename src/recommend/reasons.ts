/** Why, and why not: in plain words, what weighs most first. */

import { formatDate, formatRoundHours } from '../plan/words.ts';
import type { Candidate } from './candidate.ts';
import { inTime, readyOn } from './in-time.ts';
import { askedOf, type ScoringRow } from './points.ts';
import type { Demand } from './postings.ts';
import {
  BACKGROUND_WORDS,
  type Background,
  GOAL_WORDS,
  type Goal,
  PLATFORM_WORDS,
} from './vocabulary.ts';
import type { Wishes } from './wishes.ts';

export interface Reasons {
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** From so many points up a background or goal speaks for it; up to so many, against it. */
const BACKGROUND_BOUNDS = { speaksFor: 14, speaksAgainst: 8 };
const GOAL_BOUNDS = { speaksFor: 10, speaksAgainst: 4 };
/** Weaker foundations that cost less than this are no reason. Minutes. */
const WORTH_A_WORD = 10 * 60;
/** Terms that one reason names. */
const MOST_TERMS = 5;

type Reason = { readonly for: string } | { readonly against: string } | null;

/** @param titleOf a certification by its id, in words */
export function reasonsOf(
  candidate: Candidate,
  row: ScoringRow,
  wishes: Wishes,
  titleOf: (id: string) => string,
): Reasons {
  const reasons: readonly Reason[] = [
    ...retired(candidate, titleOf),
    ...background(row, wishes.background),
    ...replaced(candidate, row, wishes.background),
    ...goal(row, wishes.goal),
    platform(candidate, wishes),
    ...(wishes.demand === null ? [] : postings(candidate, row, wishes.demand)),
    time(candidate, wishes),
    life(candidate),
    foundations(candidate),
    budget(candidate, wishes),
    candidate.status === 'retired' ? null : { for: `shows ${row.proves}` },
    candidate.status === 'retired' ? null : { against: row.beware },
  ];
  return {
    for: reasons.flatMap((reason) => (reason && 'for' in reason ? [reason.for] : [])),
    against: reasons.flatMap((reason) => (reason && 'against' in reason ? [reason.against] : [])),
  };
}

/** `Microsoft Certified: Azure AI Fundamentals` → `Azure AI Fundamentals`. */
export const shortName = (name: string): string =>
  name.replace(/^(Microsoft Certified: |Microsoft Certified )/, '');

function retired(
  { status, lifecycle, successors }: Candidate,
  titleOf: (id: string) => string,
): Reason[] {
  if (status !== 'retired') return [];
  const [successor] = successors;
  const since =
    lifecycle.lastExam === null
      ? ''
      : `: the last exam day was ${formatDate(lifecycle.lastExam, true)}`;
  const place = successor === undefined ? '' : `; ${titleOf(successor)} took its place`;
  return [{ against: `retired${since}${place}` }];
}

function background(row: ScoringRow, told: Background | null): Reason[] {
  if (told === null) return [];
  const points = row.background[told];
  if (points >= BACKGROUND_BOUNDS.speaksFor) {
    return [
      {
        for:
          told === 'none'
            ? 'made for people who begin'
            : `fits your background: ${BACKGROUND_WORDS[told]}`,
      },
    ];
  }
  if (points > BACKGROUND_BOUNDS.speaksAgainst) return [];
  return [
    {
      against:
        told === 'none'
          ? 'takes experience as given that you do not have yet'
          : `far from your background: ${BACKGROUND_WORDS[told]}`,
    },
  ];
}

/** Told to whom the retired exam would have been named. */
function replaced({ replaces }: Candidate, row: ScoringRow, told: Background | null): Reason[] {
  if (told !== null && row.background[told] < BACKGROUND_BOUNDS.speaksFor) return [];
  return replaces.map(({ name, examCode, lastExam }) => ({
    for: `took the place of ${shortName(name)} (${examCode}), retired${lastExam === null ? '' : ` on ${formatDate(lastExam, true)}`}`,
  }));
}

function goal(row: ScoringRow, told: Goal | null): Reason[] {
  if (told === null) return [];
  const points = row.goal[told];
  if (points >= GOAL_BOUNDS.speaksFor) return [{ for: `leads to your goal: ${GOAL_WORDS[told]}` }];
  return points > GOAL_BOUNDS.speaksAgainst
    ? []
    : [{ against: `another goal than yours: ${GOAL_WORDS[told]}` }];
}

function platform(candidate: Candidate, { platform: told }: Wishes): Reason {
  if (told === null) return null;
  const own = PLATFORM_WORDS[candidate.platform];
  return told === candidate.platform
    ? { for: `on ${own}, as you asked` }
    : { against: `on ${own}, not on ${PLATFORM_WORDS[told]}` };
}

function postings(candidate: Candidate, row: ScoringRow, demand: Demand): Reason[] {
  const own = PLATFORM_WORDS[candidate.platform];
  const named = demand.platforms[candidate.platform];
  const ofAll = demand.postings === 1 ? 'the posting' : `${named} of ${demand.postings} postings`;
  const asked = askedOf(row, demand)
    .slice(0, MOST_TERMS)
    .map(({ name, postings: count, former }) => {
      const once = former[0] === undefined ? '' : ` (as “${former[0]}”)`;
      return demand.postings === 1 ? `${name}${once}` : `${name} ${count}${once}`;
    });
  return [
    named > 0
      ? { for: `${ofAll} ${named === 1 ? 'names' : 'name'} ${own} or its services` }
      : {
          against: `${demand.postings === 1 ? 'the posting does not name' : `none of ${demand.postings} postings names`} ${own}`,
        },
    asked.length === 0 ? null : { for: `asked for: ${asked.join(', ')}` },
  ];
}

function time(candidate: Candidate, wishes: Wishes): Reason {
  const verdict = inTime(candidate, wishes);
  if (verdict === null) return null;
  const { lastExam, firstExam, generalAvailability } = candidate.lifecycle;
  const { by } = wishes;
  const end = lastExam !== null && (by === null || lastExam < by) ? lastExam : by;
  if (end === null) return null;
  const day = formatDate(end, true);
  const what = end === by ? day : `its last exam day, ${day}`;
  const done = `done about ${formatDate(readyOn(candidate.minutes, wishes), true)}`;
  switch (verdict) {
    case 'fits':
      return { for: `can be done by ${what}` };
    case 'tight':
      return { against: `tight by ${what}: ${done}` };
    case 'beta-only':
      return {
        against: `by ${what} the beta only: generally available from ${formatDate(generalAvailability ?? end, true)}`,
      };
    case 'too-late': {
      const begins = firstExam ?? generalAvailability;
      return begins !== null && begins > end
        ? { against: `no exam by ${what}: the first is on ${formatDate(begins, true)}` }
        : { against: `not by ${what}: ${done}` };
    }
  }
}

function life({ status, lifecycle }: Candidate): Reason {
  const { generalAvailability, lastExam } = lifecycle;
  if (status === 'beta' && generalAvailability !== null) {
    return {
      against: `in beta, generally available from ${formatDate(generalAvailability, true)}`,
    };
  }
  if (status === 'announced') {
    return { against: 'announced only: there is no exam yet' };
  }
  return status === 'retiring' && lastExam !== null
    ? { against: `retires: the last exam day is ${formatDate(lastExam, true)}` }
    : null;
}

function foundations({ weakerFoundationsMinutes: minutes }: Candidate): Reason {
  return minutes < WORTH_A_WORD
    ? null
    : { against: `${formatRoundHours(minutes)} of its hours make up for weaker ML foundations` };
}

function budget({ costs, status }: Candidate, { budgetUsd }: Wishes): Reason {
  if (budgetUsd === null || status === 'retired') return null;
  const open = costs.unpriced.length > 0 || costs.examUsd === null;
  return costs.knownUsd > budgetUsd
    ? { against: `costs ${open ? 'at least ' : ''}${costs.knownUsd} USD, over your ${budgetUsd}` }
    : { for: `within your ${budgetUsd} USD${open ? ', as far as prices are known' : ''}` };
}
