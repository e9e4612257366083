/** Words of more than one document. */
import type { Kind } from '../../../curriculum/vocabulary.ts';
import type { Feasibility, Milestone, SessionStatus } from '../../../plan/plan.ts';
import { formatHours, formatRoundHours, KIND_NAMES } from '../../../plan/words.ts';

export const common = {
  kinds: KIND_NAMES satisfies Record<Kind, string> as Readonly<Record<Kind, string>>,
  /** `10 h 40 m`, `45 m`. */
  hours: formatHours,
  /** `17 h`; under two hours as `1 h 20 m`. */
  roundHours: formatRoundHours,
  /** `45 min`. */
  minutes: (minutes: number): string => `${minutes} min`,
  verdicts: {
    fits: 'fits',
    tight: 'tight',
    'does-not-fit': 'does not fit',
  } satisfies Record<Feasibility['verdict'], string> as Readonly<
    Record<Feasibility['verdict'], string>
  >,
  statuses: {
    planned: 'planned',
    done: 'done',
    skipped: 'skipped',
    missed: 'missed',
  } satisfies Record<SessionStatus, string> as Readonly<Record<SessionStatus, string>>,
  /** `Week 3`. */
  week: (number: number): string => `Week ${number}`,
  /** `2 of 3`, of the parts of an activity. */
  partOf: (part: number, of: number): string => `${part} of ${of}`,
  /** Its title, as the plan has it in English. */
  milestone: ({ title }: Pick<Milestone, 'kind' | 'title'>): string => title,
};

export type CommonWords = typeof common;
