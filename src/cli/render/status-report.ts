/** `certplan status` for people: how far, how fast, when through, how ready, what next. */
import { KINDS } from '../../curriculum/vocabulary.ts';
import { type LifeNote, lifeWords } from '../../plan/life-notes.ts';
import type { Plan } from '../../plan/plan.ts';
import { formatDate, formatHours, formatRoundHours, KIND_NAMES } from '../../plan/words.ts';
import type { Advice } from '../../progress/advice.ts';
import { extremesOf } from '../../progress/readiness.ts';
import type { Part, Status } from '../../progress/status.ts';
import { plainText } from '../../text/plain-text.ts';
import { type CivilDate, daysBetween } from '../../time/civil-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import { bar, padEnd, padStart, shorten } from '../terminal/layout.ts';
import { sparkline } from '../terminal/sparkline.ts';
import type { Style } from '../terminal/style.ts';
import { labelled } from '../terminal/wrap.ts';

/** Column in which the texts begin. */
const LABEL_WIDTH = 12;
/** `1 h 10 m of 12 h` and a gap. */
const HOURS_WIDTH = 18;
/** More weeks than a quarter has say little at a glance. */
const WEEKS_SHOWN = 13;
const NUMBERS_SHOWN = 8;

/** @param life what became of the exam since the plan was made */
export function statusReport(status: Status, life: readonly LifeNote[], style: Style): string[] {
  const { certification } = status.plan;
  const row = (label: string, text: string): string[] =>
    labelled(`  ${label}`, text, LABEL_WIDTH, style.width);
  return [
    style.bold(
      shorten(`${certification.name} (${certification.examCode})`, Math.max(20, style.width)),
    ),
    ...row('exam', examText(status)),
    ...life.flatMap((note) => row('', lifeWords(note))),
    ...row('done', doneText(status, style)),
    ...overdueRows(status, row),
    '',
    ...partLines(status, style),
    '',
    ...kindRows(status, row),
    ...paceRows(status, row),
    ...row('forecast', forecastText(status)),
    ...readinessRows(status, row),
    ...cushionRows(status, row),
    ...weekRows(status, style, row),
  ];
}

type Row = (label: string, text: string) => string[];

/** With the year only where it is another one than today's. */
const dateIn = (today: CivilDate, date: CivilDate): string =>
  formatDate(date, date.slice(0, 4) !== today.slice(0, 4));

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** A chance is never certain: 0.2 % is "under 1 %". */
function chanceText(chance: number): string {
  if (chance < 0.01) return 'under 1 %';
  if (chance > 0.99) return 'over 99 %';
  return `${Math.round(chance * 100)} %`;
}

const share = (value: number): string => `${Math.round(value * 100)} %`;

function examText({ plan, today }: Status): string {
  if (plan.exam === null) return 'none: this exam can no longer be sat';
  const { date, minute, source } = plan.exam;
  const at = `${formatDate(date, true)}${minute === null ? '' : ` ${formatMinute(minute)}`}`;
  const left = daysBetween(today, date);
  const when = left > 0 ? `in ${days(left)}` : left === 0 ? 'today' : `${days(-left)} ago`;
  return `${at}${source === 'suggested' ? ' (suggested)' : ''}, ${when}`;
}

const hoursOf = (part: number, whole: number): string =>
  `${part === 0 ? '0' : formatRoundHours(part)} of ${formatRoundHours(whole)}`;

/** Rounded down: 100 % is said when all is done. */
const percentOf = (part: number, whole: number): string =>
  `${whole > 0 ? Math.floor((100 * part) / whole) : 100} %`;

function progressBar(part: number, whole: number, width: number, style: Style): string {
  const filled = bar(whole > 0 ? part / whole : 1, width, style.unicode);
  return padEnd(filled, width).replaceAll(' ', style.unicode ? '░' : '.');
}

function doneText(status: Status, style: Style): string {
  const { done, planned, due, actualMinutes, skipped } = status;
  const width = style.width >= 76 ? 24 : style.width >= 56 ? 12 : 0;
  const parts = [
    hoursOf(done.minutes, planned.minutes),
    ...(width > 0 ? [progressBar(done.minutes, planned.minutes, width, style)] : []),
    percentOf(done.minutes, planned.minutes),
    `(the plan said ${percentOf(due.minutes, planned.minutes)})`,
  ];
  const sessions = `${done.sessions} of ${planned.sessions} sessions`;
  const took = actualMinutes === done.minutes ? '' : `, took ${formatRoundHours(actualMinutes)}`;
  const left = skipped.sessions === 0 ? '' : `, ${skipped.sessions} skipped`;
  return `${parts.join('  ')}  ${sessions}${took}${left}`;
}

