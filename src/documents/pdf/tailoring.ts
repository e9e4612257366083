/** The second page: everything that was added, shortened, left out or assumed, item by item. */
import { LEVEL_NAMES, SKILLS, type Skill } from '../../curriculum/vocabulary.ts';
import { formatHours } from '../../plan/words.ts';
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { waiverGroups } from './made-for-you.ts';
import { heading, paragraph, sectionTitle } from './prose.ts';
import { putTable } from './tables.ts';

/** Waived and cut items beyond this are summed up: the calendar and the JSON have them all. */
const ROWS_PRINTED = 40;

export function tailoringPages(desk: Desk, flow: Flow): void {
  const { plan, styles } = desk;
  sectionTitle(desk, flow, 'Made for you, in detail');
  skillsTable(desk, flow);
  waivedTable(desk, flow);
  if (plan.cuts.length > 0) {
    heading(desk, flow, 'Left out');
    paragraph(
      desk,
      flow,
      'Cut so that the plan fits; the weight is the part of the exam that stays uncovered.',
      styles.small,
    );
    putTable(
      desk,
      flow,
      [
        { head: 'Item', share: 0.5 },
        { head: 'Why', share: 0.26 },
        { head: 'Time', share: 0.12, align: 'right' },
        { head: 'Weight', share: 0.12, align: 'right' },
      ],
      plan.cuts
        .slice(0, ROWS_PRINTED)
        .map(({ title: item, reason, minutes, weightLost }) => [
          item,
          reason,
          formatHours(minutes),
          `${weightLost.toFixed(1)} %`,
        ]),
    );
    andMore(desk, flow, plan.cuts.length);
  }
}

function skillsTable(desk: Desk, flow: Flow): void {
  const { plan } = desk;
  const { requires } = plan.certification;
  const asked = SKILLS.filter(
    (skill) =>
      (requires[skill] ?? 0) > 0 ||
      plan.madeForYou.bridges.some((bridge) => bridge.skill === skill),
  );
  if (asked.length === 0) return;
  heading(desk, flow, 'Your skills and the bridges to what the exam asks');
  const named = (level: number): string => `${level} ${LEVEL_NAMES[level] ?? ''}`;
  putTable(
    desk,
    flow,
    [
      { head: 'Skill', share: 0.2, style: desk.styles.smallBold },
      { head: 'You', share: 0.16 },
      { head: 'Known from', share: 0.16 },
      { head: 'Exam asks', share: 0.16 },
      { head: 'Bridges', share: 0.16, align: 'right' },
      { head: 'Time added', share: 0.16, align: 'right' },
    ],
    asked.map((skill: Skill) => {
      const { level, source } = plan.learner.skills[skill];
      const bridges = plan.madeForYou.bridges.filter((bridge) => bridge.skill === skill);
      const count = bridges.reduce((sum, bridge) => sum + bridge.count, 0);
      const minutes = bridges.reduce((sum, bridge) => sum + bridge.minutes, 0);
      return [
        skill,
        named(level),
        source === 'given' ? 'you' : source,
        named(requires[skill] ?? 0),
        count === 0 ? '–' : String(count),
        minutes === 0 ? '–' : `+ ${formatHours(minutes)}`,
      ];
    }),
  );
  const notGiven = plan.madeForYou.notGiven[0];
  if (!notGiven) return;
  paragraph(
    desk,
    flow,
    `Levels: 0 none, 1 aware, 2 basic, 3 working, 4 strong. What is inferred or assumed can be corrected: make the plan again with, for example, --skill ${notGiven.skill}=${Math.min(4, notGiven.level + 2)}.`,
    desk.styles.smallMuted,
  );
}

function waivedTable(desk: Desk, flow: Flow): void {
  const groups = waiverGroups(desk.plan);
  if (groups.length === 0) return;
  heading(desk, flow, 'What you know already: short checks instead');
  const rows = groups.flatMap(({ because, items }) =>
    items.map(({ title, minutes }) => [title, because, `− ${formatHours(minutes)}`]),
  );
  putTable(
    desk,
    flow,
    [
      { head: 'Item', share: 0.56 },
      { head: 'Because', share: 0.3 },
      { head: 'Time saved', share: 0.14, align: 'right' },
    ],
    rows.slice(0, ROWS_PRINTED),
  );
  andMore(desk, flow, rows.length);
}

function andMore(desk: Desk, flow: Flow, rows: number): void {
  if (rows > ROWS_PRINTED) {
    paragraph(desk, flow, `and ${rows - ROWS_PRINTED} more`, desk.styles.smallMuted);
  }
}
