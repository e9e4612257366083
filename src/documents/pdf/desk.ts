/** What every page builder needs at hand: the plan, the theme's styles, the typesetter. */
import { type Plan, planClock } from '../../plan/plan.ts';
import type { ZoneClock } from '../../time/wall-clock.ts';
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
  readonly label: TextStyle;
  readonly mark: TextStyle;
}

export interface Desk {
  readonly plan: Plan;
  readonly theme: PdfTheme;
  readonly set: Typesetter;
  readonly styles: Styles;
  readonly clock: ZoneClock;
  /** Points between the left and the right margin. */
  readonly width: number;
  /** Points between the top and the bottom margin. */
  readonly height: number;
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
    label: style('bold', type.tiny, colors.accent),
    mark: style('bold', type.tiny - 0.4, '#FFFFFF', 1.2),
  };
}

export function setUpDesk(plan: Plan, theme: PdfTheme, paper: Paper, set: Typesetter): Desk {
  const [width, height] = paperSize(paper);
  const { page } = theme;
  return {
    plan,
    theme,
    set,
    styles: stylesOf(theme),
    clock: planClock(plan),
    width: width - page.left - page.right,
    height: height - page.top - page.bottom,
  };
}
