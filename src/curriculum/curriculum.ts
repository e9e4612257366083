/** A curriculum as the planner sees it: checked, complete, weights scaled to 100. */
import type { CivilDate } from '../time/civil-date.ts';
import type { CurriculumYaml } from './schema.ts';
import type { CurriculumKind, Depth, MinutesBasis, SkillLevels, Vendor } from './vocabulary.ts';

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  /** Look-alike tasks, mixed in practice sets. */
  readonly mixWith: readonly string[];
  /** Self-check questions. */
  readonly checks: readonly string[];
}

export interface Domain {
  readonly id: string;
  readonly title: string;
  /** Per cent of the exam; the domains of a curriculum add up to 100. */
  readonly weight: number;
  /** As the vendor states it: a number or a range. */
  readonly statedWeight: number | readonly [number, number];
  readonly tasks: readonly Task[];
}

export interface Lab {
  readonly setup: readonly string[];
  readonly steps: readonly string[];
  readonly teardown: readonly string[];
  readonly billsWhileIdle: boolean;
  /** What keeps billing until the tear-down. */
  readonly billing: readonly string[];
  /** Named stopping points of a lab that is cut into parts. */
  readonly stops: readonly string[];
}

export interface ProjectStep {
  readonly title: string;
  readonly minutes: number;
}

export interface Activity {
  readonly id: string;
  readonly kind: CurriculumKind;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string;
  readonly minutes: number;
  readonly minutesBasis: MinutesBasis;
  /** Dollars; null: not known. With a subscription: what a month of it costs. */
  readonly costUsd: number | null;
  /** Id of a subscription that this needs; one month is paid once, however many items need it. */
  readonly subscription: string | null;
  readonly tasks: readonly string[];
  readonly buildsOn: SkillLevels;
  /** What a learner who has these levels needs no more than a check of. */
  readonly teaches: SkillLevels;
  readonly after: readonly string[];
  readonly depth: Depth;
  readonly forBeginners: boolean;
  readonly first: string | null;
  readonly questions: number | null;
  readonly lab: Lab | null;
  readonly steps: readonly ProjectStep[];
  readonly teardown: readonly string[];
}

export interface ExamFacts {
  readonly minutes: number;
  readonly minutesNote: string | null;
  readonly questions: number | readonly [number, number] | null;
  readonly questionsScored: number | null;
  readonly passingScore: number | null;
  readonly scoreScale: readonly [number, number] | null;
  readonly priceUsd: number | null;
  readonly questionTypes: readonly string[];
  readonly style: string;
  readonly retakeWaitDays: number;
  readonly retakeRules: string;
  readonly rescheduleDays: number;
  readonly beta: {
    readonly examCode: string;
    readonly questions: number | null;
    readonly minutes: number | null;
    readonly priceUsd: number | null;
  } | null;
}

export interface Lifecycle {
  readonly firstExam: CivilDate | null;
  readonly generalAvailability: CivilDate | null;
  readonly lastExam: CivilDate | null;
  readonly note: string | null;
}

/** An earlier version of an exam that has no curriculum of its own. */
export interface Predecessor {
  readonly examCode: string;
  readonly lifecycle: Lifecycle;
}

/** What is aimed at: exam facts, life, domains with weights and tasks. */
export interface Certification {
  readonly id: string;
  readonly vendor: Vendor;
  readonly name: string;
  readonly examCode: string;
  readonly level: CurriculumYaml['level'];
  readonly checked: CivilDate;
  readonly lifecycle: Lifecycle;
  readonly successors: readonly string[];
  readonly predecessor?: Predecessor;
  readonly exam: ExamFacts;
  readonly validityMonths: number | null;
  readonly renewal: { readonly text: string; readonly opensMonthsBefore: number | null };
  readonly experience: string;
  readonly requires: SkillLevels;
  readonly services: readonly string[];
  readonly notes: readonly string[];
  readonly sources: CurriculumYaml['sources'];
  /** The activity that is the official exam guide: the first session of every plan. */
  readonly guide: string;
  readonly domains: readonly Domain[];
}

/** A certification and its activities: one file in `curricula/`. */
export interface Curriculum extends Certification {
  readonly activities: readonly Activity[];
}

