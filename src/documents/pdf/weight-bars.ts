/** For every domain its weight in the exam against its share of the planned hours. */
import { totalsOf } from '../../plan/totals.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';

const BAR_HEIGHT = 8;
/** White above the note below the bars, in points. */
const NOTE_GAP = 12;
const ROW_GAP = 9;
/** Beside the bars, in points, at least. */
const NUMBERS_WIDTH = 118;

/** About the height of all bars and their note, in points, at most half a page: they are read together. */
export const weightBarsHeight = ({ plan, styles, height }: Desk): number =>
  Math.min(
    height / 2,
    plan.certification.domains.length * (2 * styles.small.lineHeight + 1 + ROW_GAP) +
      NOTE_GAP +
      2 * styles.small.lineHeight,
  );

export function putWeightBars(desk: Desk, flow: Flow): void {
  const { plan, styles, theme, width, words } = desk;
  const { overview } = words.pdf;
  const { byDomain, minutes: allMinutes } = totalsOf(plan);
  const inDomains = Object.values(byDomain).reduce((sum, minutes) => sum + minutes, 0);
  const nameWidth = width * 0.36;
  const shareOf = (minutes: number): number => (inDomains === 0 ? 0 : (minutes / inDomains) * 100);
  const hoursOf = (minutes: number): string =>
    overview.shareOfHours(Math.round(shareOf(minutes)), words.common.hours(minutes));
  const numbersWidth = Math.max(
    NUMBERS_WIDTH,
    ...plan.certification.domains.map(
      ({ id }) => desk.set.width(hoursOf(byDomain[id] ?? 0), styles.smallBold) + 1,
    ),
  );
  const barX = nameWidth + 12;
  const barRoom = width - barX - numbersWidth - 8;
  const shares = plan.certification.domains.map(({ id, weight }) => ({
    weight,
    share: shareOf(byDomain[id] ?? 0),
  }));
  const longest = Math.max(1, ...shares.flatMap(({ weight, share }) => [weight, share]));
  const rest = new Draft(desk);
  const ofNoDomain = words.common.hours(allMinutes - inDomains);
  rest.text(overview.weightsNote(ofNoDomain), styles.smallMuted, { maxLines: 3 });
  const note = rest.finish();
  plan.certification.domains.forEach((domain, index) => {
    const isLast = index === shares.length - 1;
    const { weight, share } = shares[index] ?? { weight: 0, share: 0 };
    const piece = new Draft(desk);
    const minutes = byDomain[domain.id] ?? 0;
    const nameBottom = piece.text(
      [
        { text: `${index + 1}  `, style: styles.bodyBold },
        { text: domain.title, style: styles.body },
      ],
      styles.body,
      { top: 0, width: nameWidth, maxLines: 3 },
    );
    const row = (top: number, value: number, text: string, solid: boolean): void => {
      const barWidth = Math.max(1, (value / longest) * barRoom);
      const y = top + (styles.small.lineHeight - BAR_HEIGHT) / 2;
      piece.decor({
        type: 'rect',
        x: barX,
        y,
        width: barWidth,
        height: BAR_HEIGHT,
        ...(solid
          ? { fill: theme.colors.accent }
          : { fill: '#FFFFFF', stroke: theme.colors.muted, lineWidth: 0.9 }),
      });
      piece.text(text, solid ? styles.smallBold : styles.smallMuted, {
        x: width - numbersWidth,
        top,
        width: numbersWidth,
        maxLines: 1,
      });
    };
    row(0, weight, overview.shareOfExam(Math.round(weight)), false);
    row(styles.small.lineHeight + 1, share, hoursOf(minutes), true);
    piece.y = Math.max(nameBottom, 2 * styles.small.lineHeight + 1);
    flow.put(piece.finish(), { gap: ROW_GAP, keep: isLast ? NOTE_GAP + note.height : 0 });
  });
  flow.put(note, { gap: NOTE_GAP });
}
