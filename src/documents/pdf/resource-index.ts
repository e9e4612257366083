/** Everything that is read, watched and built, once each, by domain: where to find it again. */
import { isContent } from '../../curriculum/vocabulary.ts';
import type { Session } from '../../plan/plan.ts';
import { type Desk, dayOf, printedSessions } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import { drawKindMark, MARK } from './kind-mark.ts';
import type { Piece } from './piece.ts';
import { heading, sectionTitle } from './prose.ts';
import { printedAddress, safeLink } from './text-cleaner.ts';
import type { Span } from './typesetter.ts';
import { planWeeks, weekAnchor } from './weeks.ts';

const SESSIONS_WIDTH = 104;
const PAD = 3;
/** White between a heading and its first row. */
const HEADING_GAP = 4;
/** More parts than this are told by the first and the last. */
const NUMBERS_LISTED = 4;

interface Resource {
  readonly sessions: readonly Session[];
  readonly first: Session;
}

function resourcesOf(sessions: readonly Session[]): Resource[] {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const key = `${session.activity} ${session.url ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ sessions: group, first }] : [];
  });
}

export function resourceIndex(desk: Desk, flow: Flow): void {
  const listed = printedSessions(desk).filter(
    ({ kind, url }) => safeLink(url) !== null || isContent(kind) || kind === 'practice-exam',
  );
  if (listed.length === 0) return;
  const { resources } = desk.words.pdf;
  sectionTitle(desk, flow, resources.title, resources.intro);
  const weekOf = new Map(
    planWeeks(desk.plan).flatMap(({ place, sessions }) =>
      sessions.map(({ session }) => [session.number, place] as const),
    ),
  );
  const put = (name: string, sessions: readonly Session[]): void => {
    const rows = resourcesOf(sessions).map((resource) => resourceRow(desk, resource, weekOf));
    if (rows.length === 0) return;
    heading(desk, flow, name, HEADING_GAP + (rows[0]?.height ?? 0));
    rows.forEach((row, index) => {
      flow.put(row, { gap: index === 0 ? HEADING_GAP : 0 });
    });
  };
  put(
    resources.bridges,
    listed.filter(({ kind }) => kind === 'bridge'),
  );
  const rest = listed.filter(({ kind }) => kind !== 'bridge');
  desk.plan.certification.domains.forEach(({ id, title }, index) => {
    put(
      `${index + 1}  ${title}`,
      rest.filter(({ domain }) => domain === id),
    );
  });
  put(
    resources.wholeExam,
    rest.filter(({ domain }) => domain === null),
  );
}

function resourceRow(
  desk: Desk,
  { sessions, first }: Resource,
  weekOf: ReadonlyMap<number, number>,
): Piece {
  const { styles, width, theme, words } = desk;
  const piece = new Draft(desk);
  const x = MARK.width + 8;
  const room = width - x - SESSIONS_WIDTH - 12;
  const link = safeLink(first.url);
  piece.group('P', () => {
    drawKindMark(piece, first.kind, 0, PAD + styles.small.lineHeight / 2);
    let y = piece.text([{ text: first.title, style: styles.small, link }], styles.small, {
      x,
      top: PAD,
      width: room,
      maxLines: 2,
    });
    if (link !== null) {
      const text = desk.set.shortenAddress(printedAddress(link), styles.tinyLink, room);
      y = piece.text([{ text, style: styles.tinyLink, link }], styles.tinyLink, {
        x,
        top: y,
        width: room + 1,
        maxLines: 1,
      });
    }
    const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
    const right = { x: width - SESSIONS_WIDTH, width: SESSIONS_WIDTH, align: 'right' } as const;
    const numbers = piece.text(numberSpans(desk, sessions, weekOf), styles.small, {
      ...right,
      top: PAD,
      maxLines: 1,
    });
    const below = piece.text(
      `${words.dates.day(dayOf(desk, first))} · ${words.common.hours(minutes)}`,
      styles.tiny,
      {
        ...right,
        top: numbers,
        maxLines: 1,
      },
    );
    piece.y = Math.max(y, below) + PAD;
  });
  piece.rule(piece.y, theme.colors.rule, 0.4);
  return piece.finish();
}

/** `12, 14, 15` or `12 – 40`; each number leads to its week. */
function numberSpans(
  { styles }: Desk,
  sessions: readonly Session[],
  weekOf: ReadonlyMap<number, number>,
): Span[] {
  const last = sessions.at(-1);
  const many = sessions.length > NUMBERS_LISTED;
  const shown = many ? [sessions[0], last].filter((one) => one !== undefined) : sessions;
  return shown.flatMap(({ number }, index) => {
    const place = weekOf.get(number);
    const between = index === 0 ? '' : many ? ' – ' : ', ';
    const link = place === undefined ? null : `#${weekAnchor(place)}`;
    return [
      ...(between === '' ? [] : [{ text: between, style: styles.smallMuted }]),
      { text: String(number), style: styles.smallBold, link },
    ];
  });
}
