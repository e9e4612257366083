/** From which score on what happens: one set of figures for what is said and what is planned. */
import { SCORE_THAT_REOPENS } from '../workload/constants.ts';

/** Below this a domain is weak: its waived material is re-opened and its tasks come back sooner. */
export const WEAK_PERCENT = SCORE_THAT_REOPENS;

/** The gate of practice exams (issue: 85 % once, or 80 % twice), in per cent. */
export const GATE_PERCENT = { once: 85, twice: 80 } as const;
