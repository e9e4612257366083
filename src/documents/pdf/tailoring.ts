/** The second page: everything that was added, shortened, left out or assumed, item by item. */
import { SKILLS, type Skill } from '../../curriculum/vocabulary.ts';
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { waiverGroups } from './made-for-you.ts';
import { heading, paragraph, sectionTitleBelow } from './prose.ts';
import { putTable } from './tables.ts';

/** Waived and cut items beyond this are summed up: the calendar and the JSON have them all. */
const ROWS_PRINTED = 40;

export function tailoringPages(desk: Desk, flow: Flow): void {
  const { plan, styles, words } = desk;
  const { details } = words.pdf;
  sectionTitleBelow(desk, flow, details.title);
  skillsTable(desk, flow);
  waivedTable(desk, flow);
  if (plan.cuts.length > 0) {
    heading(desk, flow, details.leftOut);
    paragraph(desk, flow, details.leftOutNote, styles.small);
    putTable(
      desk,
      flow,
      [
        { head: details.item, share: 0.5 },
        { head: details.why, share: 0.26 },
        { head: details.time, share: 0.12, align: 'right' },
        { head: details.weight, share: 0.12, align: 'right' },
      ],
      plan.cuts
        .slice(0, ROWS_PRINTED)
        .map(({ title: item, reason, minutes, weightLost }) => [
          item,
          reason,
          words.common.hours(minutes),
          details.percent(weightLost),
        ]),
    );
    andMore(desk, flow, plan.cuts.length);
  }
}

function skillsTable(desk: Desk, flow: Flow): void {
  const { plan, words } = desk;
  const { details } = words.pdf;
  const { requires } = plan.certification;
  const asked = SKILLS.filter(
    (skill) =>
      (requires[skill] ?? 0) > 0 ||
      plan.madeForYou.bridges.some((bridge) => bridge.skill === skill),
  );
  if (asked.length === 0) return;
  heading(desk, flow, details.skills);
  const named = (level: number): string => `${level} ${details.levels[level] ?? ''}`;
  putTable(
    desk,
    flow,
    [
      { head: details.skill, share: 0.2, style: desk.styles.smallBold },
      { head: details.you, share: 0.16 },
      { head: details.knownFrom, share: 0.16 },
      { head: details.asked, share: 0.16 },
      { head: details.bridges, share: 0.16, align: 'right' },
      { head: details.timeAdded, share: 0.16, align: 'right' },
    ],
    asked.map((skill: Skill) => {
      const { level, source } = plan.learner.skills[skill];
      const bridges = plan.madeForYou.bridges.filter((bridge) => bridge.skill === skill);
      const count = bridges.reduce((sum, bridge) => sum + bridge.count, 0);
      const minutes = bridges.reduce((sum, bridge) => sum + bridge.minutes, 0);
      return [
        skill,
        named(level),
        details.sources[source],
        named(requires[skill] ?? 0),
        count === 0 ? '–' : String(count),
        minutes === 0 ? '–' : `+ ${words.common.hours(minutes)}`,
      ];
    }),
  );
  const notGiven = plan.madeForYou.notGiven[0];
  if (!notGiven) return;
  paragraph(
    desk,
    flow,
    details.levelsNote(`--skill ${notGiven.skill}=${Math.min(4, notGiven.level + 2)}`),
    desk.styles.smallMuted,
  );
}

function waivedTable(desk: Desk, flow: Flow): void {
  const { details } = desk.words.pdf;
  const groups = waiverGroups(desk.plan);
  if (groups.length === 0) return;
  heading(desk, flow, details.known);
  const rows = groups.flatMap(({ because, items }) =>
    items.map(({ title, minutes }) => [title, because, `− ${desk.words.common.hours(minutes)}`]),
  );
  putTable(
    desk,
    flow,
    [
      { head: details.item, share: 0.56 },
      { head: details.because, share: 0.3 },
      { head: details.timeSaved, share: 0.14, align: 'right' },
    ],
    rows.slice(0, ROWS_PRINTED),
  );
  andMore(desk, flow, rows.length);
}

function andMore(desk: Desk, flow: Flow, rows: number): void {
  if (rows > ROWS_PRINTED) {
    paragraph(desk, flow, desk.words.pdf.details.more(rows - ROWS_PRINTED), desk.styles.smallMuted);
  }
}
