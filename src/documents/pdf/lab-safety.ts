/** The page to read before the first lab: what costs money, and how each lab is torn down. */

import type { Session } from '../../plan/plan.ts';
import { planCosts } from '../../plan/plan-costs.ts';
import { formatDate } from '../../plan/words.ts';
import { civilDate } from '../../time/civil-date.ts';
import type { Costs } from '../../workload/costs.ts';
import { type Desk, printedSessions } from './desk.ts';
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
  const { plan, styles } = desk;
  const cloud = CLOUDS[plan.certification.vendor];
  sectionTitle(
    desk,
    flow,
    'Lab safety',
    `What is left running in ${cloud} costs money by the hour. Tear down in the same session, while you still know what you made.`,
  );
  heading(desk, flow, 'Before the first lab');
  const account = plan.sessions.find(({ activity }) => activity === 'open-account');
  const when = account ? ` (session ${account.number}, ${dayOf(desk, account)})` : '';
  for (const text of [
    `Open an ${cloud} account of your own${when}; switch on multi-factor sign-in for its owner.`,
    'Set a budget alarm at the sum you can afford to lose. An alarm tells you; it does not stop anything.',
    'Work in one region only and write it down: what is not seen is not deleted.',
    'Tag or name everything you make, with one word, so that you can find all of it again.',
    'The day after a lab, look at the cost page once.',
  ].map((line) => line.replace('an Google', 'a Google'))) {
    flow.put(checkLine(desk, text, styles.body), { gap: 4 });
  }
  heading(desk, flow, 'What it may cost');
  const labs = labsOf(printedSessions(desk));
  const costs = planCosts(plan);
  for (const text of costSentences(costs, new Set(labs.map(({ activity }) => activity)))) {
    bullet(desk, flow, text);
  }

  heading(desk, flow, 'Tear-down, lab by lab', 80);
  if (labs.length === 0)
    paragraph(desk, flow, 'This plan has no lab that leaves anything running.', styles.body);
  for (const lab of labs) flow.put(labPiece(desk, lab), { gap: 12 });
}

/** Prices that are known, each once, then what of the labs is not. */
function costSentences(costs: Costs, labs: ReadonlySet<string>): string[] {
  const { examUsd, priced, subscriptions, unpriced, knownUsd } = costs;
  const known = [
    ...priced.map(({ title, usd }) => `${title} ${dollars(usd)}`),
    ...subscriptions.flatMap(({ name, usd, items }) =>
      usd === null
        ? []
        : [
            `one month of ${name} ${dollars(usd)}${items.length > 1 ? `, for ${items.length} items` : ''}`,
          ],
    ),
  ];
  const material = knownUsd - (examUsd ?? 0);
  const open = unpriced.filter(({ id }) => labs.has(id)).length;
  return [
    known.length === 0
      ? 'No price is known in advance for anything in this plan.'
      : `Known prices, in US dollars, add up to about ${dollars(material)}: ${known.join('; ')}.`,
    ...subscriptions.flatMap(({ name, usd }) =>
      usd === null ? [`${name}: a month of it is needed; its price is not known.`] : [],
    ),
    ...(open === 0
      ? []
      : [
          `For ${open} of ${labs.size} labs and projects no sum is published; see what bills by the hour below.`,
        ]),
    ...(examUsd === null || examUsd === 0
      ? []
      : [`The exam itself: ${dollars(examUsd)}, plus tax.`]),
  ];
}

const dollars = (sum: number): string => `$${Number(sum.toFixed(2))}`;

const dayOf = (desk: Desk, { start }: Session): string =>
  formatDate(civilDate(desk.clock.toWallClock(start).day));

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
  const piece = new Draft(desk);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return piece.finish();
  piece.text(title, styles.bodyBold, { tag: 'H3', maxLines: 2 });
  const numbers =
    sessions.length === 1
      ? `session ${first.number}`
      : sessions.length <= NUMBERS_LISTED
        ? `sessions ${sessions.map(({ number }) => number).join(', ')}`
        : `sessions ${first.number} to ${last.number}`;
  const dates =
    dayOf(desk, first) === dayOf(desk, last)
      ? dayOf(desk, first)
      : `${dayOf(desk, first)} to ${dayOf(desk, last)}`;
  const cost =
    first.costUsd === null
      ? 'no price published'
      : first.costUsd === 0
        ? 'free'
        : `about ${dollars(first.costUsd)}`;
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
        { text: 'Keeps billing until then: ', style: styles.smallBold },
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
