/** The page to read before the first lab: what costs money, and how each lab is torn down. */

import { languageOf } from '../../plan/language.ts';
import type { Session } from '../../plan/plan.ts';
import { planCosts } from '../../plan/plan-costs.ts';
import { type Costs, type MonthOfSubscription, subscriptionName } from '../../workload/costs.ts';
import type { Words } from '../words/words.ts';
import { type Desk, dayOf, printedSessions } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import type { Piece } from './piece.ts';
import { bullet, heading, paragraph, sectionTitle } from './prose.ts';
import { drawBox } from './session-row.ts';

const CLOUDS = { aws: 'AWS', microsoft: 'Azure', google: 'Google Cloud' } as const;
const BOX = 7;
const INDENT = 16;
/** More parts than this are told by the first and the last. */
const NUMBERS_LISTED = 6;

export function labSafetyPages(desk: Desk, flow: Flow): void {
  const { plan, styles, words } = desk;
  const { labs: say } = words.pdf;
  const cloud = CLOUDS[plan.certification.vendor];
  sectionTitle(desk, flow, say.title, say.intro(cloud));
  heading(desk, flow, say.before);
  const account = plan.sessions.find(({ activity }) => activity === 'open-account');
  const opening = account ? { number: account.number, day: dayWords(desk, account) } : null;
  for (const text of [say.openAccount(cloud, opening), ...say.rules]) {
    flow.put(checkLine(desk, text, styles.body), { gap: 4 });
  }
  heading(desk, flow, say.costs);
  const labs = labsOf(printedSessions(desk));
  const costs = planCosts(plan);
  for (const text of costSentences(costs, new Set(labs.map(({ activity }) => activity)), words)) {
    bullet(desk, flow, text);
  }

  heading(desk, flow, say.tearDown, 80);
  if (labs.length === 0) paragraph(desk, flow, say.nothingRuns, styles.body);
  for (const lab of labs) flow.put(labPiece(desk, lab), { gap: 12 });
}

/** Prices that are known, each once, then what of the labs is not. */
function costSentences(costs: Costs, labs: ReadonlySet<string>, words: Words): string[] {
  const { labs: say } = words.pdf;
  const { examUsd, priced, unpriced, knownUsd } = costs;
  const subscriptions = costs.subscriptions.map((month) => ({
    ...month,
    name: monthName(month, words),
  }));
  const known = [
    ...priced.map(({ title, usd }) => `${title} ${dollars(usd)}`),
    ...subscriptions.flatMap(({ name, usd, items }) =>
      usd === null ? [] : [say.month(name, dollars(usd), items.length)],
    ),
  ];
  const material = knownUsd - (examUsd ?? 0);
  const open = unpriced.filter(({ id }) => labs.has(id)).length;
  return [
    known.length === 0 ? say.nothingKnown : say.known(dollars(material), known),
    ...subscriptions.flatMap(({ name, usd }) => (usd === null ? [say.monthNotKnown(name)] : [])),
    ...(open === 0 ? [] : [say.notPublished(open, labs.size)]),
    ...(examUsd === null || examUsd === 0 ? [] : [say.examItself(dollars(examUsd))]),
  ];
}

/** The name in the costs is English where it says the exam: `AWS Skill Builder for MLA-C02`. */
const monthName = ({ id, name, examCode }: MonthOfSubscription, { tag }: Words): string =>
  examCode === undefined || languageOf(tag) === 'en'
    ? name
    : `${subscriptionName(id)} (${examCode})`;

const dollars = (sum: number): string => `$${Number(sum.toFixed(2))}`;

const dayWords = (desk: Desk, session: Session): string =>
  desk.words.dates.day(dayOf(desk, session));

interface LabGroup {
  readonly activity: string;
  readonly title: string;
  readonly sessions: readonly Session[];
}

/** Activities with something to tear down or something that bills, parts together. */
function labsOf(sessions: readonly Session[]): LabGroup[] {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    if (session.teardown.length === 0 && session.billing.length === 0) continue;
    groups.set(session.activity, [...(groups.get(session.activity) ?? []), session]);
  }
  return [...groups].map(([activity, group]) => ({
    activity,
    title: group[0]?.title ?? '',
    sessions: group,
  }));
}

function labPiece(desk: Desk, { title, sessions }: LabGroup): Piece {
  const { styles } = desk;
  const { labs: say } = desk.words.pdf;
  const piece = new Draft(desk);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return piece.finish();
  piece.text(title, styles.bodyBold, { tag: 'H3', maxLines: 2 });
  const numbers =
    sessions.length === 1
      ? say.session(first.number)
      : sessions.length <= NUMBERS_LISTED
        ? say.sessions(sessions.map(({ number }) => number))
        : say.sessionRange(first.number, last.number);
  const [from, to] = [dayWords(desk, first), dayWords(desk, last)];
  const dates = from === to ? from : say.days(from, to);
  const cost =
    first.costUsd === null
      ? say.noPrice
      : first.costUsd === 0
        ? say.free
        : say.about(dollars(first.costUsd));
  piece.text(`${numbers}  ·  ${dates}  ·  ${cost}`, styles.smallMuted, { maxLines: 2 });
  piece.skip(1);
  for (const step of first.teardown.slice(0, 12)) {
    const middle = piece.y + styles.small.lineHeight / 2;
    drawBox(piece, 'planned', middle, 0, BOX);
    piece.text(step, styles.small, { x: INDENT, maxLines: 3 });
  }
  if (first.billing.length > 0) {
    piece.skip(2);
    piece.text(
      [
        { text: say.billing, style: styles.smallBold },
        { text: first.billing.slice(0, 8).join('; '), style: styles.small },
      ],
      styles.small,
      { x: INDENT, maxLines: 6 },
    );
  }
  return piece.finish();
}

function checkLine(desk: Desk, text: string, style: Desk['styles']['body']): Piece {
  const piece = new Draft(desk);
  drawBox(piece, 'planned', style.lineHeight / 2, 0, BOX + 1);
  piece.text(text, style, { x: INDENT, maxLines: 3 });
  return piece.finish();
}
