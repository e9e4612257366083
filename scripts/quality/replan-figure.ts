/** Figure 8: what one missed session moves, and whether fewer would have done. */
import { leastMoves, type Verdict } from './least-moves.ts';
import {
  type Answer,
  answerTo,
  type MissedCase,
  type MOMENTS,
  missedCases,
} from './missed-cases.ts';
import { type Figure, percent, table } from './report.ts';
import { median, shareOf } from './statistics.ts';

const SEEDS = [5, 6, 7] as const;
const LEARNERS = 120;
const FEW = 3;
const GOAL = 0.95;
/** How long each failing case is thought about is bounded; so is how many of them are. */
const THOUGHT_ABOUT = 40;

interface Replan {
  readonly missed: MissedCase;
  /** Null: the exam day given is too early now, and nothing moves. */
  readonly answer: Answer | null;
}

const isFew = ({ answer }: Replan): boolean => answer !== null && answer.moves <= FEW;

const classesOf = ({ missed: { plan, missed }, answer }: Replan): string[] => [
  // A session whose slot has begun and whose timer does not run counts as missed, too.
  `${answer?.replanned.replacement.missed.length ?? 'unknown'} missed in all`,
  plan.learner.windowsChosen ? 'windows chosen from --hours' : 'windows given',
  plan.exam === null
    ? 'no exam'
    : plan.exam.source === 'given'
      ? 'exam day given'
      : 'exam day suggested',
  `missed: ${missed.kind}`,
];

function classTable(replans: readonly Replan[]): string[] {
  const names = [...new Set(replans.flatMap(classesOf))].sort();
  return table([
    ['', 'cases', `at most ${FEW} moves`, 'median'],
    ...names.map((name) => {
      const own = replans.filter((replan) => classesOf(replan).includes(name));
      return [name, String(own.length), percent(shareOf(own, isFew)), String(medianOf(own))];
    }),
  ]);
}

const medianOf = (replans: readonly Replan[]): number =>
  median(replans.map(({ answer }) => answer?.moves ?? Number.POSITIVE_INFINITY));

const VERDICTS: Readonly<Record<Verdict['kind'], string>> = {
  possible: 'a plan with so few moves exists',
  impossible: 'proven: no plan has so few moves',
  open: 'neither proven nor found',
};

/** @param seen when the learner asks for a re-plan */
export function replanFigure(seen: keyof typeof MOMENTS): Figure {
  const replans = [...missedCases(LEARNERS, SEEDS, seen)].map(
    (missed): Replan => ({ missed, answer: answerTo(missed) }),
  );
  const many = replans.filter((replan) => !isFew(replan));
  const judged = many.slice(0, THOUGHT_ABOUT).map((replan) => ({
    replan,
    verdict: leastMoves(replan.missed, FEW),
  }));
  const few = shareOf(replans, isFew);
  const of = (kind: Verdict['kind']): number =>
    judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    title: `8. Re-plan after one missed session, seen ${seen}: ${replans.length} random cases (seeds ${SEEDS.join(', ')})`,
    lines: [
      ...classTable(replans),
      '',
      `of ${many.length} with more moves, ${judged.length} were searched exhaustively for one with at most ${FEW}:`,
      ...table(
        (Object.keys(VERDICTS) as Verdict['kind'][]).map((kind) => [
          VERDICTS[kind],
          String(of(kind)),
          percent(of(kind) / replans.length),
        ]),
      ),
      '',
      ...judged.map(
        ({ replan: { missed, answer }, verdict }) =>
          `${missed.name}: ${missed.missed.kind} ${missed.missed.number}, ${answer ? `${answer.moves} moves` : 'does not fit'}${answer?.examMoved === true ? ', later exam day' : ''}; ${VERDICTS[verdict.kind]}`,
      ),
    ],
    summary: `${percent(few)} move at most ${FEW} others, median ${medianOf(replans)}`,
    goal: `>= ${percent(GOAL, 0)}`,
    met: few >= GOAL,
  };
}
