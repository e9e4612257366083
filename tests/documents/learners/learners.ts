/** Learners who are really different, for the golden files: every document of each of them is kept. */
import type { PdfOptions } from '../../../src/documents/pdf/render-pdf.ts';
import { PDF_SECTIONS } from '../../../src/documents/pdf/sections.ts';
import { type Words, wordsIn } from '../../../src/documents/words/words.ts';
import type { LanguageTag } from '../../../src/plan/language.ts';
import type { Milestone, Plan, Session } from '../../../src/plan/plan.ts';
import { seenAt } from '../../../src/progress/feasibility-now.ts';
import { goneDates } from '../../../src/progress/gone-dates.ts';
import type { PlanState } from '../../../src/progress/state.ts';
import type { EpochMinutes } from '../../../src/time/wall-clock.ts';
import { STAMP } from '../render-all.ts';
import { smallPlan } from '../small-plan.ts';
import { NOW, threeWeeksIn } from './beginner.ts';
import { newlyPlanned } from './expert.ts';

/** What documents are made from. */
export interface Told {
  readonly words: Words;
  /** When the files are made. */
  readonly stamp: Date;
  readonly plan: Plan;
  /** The plan as it looks now, for documents that are looked at once: with what is missed. */
  readonly seen: Plan;
  readonly cancelled: readonly Session[];
  readonly goneDates: readonly Milestone[];
  readonly skippedBecause: ReadonlyMap<number, string>;
}

export type Print = Pick<PdfOptions, 'paper' | 'owner' | 'sections' | 'range'>;

export interface GoldenLearner {
  /** Begins the names of the files. */
  readonly name: string;
  /** Of all documents. */
  readonly language: LanguageTag;
  readonly tell: () => Omit<Told, 'words'>;
  /** What is printed, by name; every page of it is kept. */
  readonly prints: Readonly<Record<string, Print>>;
}

function toldOf(state: PlanState, now: EpochMinutes): Omit<Told, 'words'> {
  const { plan, cancelled, skippedBecause } = state;
  return {
    stamp: new Date(now * 60_000),
    plan,
    seen: seenAt(state, now),
    cancelled,
    goneDates: goneDates(state),
    skippedBecause,
  };
}

/** The plan made by hand, one of its tasks with a question. */
function byHand(): Omit<Told, 'words'> {
  const { certification } = smallPlan;
  const plan: Plan = {
    ...smallPlan,
    certification: {
      ...certification,
      domains: certification.domains.map((domain) => ({
        ...domain,
        tasks: domain.tasks.map((task) =>
          task.id === '1.2' ? { ...task, checks: ['Which way is cheapest, and when not?'] } : task,
        ),
      })),
    },
  };
  return {
    stamp: STAMP,
    plan,
    seen: plan,
    cancelled: [],
    goneDates: [],
    skippedBecause: new Map(),
  };
}

/** Weeks are many pages that look alike: two of them, around the change of the clocks, will do. */
const ALL_BUT_WEEKS = PDF_SECTIONS.filter((section) => section !== 'weeks');

export const LEARNERS: readonly GoldenLearner[] = [
  {
    name: 'small-plan',
    language: 'en',
    tell: byHand,
    prints: {
      a4: { paper: 'a4', owner: 'Ada Lovelace' },
      letter: { paper: 'letter', sections: ['cover', 'calendar', 'weeks'] },
    },
  },
  {
    name: 'beginner',
    language: 'es-CL',
    tell: () => toldOf(threeWeeksIn(), NOW),
    prints: {
      letter: {
        paper: 'letter',
        owner: 'María-José Ñúñez Ibáñez de Güell y Čapek',
        sections: ALL_BUT_WEEKS,
      },
      'two-weeks': {
        paper: 'letter',
        sections: ['weeks'],
        range: { from: '2027-03-22', to: '2027-04-04' },
      },
    },
  },
  {
    name: 'expert',
    language: 'de',
    tell: () => {
      const state = newlyPlanned();
      return toldOf(state, Date.parse(state.plan.createdAt) / 60_000);
    },
    prints: {
      a4: { paper: 'a4', owner: '山田 花子', sections: ALL_BUT_WEEKS },
      'two-weeks': {
        paper: 'a4',
        sections: ['weeks'],
        range: { from: '2027-03-29', to: '2027-04-11' },
      },
    },
  },
];

/** @returns what is told of a learner, in the learner's language */
export async function tellOf({ tell, language }: GoldenLearner): Promise<Told> {
  const told = tell();
  const inLanguage = (plan: Plan): Plan => (language === 'en' ? plan : { ...plan, language });
  return {
    ...told,
    words: await wordsIn(language),
    plan: inLanguage(told.plan),
    seen: inLanguage(told.seen),
  };
}
