/** Hours a week, stacked by kind, as places in a drawing: the template draws them. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import type { Plan } from '../../plan/plan.ts';
import { type WeekLoad, weekLoads } from '../../plan/totals.ts';
import { civilDate, dayNumber, firstDayOfWeek, isoWeekIndex } from '../../time/civil-date.ts';
import { STACKED_KINDS } from '../stacked-kinds.ts';
import type { Dates } from '../words/dates.ts';
import type { Words } from '../words/words.ts';

/** Units of the drawing: about the pixels of a phone, so that letters stay readable there. */
const WIDTH = 360;
const AXIS_WIDTH = 28;
const PLOT_TOP = 18;
const PLOT_HEIGHT = 150;
const DATES_HEIGHT = 32;
const WIDEST_BAR = 28;
const DATE_WIDTH = 46;
/** The exam is shown when it lies at most so many weeks behind the last bar. */
const WEEKS_TO_EXAM = 6;

export interface HoursChart {
  readonly width: number;
  readonly height: number;
  /** Where the plot begins, and its upper and lower edge. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly { readonly y: number; readonly text: string }[];
  /** Height of the weekly limit. */
  readonly limit: number;
  /** The parts of one kind in all weeks as one path, bottom to top. */
  readonly bars: readonly { readonly kind: Kind; readonly path: string }[];
  /** The same as words. */
  readonly weeks: readonly HoursOfWeek[];
  /** Where exam days stand. */
  readonly exams: readonly { readonly x: number; readonly anchor: 'middle' | 'end' }[];
  readonly dates: readonly { readonly x: number; readonly text: string; readonly year: string }[];
  /** The chart in one sentence. */
  readonly text: string;
}

export interface HoursOfWeek {
  /** `Mon 23 Nov 2026`, `7 h 30 m`. */
  readonly monday: string;
  readonly hours: string;
  /** `lab 2 h, docs 1 h 30 m`; a dash in a week off. */
  readonly kinds: string;
}

/** Whole hours between grid lines, so that three to six lines stand in the plot. */
const gridStep = (hours: number): number =>
  [0.5, 1, 2, 4, 5, 10, 20, 40].find((step) => hours / step <= 5) ?? 80;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** @returns null for a plan without sessions */
export function hoursChart(
  plan: Pick<Plan, 'sessions' | 'learner' | 'zoneChanges' | 'milestones'>,
  words: Words,
): HoursChart | null {
  const { common, page } = words;
  const weeks = weekLoads(plan);
  const first = weeks[0]?.week;
  if (first === undefined) return null;
  const cap = plan.learner.minutesPerWeek / 60;
  const highest = Math.max(1, cap, ...weeks.map(({ minutes }) => minutes / 60));
  const step = gridStep(highest);
  const top = Math.ceil(highest / step + 0.001) * step;
  const exams = plan.milestones
    .filter(({ kind }) => kind === 'exam')
    .map(({ date }) => isoWeekIndex(dayNumber(date)) - first)
    .filter((place) => place >= 0 && place < weeks.length + WEEKS_TO_EXAM);
  const places = Math.max(weeks.length, ...exams.map((place) => place + 1));
  const pitch = (WIDTH - AXIS_WIDTH) / places;
  const width = Math.min(WIDEST_BAR, pitch * (pitch > 8 ? 0.75 : 0.85));
  const bottom = PLOT_TOP + PLOT_HEIGHT;
  const middleOf = (place: number): number => AXIS_WIDTH + (place + 0.5) * pitch;
  const yOf = (hours: number): number => bottom - (hours / top) * PLOT_HEIGHT;

  const paths = new Map<Kind, string>();
  weeks.forEach(({ byKind }, place) => {
    const x = rounded(middleOf(place) - width / 2);
    let below = 0;
    for (const kind of STACKED_KINDS) {
      const hours = (byKind[kind] ?? 0) / 60;
      if (hours === 0) continue;
      const [low, high] = [rounded(yOf(below)), rounded(yOf(below + hours))];
      const part = `M${x} ${low}V${high}h${rounded(width)}V${low}Z`;
      paths.set(kind, (paths.get(kind) ?? '') + part);
      below += hours;
    }
  });
  const all = weeks.map(({ minutes }) => minutes);
  return {
    width: WIDTH,
    height: bottom + DATES_HEIGHT,
    left: AXIS_WIDTH,
    top: PLOT_TOP,
    bottom,
    lines: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
      y: rounded(yOf(index * step)),
      text: page.axisHours(index * step),
    })),
    limit: rounded(yOf(cap)),
    bars: STACKED_KINDS.flatMap((kind) => {
      const path = paths.get(kind);
      return path === undefined ? [] : { kind, path };
    }),
    weeks: weeks.map((week) => wordsOf(week, words)),
    exams: exams.map((place) => {
      const x = rounded(middleOf(place));
      return { x, anchor: x > WIDTH - 15 ? 'end' : 'middle' };
    }),
    dates: dateMarks(first, places, pitch, middleOf, words.dates),
    text: page.hoursText(
      weeks.length,
      common.hours(Math.min(...all)),
      common.hours(Math.max(...all)),
      common.hours(plan.learner.minutesPerWeek),
    ),
  };
}

function wordsOf({ week, byKind, minutes }: WeekLoad, { common, dates }: Words): HoursOfWeek {
  const kinds = STACKED_KINDS.flatMap((kind) => {
    const own = byKind[kind];
    return own === undefined ? [] : `${common.kinds[kind]} ${common.hours(own)}`;
  });
  return {
    monday: dates.dayAndYear(civilDate(firstDayOfWeek(week))),
    hours: common.hours(minutes),
    kinds: kinds.join(', ') || '–',
  };
}

/** Mondays below the axis, as many as have room; the year below the first and each new one. */
function dateMarks(
  first: number,
  places: number,
  pitch: number,
  middleOf: (place: number) => number,
  { dayOfMonth }: Dates,
): HoursChart['dates'] {
  const every = Math.max(1, Math.ceil(DATE_WIDTH / pitch));
  let year = '';
  return Array.from({ length: Math.ceil(places / every) }, (_, index) => {
    const monday = civilDate(firstDayOfWeek(first + index * every));
    const isNew = monday.slice(0, 4) !== year;
    year = monday.slice(0, 4);
    const x = Math.min(WIDTH - DATE_WIDTH / 2 + 6, middleOf(index * every));
    return {
      x: rounded(x),
      text: dayOfMonth(monday),
      year: isNew ? year : '',
    };
  });
}
