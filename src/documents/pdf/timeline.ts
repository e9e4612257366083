/** When each domain is learned and when it is met again: a row for each, weeks from left to right. */
import { isContent } from '../../curriculum/vocabulary.ts';
import type { Session } from '../../plan/plan.ts';
import { dayNumber, isoWeekIndex } from '../../time/civil-date.ts';
import { type Desk, dayOf } from './desk.ts';
import { Draft } from './draft.ts';
import type { Piece } from './piece.ts';
import { drawDates, drawExams, type WeekAxis, weekAxis } from './week-axis.ts';
import type { PlanWeek } from './weeks.ts';

const ROW = 25;
const BAR_ROOM = 18;
const NAME_SHARE = 0.3;

interface Row {
  readonly name: string;
  readonly sessions: readonly Session[];
}

function rowsOf({ plan, words }: Desk): Row[] {
  const { overview } = words.pdf;
  const of = (keep: (session: Session) => boolean): Session[] => plan.sessions.filter(keep);
  const rows: Row[] = [
    { name: overview.bridges, sessions: of(({ kind }) => kind === 'bridge') },
    ...plan.certification.domains.map(({ id, title }, index) => ({
      name: `${index + 1}  ${title}`,
      sessions: of(({ domain, kind }) => domain === id && kind !== 'bridge'),
    })),
    {
      name: overview.projects,
      sessions: of(
        ({ domain, kind }) =>
          domain === null && ['project', 'practice-exam', 'exam-review'].includes(kind),
      ),
    },
  ];
  return rows.filter(({ sessions }) => sessions.length > 0);
}

interface Load {
  learning: number;
  again: number;
}

/** Minutes by week, apart by whether something new is learned. */
function loadsOf(desk: Desk, sessions: readonly Session[]): Map<number, Load> {
  const loads = new Map<number, Load>();
  for (const session of sessions) {
    const week = isoWeekIndex(dayNumber(dayOf(desk, session)));
    const load = loads.get(week) ?? { learning: 0, again: 0 };
    load[isContent(session.kind) ? 'learning' : 'again'] += session.minutes;
    loads.set(week, load);
  }
  return loads;
}

export function timeline(desk: Desk, weeks: readonly PlanWeek[]): Piece {
  const { styles, width, words } = desk;
  const piece = new Draft(desk);
  const left = width * NAME_SHARE;
  const axis = weekAxis(desk, weeks, left);
  const rows = rowsOf(desk).map((row) => ({ ...row, loads: loadsOf(desk, row.sessions) }));
  const most = Math.max(
    1,
    ...rows.flatMap(({ loads }) =>
      [...loads.values()].map(({ learning, again }) => learning + again),
    ),
  );
  const top = styles.tiny.lineHeight + 6;
  const bottom = top + rows.length * ROW;
  piece.group(
    'Figure',
    () => {
      rows.forEach(({ name, loads }, index) => {
        const base = top + (index + 1) * ROW - 3;
        drawRow(piece, axis, loads, base, most);
        const lines = desk.set.wrap([{ text: name, style: styles.small }], left - 10, 2);
        piece.lines(lines, {
          top: base - BAR_ROOM / 2 - (lines.length * styles.small.lineHeight) / 2,
        });
      });
      drawExams(piece, axis, top, bottom);
      piece.y = drawDates(piece, axis, bottom + 3);
    },
    altOf(desk, rows),
  );
  piece.skip(3);
  piece.text(words.pdf.overview.timelineNote(words.common.hours(most)), styles.smallMuted, {
    maxLines: 2,
  });
  return piece.finish();
}

function drawRow(
  piece: Draft,
  axis: WeekAxis,
  loads: ReadonlyMap<number, Load>,
  base: number,
  most: number,
): void {
  const { colors } = piece.desk.theme;
  const places = [...loads.keys()].map((week) => week - axis.first);
  const bar = axis.pitch * (axis.pitch > 6 ? 0.72 : 0.9);
  const from = axis.middleOf(Math.min(...places)) - axis.pitch / 2;
  const to = axis.middleOf(Math.max(...places)) + axis.pitch / 2;
  piece.shape({
    type: 'rect',
    x: from,
    y: base - BAR_ROOM,
    width: to - from,
    height: BAR_ROOM,
    fill: colors.panel,
  });
  piece.shape({
    type: 'path',
    points: [
      [from, base],
      [to, base],
    ],
    color: colors.muted,
    lineWidth: 0.5,
  });
  for (const [week, { learning, again }] of loads) {
    const x = axis.middleOf(week - axis.first) - bar / 2;
    const high = (learning / most) * BAR_ROOM;
    const higher = (again / most) * BAR_ROOM;
    if (learning > 0) {
      piece.shape({
        type: 'rect',
        x,
        y: base - high,
        width: bar,
        height: high,
        fill: colors.accent,
      });
    }
    if (again > 0) {
      piece.shape({
        type: 'rect',
        x: x + 0.3,
        y: base - high - higher,
        width: Math.max(0.4, bar - 0.6),
        height: higher,
        fill: '#FFFFFF',
        stroke: colors.accent,
        lineWidth: 0.6,
      });
    }
  }
}

function altOf(desk: Desk, rows: readonly Row[]): string {
  const spans = rows.map(({ name, sessions }) => {
    const days = sessions.map((session) => dayOf(desk, session)).sort();
    return { name, from: days[0] ?? '', to: days.at(-1) ?? '' };
  });
  return desk.words.pdf.overview.timelineAlt(spans);
}