function overdueRows({ overdue }: Status, row: Row): string[] {
  if (overdue.length === 0) return [];
  const minutes = overdue.reduce((sum, session) => sum + session.minutes, 0);
  const numbers = overdue.slice(0, NUMBERS_SHOWN).map(({ number }) => number);
  const more = overdue.length - numbers.length;
  return row(
    'overdue',
    `${overdue.length} ${overdue.length === 1 ? 'session' : 'sessions'}, ${formatHours(minutes)}: ${numbers.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  );
}

/** In running text: a row for each kind would not leave the whole answer on one screen. */
function kindRows({ byKind }: Status, row: Row): string[] {
  const parts = KINDS.flatMap((kind) => {
    const part = byKind[kind];
    return part ? [`${KIND_NAMES[kind]} ${hoursOf(part.done, part.planned)}`] : [];
  });
  return parts.length === 0 ? [] : row('by kind', parts.join(', '));
}

/** Domains with their weight in the exam: minutes done of those planned. */
function partLines(status: Status, style: Style): string[] {
  const { domains } = status.plan.certification;
  const barWidth = style.width >= 76 ? 16 : style.width >= 60 ? 8 : 0;
  // Indent, exam column, hours column and the gaps take 34 columns at most.
  const longest = Math.max(18, ...domains.map(({ title }) => title.length));
  const width = Math.max(10, Math.min(46, longest, style.width - 34 - barWidth));
  const hours = ({ done, planned }: Part): string =>
    planned === 0 ? 'none planned' : hoursOf(done, planned);
  const line = (title: string, exam: string, part: Part): string =>
    `    ${padEnd(shorten(title, width), width)}  ${padStart(exam, 5)}  ${padEnd(hours(part), HOURS_WIDTH)}${
      barWidth > 0 && part.planned > 0 ? progressBar(part.done, part.planned, barWidth, style) : ''
    }`.trimEnd();
  return [
    `  ${padEnd('by domain', width + 2)}  ${padStart('exam', 5)}  done`,
    ...domains.map(({ id, title, weight }) =>
      line(
        plainText(title),
        `${Math.round(weight)} %`,
        status.byDomain[id] ?? { done: 0, planned: 0 },
      ),
    ),
  ];
}

function paceRows({ pace, adherence }: Status, row: Row): string[] {
  const kinds = KINDS.flatMap((kind) => {
    const own = pace[kind];
    return own ? [`${KIND_NAMES[kind]} ${own.ratio.toFixed(1)} ×`] : [];
  });
  return [
    ...(kinds.length > 0 ? row('pace', `${kinds.join(', ')} the planned minutes`) : []),
    ...(adherence.due > 0
      ? row(
          'on time',
          `${share(adherence.onTime / adherence.due)}: ${adherence.onTime} of ${adherence.due} sessions by two days after their slot`,
        )
      : []),
  ];
}

function forecastText(status: Status): string {
  const { forecast, today, next, plan, done } = status;
  if (next === null) return 'through: nothing is left to do';
  const { p50, p85, chanceByExam } = forecast;
  const nobody = done.sessions === 0 ? '; nothing is logged yet, so usual habits are assumed' : '';
  const by =
    p50 === null
      ? 'no end in sight at this rate'
      : p85 === null
        ? `through by ${dateIn(today, p50)} (even chance), no date at 85 %`
        : p50 === p85
          ? `through by ${dateIn(today, p85)} (85 %)`
          : `through by ${dateIn(today, p50)} (even chance), ${dateIn(today, p85)} (85 %)`;
  const chance =
    chanceByExam === null || plan.exam === null
      ? ''
      : ` · by the exam: ${chanceText(chanceByExam)} chance`;
  return `${by}${chance}${nobody}`;
}

function readinessRows({ readiness, plan, done }: Status, row: Row): string[] {
  const nothing =
    done.sessions === 0 && Object.values(readiness.byDomain).every(({ scored }) => scored === null);
  const { estimate, low, high, score, cut, basis } = readiness;
  if (nothing && basis.endsWith('no practice score yet')) {
    return row('readiness', 'no estimate yet: nothing is done and no practice score is known');
  }
  const titleOf = (id: string): string =>
    plainText(plan.certification.domains.find((domain) => domain.id === id)?.title ?? id);
  const scored = (id: string): string => `${Math.round(readiness.byDomain[id]?.scored ?? 0)} %`;
  const extremes = extremesOf(readiness);
  return [
    ...row(
      'readiness',
      `estimate: ${chanceText(estimate)} to pass if sat today (${chanceText(low)} to ${chanceText(high)}); score ${share(score.estimate)} (${share(score.low)} to ${share(score.high)}), about ${share(cut)} needed`,
    ),
    ...row('', `rests on ${basis}`),
    ...(extremes === null
      ? []
      : [
          ...row('weakest', `${titleOf(extremes.weakest)} (practice ${scored(extremes.weakest)})`),
          ...row(
            'strongest',
            `${titleOf(extremes.strongest)} (practice ${scored(extremes.strongest)})`,
          ),
        ]),
  ];
}

function cushionRows(status: Status, row: Row): string[] {
  const { cushionMinutes, planned, done, next, plan, today } = status;
  // Nothing left to do, or no time any more: no cushion to speak of.
  if (cushionMinutes === null || next === null || (plan.exam?.date ?? today) < today) return [];
  const open = formatRoundHours(planned.minutes - done.minutes);
  return row(
    'cushion',
    cushionMinutes < 0
      ? `${formatHours(-cushionMinutes)} too little: ${open} are to do, the windows offer less before the exam`
      : `${formatHours(cushionMinutes)} before the exam, beside ${open} to do`,
  );
}

/** Hours really studied in each week up to this one. */
function weekRows({ weeks, today, plan }: Status, style: Style, row: Row): string[] {
  const past = weeks.filter(({ from }) => from <= today);
  const first = past.findIndex(({ done }) => done > 0);
  if (first < 0) return [];
  const shown = past.slice(first).slice(-WEEKS_SHOWN);
  const most = Math.max(plan.learner.minutesPerWeek, ...shown.map(({ done }) => done));
  const line = sparkline(
    shown.map(({ done }) => done / 60),
    most / 60,
    style.unicode,
  );
  const last = shown.at(-1)?.done ?? 0;
  return row(
    'a week',
    `${line}  hours studied; this week ${formatHours(last)} of ${formatHours(plan.learner.minutesPerWeek)}`,
  );
}

/**
 * What to type next, and why.
 * @param place flags that lead to this plan, each with a space before it
 */
export function adviceLine(advice: Advice, place: string): string | null {
  switch (advice.kind) {
    case 'through':
      return null;
    case 'replan':
      return `next   certplan replan${place}`;
    case 'tick':
      return `next   certplan done ${advice.numbers.join(' ')}${place}`;
    case 'hours':
      return `next   certplan adjust --hours ${advice.hours}${place} lifts the chance to ${chanceText(advice.chance)}`;
    case 'exam':
      return `next   certplan adjust --exam ${advice.date}${place} lifts the chance to ${chanceText(advice.chance)}`;
    case 'today':
      return `next   certplan today${place}`;
  }
}

/** The other exams of a plan for several certifications, in a line each. */
export function otherExam({ certification, exam, sessions }: Plan) {
  const counted = sessions.filter(({ status }) => status !== 'skipped');
  const minutes = (of: typeof counted): number => of.reduce((sum, one) => sum + one.minutes, 0);
  return {
    certification: certification.id,
    exam: exam?.date ?? null,
    doneMinutes: minutes(counted.filter(({ status }) => status === 'done')),
    plannedMinutes: minutes(counted),
  };
}

export function otherExamLines(others: readonly Plan[], today: CivilDate, style: Style): string[] {
  return others.flatMap((plan) => {
    const { exam, doneMinutes, plannedMinutes } = otherExam(plan);
    const behind = exam !== null && exam < today;
    const when = exam === null ? 'no exam day' : dateIn(today, exam);
    return labelled(
      behind ? '  before' : '  then',
      `${plainText(plan.certification.examCode)}: ${when}, ${hoursOf(doneMinutes, plannedMinutes)} done`,
      LABEL_WIDTH,
      style.width,
    );
  });
}
