/** Scores of practice exams and practice questions, as answered questions per domain. */
import type { Certification, Domain } from '../curriculum/curriculum.ts';
import { type CivilDate, type DayNumber, dayNumber } from '../time/civil-date.ts';
import { snapshotActivities } from './snapshot.ts';
import type { PlanState, Score } from './state.ts';

/**
 * After so many days an answer counts half. Our choice, from the research behind this project; a
 * study of the USMLE's practice forms (2021, PMC8368818) also lets them age by the day.
 */
const HALF_LIFE_DAYS = 21;
/** Against a full exam against the clock: what an answer without one is worth. Our choice. */
const UNTIMED_WORTH = 0.8;
/** The same set again: its questions have been seen. Our choice. */
const SEEN_WORTH = 0.2;
/**
 * Where neither the learner nor the curriculum tells how many questions a set has: as many as the
 * shortest sets of the curricula have.
 */
const QUESTIONS_OF_A_SET = 10;
/** Where an exam's facts hold no number: between the 50 and 65 that the exams of AWS and Microsoft have. */
const QUESTIONS_OF_AN_EXAM = 60;
/** No set is longer; a slip of the keyboard must not drown all the rest. */
const MOST_QUESTIONS = 300;

type Evidence = Readonly<Record<string, { readonly right: number; readonly wrong: number }>>;

export interface ScoredQuestions {
  /** Weighted answers per domain. */
  readonly byDomain: Evidence;
  /** Practice exams that count, and the questions in them. */
  readonly exams: number;
  readonly examQuestions: number;
  /** Questions outside practice exams. */
  readonly otherQuestions: number;
  /** Mean per cent per domain where scores name domains; sets over the whole exam do not. */
  readonly percentByDomain: Readonly<Record<string, number>>;
  /** Domains of which a practice test taken before the plan was given. */
  readonly testedBefore: number;
}

/** Questions in the exam itself; the middle of a range. */
export function questionsOfExam({ exam }: Pick<Certification, 'exam'>): number {
  const { questions } = exam;
  if (questions === null) return QUESTIONS_OF_AN_EXAM;
  return typeof questions === 'number' ? questions : Math.round((questions[0] + questions[1]) / 2);
}

const within = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;

/** What the curriculum's snapshot says of an activity; nothing where it does not hold it. */
interface ActivityFacts {
  readonly exam: boolean;
  readonly questions: number | null;
}

function activityFacts(state: PlanState): ReadonlyMap<string, ActivityFacts> {
  const facts = new Map<string, ActivityFacts>();
  const created = state.events.find((event) => event.type === 'created');
  if (!created) return facts;
  let activities: unknown;
  try {
    activities = snapshotActivities(created, state.plan.certification.id);
  } catch {
    // A snapshot that cannot be read tells no numbers of questions; that is no reason to stop.
    return facts;
  }
  if (!Array.isArray(activities)) return facts;
  for (const activity of activities as readonly unknown[]) {
    if (typeof activity !== 'object' || activity === null) continue;
    const { id, kind, questions } = activity as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string') continue;
    facts.set(id, {
      exam: kind === 'practice-exam',
      questions: typeof questions === 'number' ? questions : null,
    });
  }
  return facts;
}

/** A session takes place once: of several scores for it the last one stands. */
function standing(scores: readonly Score[]): Score[] {
  const last = new Map<number, Score>();
  for (const score of scores) if (score.number !== null) last.set(score.number, score);
  return scores.filter((score) => score.number === null || last.get(score.number) === score);
}

