/** Head and foot of every page: where am I, and of what plan. */
import { type Desk, landscape } from './desk.ts';
import type { PageLayout } from './flow.ts';
import { placeLines, type Shape, type TextItem } from './piece.ts';
import type { Span, TextStyle } from './typesetter.ts';

export interface RunningLines {
  readonly items: readonly TextItem[];
  readonly shapes: readonly Shape[];
}

const GAP = 16;

/**
 * @returns for a page index: texts and rules in points, from the left margin and the top edge
 */
export function runningLines(
  desk: Desk,
  pages: readonly PageLayout[],
): (page: number) => RunningLines {
  const { plan, theme, styles, set, words } = desk;
  const upright = desk;
  const onItsSide = landscape(desk);
  const one = (
    text: string,
    style: TextStyle,
    baselineTop: number,
    align: 'left' | 'right',
    { width }: Pick<Desk, 'width'>,
  ) => {
    const room = (width - GAP) * (align === 'left' ? 0.6 : 0.4);
    const span: Span = { text: set.shorten(text, style, room), style };
    return placeLines(
      set.wrap([span], room + 1, 1),
      0,
      baselineTop,
      (run) => set.faces[run.style.face],
      align,
      width,
    ).items;
  };
  const headTop = theme.page.head - styles.tiny.lineHeight / 2;
  const name = `${plan.certification.examCode} · ${plan.name}`;
  const foot = words.pdf.frame.foot(plan.revision, words.dates.dayAndYear(desk.today));
  return (index) => {
    const page = pages[index];
    const sheet = page?.landscape ? onItsSide : upright;
    const { width } = sheet;
    const footTop = sheet.paper[1] - theme.page.foot - styles.tiny.lineHeight / 2;
    const head =
      index === 0 || page === undefined
        ? []
        : [
            ...one(name, styles.tiny, headTop, 'left', sheet),
            ...one(page.section, styles.tiny, headTop, 'right', sheet),
          ];
    const rule = theme.page.head + styles.tiny.lineHeight / 2 + 2;
    return {
      items: [
        ...head,
        ...one(foot, styles.tiny, footTop, 'left', sheet),
        ...one(`${index + 1} / ${pages.length}`, styles.tiny, footTop, 'right', sheet),
      ],
      shapes:
        head.length === 0
          ? []
          : [
              {
                type: 'path',
                points: [
                  [0, rule],
                  [width, rule],
                ],
                color: theme.colors.rule,
                lineWidth: 0.4,
              },
            ],
    };
  };
}
