/** `certplan score`: the result of a practice exam or of practice questions. */
import { type Plan, planClock, type Session } from '../../plan/plan.ts';
import { stageOf, stagePlan } from '../../plan/stages.ts';
import { KIND_NAMES } from '../../plan/words.ts';
import { WEAK_PERCENT } from '../../progress/gate.ts';
import {
  checkDomains,
  decideScore,
  passMark,
  type ScoreWords,
  sessionToScore,
  verdictOn,
} from '../../progress/record-score.ts';
import { runningTimer } from '../../progress/timer.ts';
import { dateAt } from '../../time/wall-clock.ts';
import { answerChange, changePlan } from '../change-plan.ts';
import type { Context } from '../context.ts';

export interface ScoreFlags {
  readonly domain?: Readonly<Record<string, number>>;
  readonly questions?: number;
}

export async function scoreCommand(
  context: Context,
  name: number | string,
  percent: number,
  flags: ScoreFlags,
): Promise<void> {
  const words: ScoreWords = {
    percent,
    domains: flags.domain ?? {},
    questions: flags.questions ?? null,
  };
  const {
    decision,
    day,
    state: after,
  } = changePlan(context, ({ state, plan }, now) => {
    const session = sessionToScore(state, name);
    checkDomains(stagePlan(plan, stageOf(plan, session)), words.domains);
    const today = dateAt(Math.floor(now / 60_000), planClock(plan));
    const logged = state.logged.get(session.number) ?? 0;
    const running = runningTimer(state, now);
    return { events: decideScore(session, words, today, running, logged), session };
  });
  const { session, events } = decision;
  const stage = stagePlan(after.plan, stageOf(after.plan, session));
  const verdict = verdictOn(stage, session, words);
  const done = events.length > 1 ? '; done' : '';
  answerChange(context, day, {
    command: 'score',
    numbers: [session.number],
    lines: [
      `scored  ${session.number} ${KIND_NAMES[session.kind]}, ${percent} %${done}. ${meaning(stage, session, percent)}`.trimEnd(),
      ...verdictLines(verdict, session),
    ],
    details: { percent, gate: verdict.gate, weakest: verdict.weakest, replan: verdict.replan },
    ...(verdict.replan ? { next: 'replan' } : {}),
  });
}

/** A practice result is not the exam's scale: the mark is named, not a pass. */
function meaning(plan: Plan, session: Session, percent: number): string {
  const mark = passMark(plan);
  if (session.kind !== 'practice-exam' || !mark) return '';
  const side = percent >= mark.percent ? 'above' : 'below';
  return `The exam passes at ${mark.text}, about ${Math.round(mark.percent)} %: ${side} it.`;
}

function verdictLines(
  { gate, belowGate, weakest }: ReturnType<typeof verdictOn>,
  { kind }: Session,
): string[] {
  const lines: string[] = [];
  if (gate !== null) {
    lines.push(
      belowGate
        ? `gate  below ${gate} %: the hours that remain are better spread anew`
        : `gate  ${gate} % is reached`,
    );
  }
  if (weakest && kind === 'practice-questions') {
    // A set on one domain has no weakest one; a good result needs no comment.
    if (weakest.percent < WEAK_PERCENT) {
      lines.push(
        `weak  ${weakest.id} ${weakest.title}, under ${WEAK_PERCENT} %: a re-plan brings its tasks back soon`,
      );
    }
  } else if (weakest) {
    const weak = weakest.percent < WEAK_PERCENT ? `, under ${WEAK_PERCENT} %` : '';
    lines.push(`weakest  ${weakest.id} ${weakest.title}, ${weakest.percent} %${weak}`);
  }
  return lines;
}
