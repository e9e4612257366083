import type { Kind } from '../curriculum/vocabulary.ts';

/** The kinds as charts stack them, bottom to top: in the order in which a plan usually comes to them. */
export const STACKED_KINDS = [
  'bridge',
  'docs',
  'course',
  'video',
  'lab',
  'project',
  'practice-questions',
  'review',
  'practice-exam',
  'exam-review',
  'logistics',
] as const satisfies readonly Kind[];
