/**
 * Every constant of the workload model, in one place, with its ground. Times are minutes.
 * "Design" = this project's own design, section 4; no study measured these figures for cloud
 * exams, so they are stated as choices, not findings.
 */

import type { MinutesBasis } from '../curriculum/vocabulary.ts';

/** Added to the pace per level that is short. Design: "about +20 % per level short". */
export const SLOWER_PER_LEVEL_SHORT = 0.2;
/** Taken off the pace per level above the need. Design: "−10 % per level above". */
export const FASTER_PER_LEVEL_ABOVE = 0.1;
/** Design: "pace clamped to [0.6, 1.8]". */
export const PACE_LIMITS = [0.6, 1.8] as const;
/** Share of a gap that bridges close; the rest still slows. Design: "about 70 %, not all". */
export const GAP_CLOSED_BY_BRIDGES = 0.7;
/**
 * Word counts are plain reading: words ÷ 200 a minute (the basis in `curricula/`; Brysbaert 2019 has 238 as the
 * mean for non-fiction). Study with notes and code to try takes 1.5 to 2.5 times the plain 238 (a design choice, no
 * study found): 1.5 × words ÷ 200 is 133 words a minute, 1.8 times. Published and estimated minutes hold it already.
 */
export const STUDY_FACTOR = {
  published: 1,
  'word-count': 1.5,
  estimate: 1,
} as const satisfies Record<MinutesBasis, number>;
/** Planned minutes are multiples of this: finer figures would feign precision. */
export const ROUND_TO_MINUTES = 5;
/** Share of a practice exam that its review takes. Design. */
export const EXAM_REVIEW_SHARE = 0.4;
export const EXAM_REVIEW_SHORTEST = 20;
/** A waived reading becomes a check of 5 minutes, a longer one of 10. Design: "5–10 minutes". */
export const CHECK_MINUTES_SHORT = 5;
export const CHECK_MINUTES_LONG = 10;
/** Material longer than this gets the longer check. Our choice. */
export const LONG_MATERIAL_MINUTES = 30;
/** A score of a practice test from which a domain counts as known. Design: "from 80 % up". */
export const SCORE_THAT_WAIVES = 80;
/** Below this nothing of the domain is waived, whatever the learner knows (issue: below 70 %). */
export const SCORE_THAT_REOPENS = 70;
/** A lab of more planned minutes than this is cut into parts. Design, rule 4. */
export const LONGEST_UNBROKEN_LAB = 120;
/** Opening the account and setting the budget alarm. Design §1.3 and the issue on logistics. */
export const ACCOUNT_MINUTES = 30;
/**
 * About the share of the need that reviews take. The research gives 15–25 % as a design choice (Cepeda et al.
 * support spacing, not a share); the lower end, as practice questions count as returns too.
 */
export const REVIEW_SHARE = 0.15;
/**
 * Fewest and most reviews of one task. Two are owed in any plan (rule 9), even where they take more
 * than the share. By FSRS-6 with default weights three spaced returns lift recall after eight weeks
 * from 61 to 98 %; a fourth is for what is learned early in a long plan.
 */
export const REVIEWS_PER_TASK = [2, 4] as const;
/** A review of one task: three or four questions and a look at what failed. Design: 10–20 minutes. */
export const REVIEW_MINUTES = 15;
/** Where the share is too small for three reviews of each task, they are shorter, not fewer. */
export const SHORT_REVIEW_MINUTES = 10;
export const REVIEWS_WORTH_FULL_LENGTH = 3;

/** Rounded to 5, at least 5. */
export const roundMinutes = (minutes: number): number =>
  Math.max(ROUND_TO_MINUTES, Math.round(minutes / ROUND_TO_MINUTES) * ROUND_TO_MINUTES);

/** Minutes of study at pace 1 for the minutes that a curriculum or bridge states. */
export const studyMinutes = (minutes: number, basis: MinutesBasis): number =>
  minutes * STUDY_FACTOR[basis];
