/** What is printed when a plan was made: verdict, exam, how it was made for this learner. */
import { LEVEL_NAMES } from '../../curriculum/vocabulary.ts';
import { describeWindows } from '../../learner/windows.ts';
import { sharedSums } from '../../plan/done-elsewhere.ts';
import { type Plan, planClock } from '../../plan/plan.ts';
import { planCosts } from '../../plan/plan-costs.ts';
import { stageIds, stagePlan, wholePlan } from '../../plan/stages.ts';
import { totalsOf, weekLoads } from '../../plan/totals.ts';
import { formatDate, formatHours, formatRoundHours } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import { dateAt, formatMinute } from '../../time/wall-clock.ts';
import { costWords } from '../../workload/costs.ts';
import { bar, padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { labelled } from '../terminal/wrap.ts';

const BAR_WIDTH = 12;
/** Column in which the texts begin. */
const LABEL_WIDTH = 9;

export function planSummary(made: Plan, style: Style): string[] {
  const plan = wholePlan(made);
  const stages = stageIds(made).map((id) => stagePlan(made, id));
  const lines = [
    ...stages.map(({ certification: { name, examCode } }) =>
      style.bold(`${plainText(name)} (${plainText(examCode)})`),
    ),
    ...verdictLines(plan, style),
    ...(stages.length === 1
      ? [`  exam   ${examWords(plan)}`]
      : stages.map(
          (stage, index) =>
            `  ${index === 0 ? 'exams ' : '      '} ${padEnd(plainText(stage.certification.examCode), codeWidth(stages))}  ${examWords(stage)}`,
        )),
    ...labelled('  costs', costWords(planCosts(made)), LABEL_WIDTH, style.width),
    '',
    ...madeForYouLines(plan),
    ...cutLines(plan),
    '',
    ...domainLines(plan, style),
    ...kindLines(plan),
  ];
  return lines;
}

function verdictLines(plan: Plan, style: Style): string[] {
  const clock = planClock(plan);
  const first = plan.sessions[0];
  const { verdict, neededMinutes } = plan.feasibility;
  const weeks = weekLoads(plan).length;
  const paint = verdict === 'fits' ? style.green : style.yellow;
  const start = first ? formatDate(dateAt(first.start, clock), true) : '';
  const lines = [
    `  ${padEnd(paint(verdict), 6)} ${formatRoundHours(neededMinutes)} of study in ${weeks} weeks from ${start}, at most ${formatHours(plan.learner.minutesPerWeek)} a week`,
    `  when   ${describeWindows(plan.learner.windows)}${plan.learner.windowsChosen ? ' (chosen; change with --when)' : ''}`,
  ];
  return lines;
}

const codeWidth = (stages: readonly Plan[]): number =>
  Math.max(...stages.map(({ certification }) => certification.examCode.length));

function examWords(plan: Plan): string {
  if (!plan.exam) return 'none: this exam can no longer be sat';
  const { date, minute, source } = plan.exam;
  const book = plan.milestones.find((milestone) => milestone.kind === 'book-by');
  return `${formatDate(date, true)}${minute === null ? '' : ` ${formatMinute(minute)}`}${source === 'suggested' ? ' (suggested)' : ''}, cushion ${formatHours(plan.feasibility.cushionMinutes ?? 0)}${book ? `     book by ${formatDate(book.date)}` : ''}`;
}

function madeForYouLines(plan: Plan): string[] {
  const { madeForYou, waived, learner, shared = [] } = plan;
  const lines = ['  made for you'];
  const amount = (minutes: number): string =>
    `${minutes < 0 ? '−' : '+'} ${padStart(formatRoundHours(Math.abs(minutes)), 6)}`;
  const steps = (skills: readonly string[]): string =>
    madeForYou.bridges
      .filter((entry) => skills.includes(entry.skill))
      .map((entry) => `${entry.skill} ${entry.from} → ${entry.to}`)
      .join(', ');
  const foundations = ['statistics', 'ml', 'math'];
  if (madeForYou.weakerFoundationsMinutes > 0) {
    const count = madeForYou.bridges
      .filter((entry) => foundations.includes(entry.skill))
      .reduce((sum, entry) => sum + entry.count, 0);
    lines.push(
      `    weaker ML foundations: + ${formatRoundHours(madeForYou.weakerFoundationsMinutes)} (${steps(foundations)}: ${count} bridges and slower reading)`,
    );
  }
  for (const bridge of madeForYou.bridges.filter((entry) => !foundations.includes(entry.skill))) {
    lines.push(
      `    ${amount(bridge.minutes)}  ${bridge.skill} ${bridge.from} → ${bridge.to}: ${bridge.count} bridges`,
    );
  }
  if (madeForYou.waivedMinutes > 0) {
    lines.push(
      `    ${amount(-madeForYou.waivedMinutes)}  ${waived.length} items that you know became short checks`,
    );
  }
  const { carried, others } = sharedSums(shared);
  for (const { plan: name, items, minutes } of carried) {
    lines.push(
      `    ${amount(-minutes)}  carried over from ${name}: ${items} ${items === 1 ? 'item' : 'items'}`,
    );
  }
  if (others.length > 0) {
    const minutes = others.reduce((sum, item) => sum + item.minutes, 0);
    lines.push(
      `    ${amount(-minutes)}  ${others.length === 1 ? 'one item counts' : `${others.length} items count`} more than once: ${distinct(others.map(({ reason }) => reason.replace(/^shared: /, ''))).join('; ')}`,
    );
  }
  if (madeForYou.paceMinutes !== 0) {
    lines.push(
      `    ${amount(madeForYou.paceMinutes)}  ${madeForYou.paceMinutes > 0 ? 'slower' : 'faster'} than published, by your levels`,
    );
  }
  if (madeForYou.notGiven.length > 0) {
    const one = madeForYou.notGiven[0];
    const list = madeForYou.notGiven
      .map(
        ({ skill, level, source }) =>
          `${skill} ${level}${source === 'assumed' ? ' (assumed)' : ''}`,
      )
      .join(', ');
    lines.push(
      `    not given: ${list}   change: --skill ${one?.skill ?? 'ml'}=${one ? Math.min(4, one.level + 1) : 2}`,
    );
  }
  if (lines.length === 1) {
    const level = Math.min(...Object.values(learner.skills).map((skill) => skill.level));
    lines.push(`    nothing to add or shorten (lowest level: ${LEVEL_NAMES[level]})`);
  }
  return lines;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** What `--cut` left out. */
function cutLines(plan: Plan): string[] {
  if (plan.cuts.length === 0) return [];
  const minutes = plan.cuts.reduce((sum, cut) => sum + cut.minutes, 0);
  const lost = plan.cuts.reduce((sum, cut) => sum + cut.weightLost, 0);
  return [
    '',
    `  left out: ${plan.cuts.length} items, ${formatRoundHours(minutes)}, ${lost.toFixed(1)} % of the exam's weight thinly covered`,
    ...plan.cuts.map(
      (cut) => `    − ${padStart(formatHours(cut.minutes), 7)}  ${plainText(cut.title)}`,
    ),
  ];
}

function domainLines(plan: Plan, style: Style): string[] {
  const { byDomain } = totalsOf(plan);
  const total = Object.values(byDomain).reduce((sum, minutes) => sum + minutes, 0);
  const width = Math.min(
    52,
    Math.max(...plan.certification.domains.map((domain) => domain.title.length)),
    Math.max(20, style.width - 36),
  );
  return [
    `  ${padEnd('by domain', width + 4)} exam   plan`,
    ...plan.certification.domains.map((domain) => {
      const share = total === 0 ? 0 : (byDomain[domain.id] ?? 0) / total;
      const percent = (value: number): string => padStart(`${Math.round(value)} %`, 5);
      return `    ${padEnd(shorten(domain.title, width), width)}  ${percent(domain.weight)}  ${percent(share * 100)}  ${bar(share * 2, BAR_WIDTH, style.unicode)}`;
    }),
  ];
}

function kindLines(plan: Plan): string[] {
  const { byKind } = totalsOf(plan);
  const sum = (...kinds: (keyof typeof byKind)[]): number =>
    kinds.reduce((total, kind) => total + (byKind[kind] ?? 0), 0);
  const parts: [string, number][] = [
    ['labs', sum('lab')],
    ['project', sum('project')],
    ['docs and courses', sum('docs', 'course', 'video')],
    ['bridges', sum('bridge')],
    ['questions', sum('practice-questions')],
    ['practice exams', sum('practice-exam', 'exam-review')],
    ['reviews', sum('review')],
  ];
  return [
    `  ${parts
      .filter(([, minutes]) => minutes > 0)
      .map(([label, minutes]) => `${label} ${formatRoundHours(minutes)}`)
      .join(' · ')}`,
  ];
}
