/**
 * Readiness: an estimate of the score if the exam were sat today, and of the chance to pass.
 *
 * The share of questions of a domain that the learner would answer is a Beta distribution: a weak
 * guess from how much of the domain's material is done, plus the questions that were answered.
 * Draws of it give the score (domains by exam weight) with a 90 % interval; simulating the exam's
 * questions against the cut gives the chance to pass.
 */
import type { Certification } from '../curriculum/curriculum.ts';
import { isContent } from '../curriculum/vocabulary.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import { quantile, type Random, randomFrom } from './random.ts';
import { questionsOfExam, type ScoredQuestions, scoredQuestions } from './scored-questions.ts';
import type { PlanState } from './state.ts';

/**
 * Share of right answers to be guessed before any question was scored: with nothing done, and with
 * all material done. One of four options is right by luck (0.25), a few more by general knowledge;
 * all done is taken to lead to about the cut, as courses alone are said not to suffice. Our choice.
 */
const PRIOR_SHARE = { nothingDone: 0.35, allDone: 0.7 } as const;
/**
 * So many questions is that guess worth, per domain: as a uniform distribution, moved to where
 * coverage points. One practice exam of 65 questions outweighs it by far.
 */
const PRIOR_QUESTIONS = 2;
/**
 * Vendors publish a scaled score to pass (720 of 1000), not a share of right answers. It is read as
 * that share; where none is published, as the middle of the 70 to 75 % that are usual.
 */
const CUT_UNKNOWN = 0.725;
/**
 * The range of the chance: the cut moved so far to either side. Nobody knows how scaled scores map
 * to right answers, and reports put the real exam about 5 points on either side of practice sets.
 */
const CUT_DOUBT = 0.05;
/** Draws; the error of a chance is about one per cent. */
const DRAWS = 2000;
const SEED = 20_261_126;
/** The interval: 90 %. */
const TAIL = 0.05;

export interface Range {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface DomainReadiness extends Range {
  /** Share of the domain's content minutes that is done, 0 to 1. */
  readonly coverage: number;
  /** Mean per cent of scores that name the domain; null where none does. */
  readonly scored: number | null;
}

export interface Readiness extends Range {
  /** Share of right answers, 0 to 1, with a 90 % interval. */
  readonly score: Range;
  readonly byDomain: Readonly<Record<string, DomainReadiness>>;
  /** Share of right answers that is taken to pass. */
  readonly cut: number;
  /** What the estimate rests on, in words. */
  readonly basis: string;
}

/** Share of right answers that is taken to pass. */
export function cutOf({ exam }: Pick<Certification, 'exam'>): number {
  const { passingScore, scoreScale } = exam;
  if (passingScore === null || scoreScale === null || scoreScale[1] <= 0) return CUT_UNKNOWN;
  return passingScore / scoreScale[1];
}

/**
 * Share of a domain's content minutes that is done; of the whole content where a domain has none of
 * its own, because the learner knows it or it comes with others.
 */
function coverageOf(state: PlanState): { byDomain: Record<string, number>; whole: number } {
  const content = state.plan.sessions.filter(({ kind }) => isContent(kind));
  const share = (own: typeof content): number | null => {
    const all = own.reduce((sum, { minutes }) => sum + minutes, 0);
    const done = own.reduce((sum, s) => (s.status === 'done' ? sum + s.minutes : sum), 0);
    return all > 0 ? done / all : null;
  };
  const whole = share(content) ?? 0;
  return {
    whole,
    byDomain: Object.fromEntries(
      state.plan.certification.domains.map(({ id }) => [
        id,
        share(content.filter(({ domain }) => domain === id)) ?? whole,
      ]),
    ),
  };
}

/** Questions of each domain in an exam of so many, by largest remainder. */
function questionsByDomain(weights: readonly number[], questions: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight * questions) / total);
  const counts = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = questions - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of order) {
    if (missing <= 0) break;
    counts[index] = (counts[index] ?? 0) + 1;
    missing -= 1;
  }
  return counts;
}

function rightAnswers(questions: number, share: number, random: Random): number {
  let right = 0;
  for (let question = 0; question < questions; question += 1) {
    if (random.uniform() < share) right += 1;
  }
  return right;
}