/** @param today local date of now; scores of later dates count as of today */
export function scoredQuestions(state: PlanState, today: DayNumber): ScoredQuestions {
  const { certification, sessions, learner } = state.plan;
  const right = new Map<string, number>();
  const wrong = new Map<string, number>();
  const named = new Map<string, { right: number; questions: number }>();
  const add = (domain: string, percent: number, questions: number, worth: number): void => {
    const share = within(percent, 0, 100) / 100;
    right.set(domain, (right.get(domain) ?? 0) + questions * worth * share);
    wrong.set(domain, (wrong.get(domain) ?? 0) + questions * worth * (1 - share));
  };
  const name = (domain: string, percent: number, questions: number): void => {
    const entry = named.get(domain) ?? { right: 0, questions: 0 };
    entry.right += (questions * within(percent, 0, 100)) / 100;
    entry.questions += questions;
    named.set(domain, entry);
  };
  const age = (on: CivilDate): number => {
    const days = Math.max(0, today - dayNumber(on));
    // A date that is none counts as fresh.
    return Number.isFinite(days) ? 0.5 ** (days / HALF_LIFE_DAYS) : 1;
  };

  let exams = 0;
  let examQuestions = 0;
  let otherQuestions = 0;
  const seen = new Set<string>();
  let facts: ReadonlyMap<string, ActivityFacts> | null = null;
  for (const score of standing(state.scores)) {
    const session = sessions.find(({ number, activity }) =>
      score.number === null ? activity === score.activity : number === score.number,
    );
    const activity = score.activity ?? session?.activity ?? null;
    // The snapshot is read only where it is needed: it is long.
    const asked = activity !== null && (score.questions === null || !session);
    if (asked) facts ??= activityFacts(state);
    const known = asked ? facts?.get(activity) : undefined;
    // What belongs to nothing in the plan is an exam taken elsewhere.
    const isExam = session ? session.kind === 'practice-exam' : (known?.exam ?? true);
    const domains = domainsOf(score, session?.domain ?? null, certification.domains);
    const questions = within(
      score.questions ??
        known?.questions ??
        (isExam ? questionsOfExam(certification) : QUESTIONS_OF_A_SET),
      0,
      MOST_QUESTIONS,
    );
    const worth =
      age(score.on) *
      (isExam ? 1 : UNTIMED_WORTH) *
      (activity !== null && seen.has(activity) ? SEEN_WORTH : 1);
    if (activity !== null) seen.add(activity);
    if (isExam) {
      exams += 1;
      examQuestions += questions;
    } else otherQuestions += questions;
    const total = domains.reduce((sum, { weight }) => sum + weight, 0);
    for (const { id, weight } of domains) {
      const own = (questions * weight) / total;
      const percent = score.domains[id];
      add(id, percent ?? score.percent, own, worth);
      if (percent !== undefined || domains.length === 1) name(id, percent ?? score.percent, own);
    }
  }

  // A test taken before the plan (`--scored`), each domain with its share of an exam's questions.
  // A re-plan notes weak scores of practice among the learner's own: those are counted above.
  const created = state.events.find((event) => event.type === 'created');
  const given = created ? created.plan.learner.scoredDomains : learner.scoredDomains;
  let testedBefore = 0;
  for (const { id, weight } of certification.domains) {
    const percent = given[id];
    if (percent === undefined) continue;
    testedBefore += 1;
    const questions = (questionsOfExam(certification) * weight) / 100;
    const before = state.plan.createdAt.slice(0, 10) as CivilDate;
    add(id, percent, questions, age(before) * UNTIMED_WORTH);
    name(id, percent, questions);
  }

  return {
    byDomain: Object.fromEntries(
      certification.domains.map(({ id }) => [
        id,
        { right: right.get(id) ?? 0, wrong: wrong.get(id) ?? 0 },
      ]),
    ),
    exams,
    examQuestions: Math.round(examQuestions),
    otherQuestions: Math.round(otherQuestions),
    percentByDomain: Object.fromEntries(
      [...named].flatMap(([id, entry]) =>
        entry.questions > 0 ? [[id, (100 * entry.right) / entry.questions]] : [],
      ),
    ),
    testedBefore,
  };
}

/** The domains that a score speaks of: its session's own, those it names, else all. */
function domainsOf(score: Score, own: string | null, all: readonly Domain[]): readonly Domain[] {
  const one = all.filter(({ id }) => id === own);
  if (one.length > 0) return one;
  // A test of some domains only, taken elsewhere; an exam of the plan is always on all of them.
  const given = all.filter(({ id }) => score.domains[id] !== undefined);
  return given.length > 0 && score.number === null && score.activity === null ? given : all;
}
