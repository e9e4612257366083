/** What to do now, on one screen. */
import { type Plan, planClock, type Session } from '../../plan/plan.ts';
import { formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import type { DayView } from '../../progress/day-view.ts';
import { formatNumbers } from '../../progress/find-sessions.ts';
import { plainText } from '../../text/plain-text.ts';
import { dateAt, formatMinute } from '../../time/wall-clock.ts';
import { padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';
import { statusMark, titleWithPart } from './agenda.ts';
import { afterExamLines, examDayLines, examWord } from './exam-day.ts';
import { shortUrl } from './short-url.ts';

/** The whole answer with its hint, so that it needs no scrolling on the smallest usual terminal. */
const SCREEN_LINES = 24;
/** However much stands around them. */
const FEWEST_ROWS = 4;
const QUESTIONS = 3;
/** Narrower terminals show no kind; only wide ones have room for links beside titles. */
const KIND_FROM_WIDTH = 60;
const LINK_FROM_WIDTH = 96;
const LINK_WIDTH = 28;

/** @param remarks what is to be said besides, a paragraph each */
export function todayLines(day: DayView, remarks: readonly string[], style: Style): string[] {
  const text = (line: string): string[] => wrap(line, style.width, '  ');
  const { daysToExam } = day;
  const body = daysToExam === 0 ? examDayLines(day) : workLines(day);
  const above = [
    style.bold(shorten(headLine(day), style.width)),
    ...day.milestones.slice(0, 2).flatMap(({ title }) => text(`  today: ${title}`)),
  ];
  const below = [
    ...timerElsewhere(day).flatMap(text),
    ...detailLines(day, style),
    ...body.flatMap(text),
    ...overdueLines(day).flatMap(text),
    ...remarks.flatMap((remark) => text(`  ${remark}`)),
  ];
  // Two for what is left out of a long day, one for the hint.
  const room = SCREEN_LINES - above.length - below.length - 3;
  return [...above, ...sessionRows(day, style, Math.max(FEWEST_ROWS, room)), ...below];
}

/** `Wed 2 Dec · 2 h 10 m · week 2 of 14 · exam in 93 days`. */
function headLine(day: DayView): string {
  const sum = (sessions: readonly Session[]): number =>
    sessions.reduce((total, { minutes }) => total + minutes, 0);
  const minutes = sum(day.sessions);
  const left = sum(
    day.sessions.filter(({ status }) => status === 'planned' || status === 'missed'),
  );
  const rest = left > 0 && left < minutes ? `, ${formatHours(left)} left` : '';
  return [
    formatDate(day.date),
    ...(minutes > 0 ? [formatHours(minutes) + rest] : []),
    ...(day.week ? [`week ${day.week[0]} of ${day.week[1]}`] : []),
    ...examWord(day),
  ].join(' · ');
}

function sessionRows(day: DayView, style: Style, most: number): string[] {
  const { sessions } = day;
  const { shown, before, after } = chosenRows(day, most);
  const marks = (list: readonly Session[]): string => formatNumbers(list.map((it) => it.number));
  const rows: string[] = [];
  if (before.length > 0) {
    const done = before.every(({ status }) => status === 'done' || status === 'skipped');
    rows.push(
      `  ${statusMark(done ? 'done' : 'planned')} ${marks(before)} ${done ? 'are behind you' : 'came before'}`,
    );
  }
  const kindWidth = Math.max(...sessions.map(({ kind }) => KIND_NAMES[kind].length), 0);
  rows.push(...shown.map((session) => sessionRow(day, session, kindWidth, style)));
  if (after.length > 0) rows.push(`    and ${after.length} more: ${marks(after)} (certplan week)`);
  return rows.map((row) => (row.length > style.width ? shortenRow(row, style) : row));
}

/** The row of a long day is cut at its end; colours stay, as only the marks have any. */
const shortenRow = (row: string, style: Style): string =>
  row.includes('\u001b') ? row : `  ${shorten(row, style.width - 2)}`;

/** All rows, or those around the current one. */
function chosenRows({ sessions, current }: DayView, most: number) {
  if (sessions.length <= most) return { shown: sessions, before: [], after: [] };
  const index = current ? sessions.indexOf(current) : sessions.length - 1;
  const from = Math.max(0, Math.min(index - 1, sessions.length - most));
  return {
    before: sessions.slice(0, from),
    shown: sessions.slice(from, from + most),
    after: sessions.slice(from + most),
  };
}

function sessionRow(day: DayView, session: Session, kindWidth: number, style: Style): string {
  const { plan, current } = day;
  const isCurrent = session.number === current?.number;
  const mark = isCurrent ? '▸' : statusMark(session.status);
  const { minute } = planClock(plan).toWallClock(session.start);
  const numberWidth = String(plan.sessions.length).length;
  const link = style.width >= LINK_FROM_WIDTH ? shortUrl(session.url, LINK_WIDTH) : null;
  const kind =
    style.width >= KIND_FROM_WIDTH ? `${padEnd(KIND_NAMES[session.kind], kindWidth)}  ` : '';
  const head = ` ${padStart(String(session.number), numberWidth)}  ${formatMinute(minute)}  ${padStart(`${session.minutes} m`, 5)}  ${kind}`;
  const room = style.width - head.length - 3;
  const titleWidth = style.width >= LINK_FROM_WIDTH ? room - LINK_WIDTH - 2 : room;
  const title = shorten(titleWithPart(session), Math.max(8, titleWidth));
  const line = link === null ? head + title : `${head}${padEnd(title, titleWidth)}  ${link}`;
  return `  ${paintMark(mark, session, isCurrent, style)}${isCurrent ? style.bold(line) : line}`;
}

function paintMark(mark: string, session: Session, isCurrent: boolean, style: Style): string {
  if (isCurrent) return style.cyan(mark);
  if (session.status === 'done') return style.green(mark);
  return session.status === 'missed' ? style.yellow(mark) : mark;
}

/** How the current session begins: its link where the row has none, its first action, its questions. */
function detailLines({ current, timer }: DayView, style: Style): string[] {
  if (!current) return [];
  const line = (label: string, text: string): string =>
    `      ${padEnd(label, 7)}${shorten(text, Math.max(16, style.width - 13))}`;
  const { url, first, questions, kind } = current;
  const link = style.width >= LINK_FROM_WIDTH ? null : shortUrl(url, style.width - 13);
  return [
    ...(timer?.number === current.number
      ? [line('timer', `runs, ${formatHours(timer.minutes)} of ${current.minutes} m`)]
      : []),
    ...(link === null ? [] : [line('link', link)]),
    ...(first === null ? [] : [line('first', plainText(first))]),
    ...(kind === 'review'
      ? questions
          .slice(0, QUESTIONS)
          .map((question, index) => line(index === 0 ? 'ask' : '', question))
      : []),
  ];
}

/** A timer that runs for a session of another day. */
function timerElsewhere({ timer, sessions, plan }: DayView): string[] {
  if (!timer || sessions.some(({ number }) => number === timer.number)) return [];
  const session = plan.sessions.find(({ number }) => number === timer.number);
  return session
    ? [
        `  ▸ timer runs for ${timer.number}, ${formatHours(timer.minutes)}: ${titleWithPart(session)}`,
      ]
    : [];
}

/** What there is to say when nothing of today is open. */
function workLines(day: DayView): string[] {
  const { plan, sessions, later, overdue, daysToExam } = day;
  if (sessions.some(({ status }) => status === 'planned' || status === 'missed')) return [];
  const done = sessions.filter(({ status }) => status === 'done');
  const minutes = done.reduce((sum, { actual }) => sum + (actual?.minutes ?? 0), 0);
  const praise =
    done.length === 0
      ? []
      : [
          `Today is done: ${done.length} ${done.length === 1 ? 'session' : 'sessions'}, ${formatHours(minutes)}. Well done.`,
        ];
  if (later)
    return [...(praise.length > 0 ? praise : ['Nothing is planned today.']), nextUp(plan, later)];
  if (daysToExam !== null && daysToExam < 0) return afterExamLines(day);
  if (overdue.length > 0) return [...praise, 'No later session is planned.'];
  const all = plan.sessions.filter(({ status }) => status === 'done').length;
  return [
    `All through: ${all} of ${plan.sessions.length} sessions are done. Congratulations!`,
    ...(plan.exam && daysToExam !== null
      ? [`What is left is the exam, on ${formatDate(plan.exam.date)}. Sleep well before it.`]
      : []),
  ];
}

/** `Next: Sat 28 Nov 09:00, 11 review, 10 m: Review 1.2`. */
function nextUp(plan: Plan, session: Session): string {
  const clock = planClock(plan);
  const { minute } = clock.toWallClock(session.start);
  const date = formatDate(dateAt(session.start, clock));
  return `Next: ${date} ${formatMinute(minute)}, ${session.number} ${KIND_NAMES[session.kind]}, ${session.minutes} m: ${titleWithPart(session)}`;
}

/** One line, without reproach. Next to the exam no re-plan can help, and nobody needs a count. */
function overdueLines({ overdue, daysToExam }: DayView): string[] {
  if (overdue.length === 0 || (daysToExam !== null && daysToExam <= 0)) return [];
  const one = overdue.length === 1;
  const what = one
    ? '1 session of an earlier day is'
    : `${overdue.length} sessions of earlier days are`;
  if (daysToExam === 1)
    return [`${what} open. Let ${one ? 'it' : 'them'} be: rest is worth more now.`];
  const minutes = formatHours(overdue.reduce((sum, { minutes }) => sum + minutes, 0));
  const numbers = fewNumbers(overdue.map(({ number }) => number));
  return [
    `${what} open (${numbers}: ${minutes}). certplan replan gives ${one ? 'it a new place' : 'them new places'}.`,
  ];
}

/** `1–3, 5, 8, …`: as many as one line holds. */
function fewNumbers(numbers: readonly number[]): string {
  const text = formatNumbers(numbers);
  return text.length <= 40 ? text : `${text.slice(0, text.lastIndexOf(',', 36))}, …`;
}

/** One line a session, in columns that stay: number, time, minutes, status, kind, title; tabs between. */
export function plainTodayLines({ plan, sessions }: DayView): string[] {
  const clock = planClock(plan);
  return sessions.map((session) =>
    [
      session.number,
      formatMinute(clock.toWallClock(session.start).minute),
      session.minutes,
      session.status,
      session.kind,
      plainText(titleWithPart(session)),
    ].join('\t'),
  );
}
