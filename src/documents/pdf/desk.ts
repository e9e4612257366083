/** What every page builder needs at hand: the plan, the theme's styles, the typesetter. */
import { type Plan, planClock, type Session } from '../../plan/plan.ts';
import { type CivilDate, civilDate } from '../../time/civil-date.ts';
import { dateAt, type ZoneClock } from '../../time/wall-clock.ts';
import type { Words } from '../words/words.ts';
import type { PdfTheme } from './theme.ts';
import type { TextStyle, Typesetter } from './typesetter.ts';

export interface Styles {
  readonly display: TextStyle;
  readonly title: TextStyle;
  readonly heading: TextStyle;
  readonly figure: TextStyle;
  readonly lead: TextStyle;
  readonly leadMuted: TextStyle;
  readonly body: TextStyle;
  readonly bodyBold: TextStyle;
  readonly bodyMuted: TextStyle;
  readonly small: TextStyle;
  readonly smallBold: TextStyle;
  readonly smallMuted: TextStyle;
  readonly smallLink: TextStyle;
  readonly smallOblique: TextStyle;
  readonly tiny: TextStyle;
  readonly tinyLink: TextStyle;
  readonly calendar: TextStyle;
  readonly calendarBold: TextStyle;
  readonly label: TextStyle;
  readonly mark: TextStyle;
}

/** Days that are printed, both ends included; null: no limit at that end. */
export interface DateRange {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface Desk {
  readonly plan: Plan;
  /** The day that countdowns start from. */
  readonly today: CivilDate;
  readonly range: DateRange;
  /** Ids of the activities that are exam guides: they name all tasks and teach none. */
  readonly guides: readonly string[];
  /** Whose plan it is, for the cover. */
  readonly owner: string | null;
  readonly theme: PdfTheme;
  readonly words: Words;
  readonly set: Typesetter;
  readonly styles: Styles;
  readonly clock: ZoneClock;
  /** Points between the left and the right margin. */
  readonly width: number;
  /** Points between the top and the bottom margin. */
  readonly height: number;
  /** Width and height of the paper in points. */
  readonly paper: readonly [number, number];
}

const PAPERS = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export type Paper = keyof typeof PAPERS;

/** Width and height in points. */
export const paperSize = (paper: Paper): readonly [number, number] => PAPERS[paper];

function stylesOf({ type, colors }: PdfTheme): Styles {
  const style = (
    face: TextStyle['face'],
    size: number,
    color: string,
    leading = type.leading,
  ): TextStyle => ({ face, size, color, lineHeight: size * leading });
  return {
    display: style('bold', type.display, colors.ink, 1.22),
    title: style('bold', type.title, colors.ink, 1.24),
    heading: style('bold', type.heading, colors.ink),
    figure: style('bold', type.title, colors.ink, 1.24),
    lead: style('regular', type.lead, colors.ink),
    leadMuted: style('regular', type.lead, colors.muted),
    body: style('regular', type.body, colors.ink),
    bodyBold: style('bold', type.body, colors.ink),
    bodyMuted: style('regular', type.body, colors.muted),
    small: style('regular', type.small, colors.ink),
    smallBold: style('bold', type.small, colors.ink),
    smallMuted: style('regular', type.small, colors.muted),
    smallLink: style('regular', type.small, colors.accent),
    smallOblique: style('oblique', type.small, colors.ink),
    tiny: style('regular', type.tiny, colors.muted),
    tinyLink: style('regular', type.tiny, colors.accent),
    // Small, and read from a step away: black, and close.
    calendar: style('regular', type.tiny, colors.ink, 1.22),
    calendarBold: style('bold', type.tiny, colors.ink, 1.22),
    label: style('bold', type.tiny, colors.accent),
    mark: style('bold', type.tiny - 0.4, '#FFFFFF', 1.2),
  };
}

const within = (
  { page }: PdfTheme,
  paper: readonly [number, number],
): Pick<Desk, 'paper' | 'width' | 'height'> => ({
  paper,
  width: paper[0] - page.left - page.right,
  height: paper[1] - page.top - page.bottom,
});

export interface DeskOptions {
  readonly theme: PdfTheme;
  readonly words: Words;
  readonly paper: Paper;
  readonly stamp: Date;
  readonly range?: DateRange;
  readonly owner?: string | null;
  readonly guides?: readonly string[];
}

export function setUpDesk(plan: Plan, set: Typesetter, options: DeskOptions): Desk {
  const { theme, words, paper, stamp, range, owner, guides } = options;
  const clock = planClock(plan);
  return {
    plan,
    today: dateAt(Math.floor(stamp.getTime() / 60_000), clock),
    range: range ?? { from: null, to: null },
    guides: guides ?? [plan.certification.guide],
    owner: owner ?? null,
    theme,
    words,
    set,
    styles: stylesOf(theme),
    clock,
    ...within(theme, paperSize(paper)),
  };
}

/** The same desk for pages that lie on their side; the margins stay where they are. */
export const landscape = (desk: Desk): Desk => ({
  ...desk,
  ...within(desk.theme, [desk.paper[1], desk.paper[0]]),
});

export const isInRange = ({ range: { from, to } }: Pick<Desk, 'range'>, date: CivilDate): boolean =>
  (from === null || date >= from) && (to === null || date <= to);

/** The local day on which a session stands. */
export const dayOf = (
  { clock }: Pick<Desk, 'clock'>,
  { start }: Pick<Session, 'start'>,
): CivilDate => civilDate(clock.toWallClock(start).day);

/** Sessions of the days that are printed, by time. */
export const printedSessions = (desk: Desk): Session[] =>
  desk.plan.sessions
    .filter((session) => isInRange(desk, dayOf(desk, session)))
    .sort((a, b) => a.start - b.start || a.number - b.number);
