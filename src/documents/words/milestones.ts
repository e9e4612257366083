/** Titles of milestones in a language other than the plan's own, which is English. */
import type { Milestone, MilestoneKind } from '../../plan/plan.ts';

/** Words by kind; `time` is the hour of the exam, `09:00`, null where it is not known. */
export type MilestoneTitles = Readonly<
  Record<MilestoneKind, (examCode: string, time: string | null) => string>
>;

/** A plan keeps of a milestone its title alone: code and hour are read out of what `plan/milestones.ts` wrote. */
const PATTERNS = {
  'general-availability': /^(?<code>.+) is generally available from this day$/,
  'book-by': /^Book (?<code>.+)$/,
  'reschedule-by': /^Last day to move the (?<code>.+) appointment$/,
  'id-check': /^Check your ID/,
  exam: /^Exam (?<code>.+?)(?: at (?<time>\d\d:\d\d))?$/,
  retake: /^First day of a second try/,
  'renewal-opens': /^Renewal of (?<code>.+) opens, /,
  'last-exam-day': /^Last day on which (?<code>.+) can be sat$/,
} as const satisfies Record<MilestoneKind, RegExp>;

/** What names milestones by such titles; one with words of its own keeps them. */
export const milestoneWith =
  (titles: MilestoneTitles) =>
  ({ kind, title }: Pick<Milestone, 'kind' | 'title'>): string => {
    const found = PATTERNS[kind].exec(title);
    return found ? titles[kind](found.groups?.code ?? '', found.groups?.time ?? null) : title;
  };
