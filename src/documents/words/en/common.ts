/** Words of more than one document. */
import type { Kind } from '../../../curriculum/vocabulary.ts';
import type { Feasibility, Felt, PlanExam, SessionStatus } from '../../../plan/plan.ts';
import { formatHours, formatRoundHours, KIND_NAMES } from '../../../plan/words.ts';
import { costWords } from '../../../workload/costs.ts';
import type { MilestoneFacts } from '../milestone-title.ts';

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
  /** `Study plan MLA-C02`. */
  studyPlan: (examCode: string): string => `Study plan ${examCode}`,
  /** How a session went. */
  felt: { again: 'again', hard: 'hard', good: 'good', easy: 'easy' } satisfies Record<
    Felt,
    string
  > as Readonly<Record<Felt, string>>,
  /** Where an exam day comes from. */
  examSources: { given: 'given', suggested: 'suggested' } satisfies Record<
    PlanExam['source'],
    string
  > as Readonly<Record<PlanExam['source'], string>>,
  /** `about 179 USD: exam 150, …; 6 labs bill by use: not known`. */
  costs: costWords,
  /** `Book MLA-C02`. The plan's own titles are English. */
  milestone: ({ title }: MilestoneFacts): string => title,
};

export type CommonWords = typeof common;
