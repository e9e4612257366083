/** Titles of milestones: the plan has them in English, other languages make theirs from the same facts. */
import type { Milestone, MilestoneKind, Plan } from '../../plan/plan.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import type { Words } from './words.ts';

export interface MilestoneFacts {
  /** As the plan has it, in English. */
  readonly title: string;
  readonly kind: MilestoneKind;
  readonly examCode: string;
  /** Time of day of the exam, `09:00`; null while it is not known. */
  readonly time: string | null;
}

/** @param plan for several certifications: as `wholePlan` gives it */
export function milestoneTitle(
  plan: Pick<Plan, 'certification' | 'exam' | 'sittings'>,
  { kind, title, certification: id }: Milestone,
  words: Pick<Words, 'common'>,
): string {
  const sitting = id === undefined ? undefined : plan.sittings?.[id];
  const { examCode, minute } = sitting ?? {
    examCode: plan.certification.examCode,
    minute: plan.exam?.minute ?? null,
  };
  const time = minute === null ? null : formatMinute(minute);
  return words.common.milestone({ title, kind, examCode, time });
}