/** The certification without its activities. */
export function certificationOf(curriculum: Curriculum): Certification {
  const { activities: _activities, ...certification } = curriculum;
  return certification;
}

/** The middle of a stated weight, before scaling. */
export const midWeight = (weight: number | readonly [number, number]): number =>
  typeof weight === 'number' ? weight : (weight[0] + weight[1]) / 2;

const predecessorOf = (yaml: NonNullable<CurriculumYaml['predecessor']>): Predecessor => ({
  examCode: yaml['exam-code'],
  lifecycle: {
    firstExam: yaml['first-exam'] as CivilDate | null,
    generalAvailability: null,
    lastExam: yaml['last-exam'] as CivilDate | null,
    note: yaml.note ?? null,
  },
});

/** From the words of the file to the planner's own. The file has passed schema and rules. */
export function fromYaml(yaml: CurriculumYaml): Curriculum {
  const total = yaml.domains.reduce((sum, domain) => sum + midWeight(domain.weight), 0);
  const { exam, lifecycle } = yaml;
  return {
    id: yaml.id,
    vendor: yaml.vendor,
    name: yaml.name,
    examCode: yaml['exam-code'],
    level: yaml.level,
    checked: yaml.checked as CivilDate,
    lifecycle: {
      firstExam: lifecycle['first-exam'] as CivilDate | null,
      generalAvailability: lifecycle['general-availability'] as CivilDate | null,
      lastExam: lifecycle['last-exam'] as CivilDate | null,
      note: lifecycle.note ?? null,
    },
    successors: yaml.successors,
    ...(yaml.predecessor === undefined ? {} : { predecessor: predecessorOf(yaml.predecessor) }),
    exam: {
      minutes: exam.minutes,
      minutesNote: exam['minutes-note'] ?? null,
      questions: exam.questions,
      questionsScored: exam['questions-scored'],
      passingScore: exam['passing-score'],
      scoreScale: exam['score-scale'],
      priceUsd: exam['price-usd'],
      questionTypes: exam['question-types'],
      style: exam.style,
      retakeWaitDays: exam.retake['wait-days'],
      retakeRules: exam.retake.rules,
      rescheduleDays: exam['reschedule-days'],
      beta: exam.beta
        ? {
            examCode: exam.beta['exam-code'],
            questions: exam.beta.questions,
            minutes: exam.beta.minutes,
            priceUsd: exam.beta['price-usd'],
          }
        : null,
    },
    validityMonths: yaml['validity-months'],
    renewal: { text: yaml.renewal.text, opensMonthsBefore: yaml.renewal['opens-months-before'] },
    experience: yaml.experience,
    requires: yaml.requires,
    services: yaml.services,
    notes: yaml.notes,
    sources: yaml.sources,
    guide: yaml.guide,
    domains: yaml.domains.map((domain) => ({
      id: domain.id,
      title: domain.title,
      weight: (midWeight(domain.weight) * 100) / total,
      statedWeight: domain.weight,
      tasks: domain.tasks.map((task) => ({
        id: task.id,
        title: task.title,
        topics: task.topics,
        mixWith: task['mix-with'],
        checks: task.checks,
      })),
    })),
    activities: yaml.activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      publisher: activity.publisher ?? null,
      url: activity.url,
      minutes: activity.minutes.value,
      minutesBasis: activity.minutes.basis,
      costUsd: activity['cost-usd'],
      subscription: activity.subscription ?? null,
      tasks: activity.tasks,
      buildsOn: activity['builds-on'],
      teaches: activity.teaches ?? {},
      after: activity.after,
      depth: activity.depth,
      forBeginners: activity.for === 'beginners',
      first: activity.first ?? null,
      questions: activity.questions ?? null,
      lab: activity.lab
        ? {
            setup: activity.lab.setup,
            steps: activity.lab.steps,
            teardown: activity.lab.teardown,
            billsWhileIdle: activity.lab['bills-while-idle'],
            billing: activity.lab.billing,
            stops: activity.lab.stops,
          }
        : null,
      steps: activity.steps ?? [],
      teardown: activity.teardown ?? activity.lab?.teardown ?? [],
    })),
  };
}