/** Sorts the draws. */
const rangeOf = (draws: Float64Array): Range => {
  draws.sort();
  const sum = draws.reduce((total, value) => total + value, 0);
  return {
    estimate: sum / draws.length,
    low: quantile(draws, TAIL),
    high: quantile(draws, 1 - TAIL),
  };
};

export function readinessOf(
  state: PlanState,
  now: EpochMinutes,
  clock: ZoneClock,
  { seed = SEED, draws = DRAWS }: { readonly seed?: number; readonly draws?: number } = {},
): Readiness {
  const { certification } = state.plan;
  const { domains } = certification;
  const { day: today } = clock.toWallClock(now);
  const scored = scoredQuestions(state, today);
  const coverage = coverageOf(state);
  const cut = cutOf(certification);
  const random = randomFrom(seed);

  const weights = domains.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exam = certification.exam.questionsScored ?? questionsOfExam(certification);
  const counts = questionsByDomain(weights, exam);
  const beliefs = domains.map(({ id }) => {
    const { nothingDone, allDone } = PRIOR_SHARE;
    const guess = nothingDone + (allDone - nothingDone) * (coverage.byDomain[id] ?? 0);
    const { right, wrong } = scored.byDomain[id] ?? { right: 0, wrong: 0 };
    return {
      a: PRIOR_QUESTIONS * guess + right,
      b: PRIOR_QUESTIONS * (1 - guess) + wrong,
      shares: new Float64Array(draws),
    };
  });
  const scores = new Float64Array(draws);
  const passes = { low: 0, estimate: 0, high: 0 };
  for (let draw = 0; draw < draws; draw += 1) {
    let score = 0;
    let right = 0;
    beliefs.forEach(({ a, b, shares }, index) => {
      const share = random.beta(a, b);
      shares[draw] = share;
      score += ((weights[index] ?? 0) * share) / total;
      right += rightAnswers(counts[index] ?? 0, share, random);
    });
    scores[draw] = score;
    const reached = right / exam;
    if (reached >= cut + CUT_DOUBT) passes.low += 1;
    if (reached >= cut) passes.estimate += 1;
    if (reached >= cut - CUT_DOUBT) passes.high += 1;
  }
  return {
    estimate: passes.estimate / draws,
    low: passes.low / draws,
    high: passes.high / draws,
    score: rangeOf(scores),
    byDomain: Object.fromEntries(
      domains.map(({ id }, index) => [
        id,
        {
          ...rangeOf(beliefs[index]?.shares ?? new Float64Array(1)),
          coverage: coverage.byDomain[id] ?? 0,
          scored: scored.percentByDomain[id] ?? null,
        },
      ]),
    ),
    cut,
    basis: basisOf(scored, coverage.whole),
  };
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

function basisOf(scored: ScoredQuestions, coverage: number): string {
  const parts: string[] = [];
  if (scored.exams > 0) {
    parts.push(
      `${counted(scored.exams, 'practice exam', 'practice exams')} (${counted(scored.examQuestions, 'question', 'questions')})`,
    );
  }
  if (scored.otherQuestions > 0) {
    parts.push(counted(scored.otherQuestions, 'practice question', 'practice questions'));
  }
  if (scored.testedBefore > 0) parts.push('a test taken before');
  const covered = `${Math.round(coverage * 100)} % of the material done`;
  return parts.length === 0
    ? `${covered}; no practice score yet`
    : `${parts.join(', ')} and ${covered}`;
}

/** The domains with the lowest and the highest score; null until two have one. */
export function extremesOf(
  readiness: Readiness,
): { readonly weakest: string; readonly strongest: string } | null {
  const scored = Object.entries(readiness.byDomain)
    .flatMap(([id, { scored: percent }]) => (percent === null ? [] : [{ id, percent }]))
    .sort((a, b) => a.percent - b.percent || (a.id < b.id ? -1 : 1));
  const [weakest] = scored;
  const strongest = scored.at(-1);
  if (!weakest || !strongest || weakest.percent === strongest.percent) return null;
  return { weakest: weakest.id, strongest: strongest.id };
}
