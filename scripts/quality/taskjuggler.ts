/** The same content through TaskJuggler 3 (Debian package `tj3`). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Learner } from '../../src/learner/learner.ts';
import {
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
  WEEKDAYS,
} from '../../src/time/civil-date.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';

const MINUTES_PER_DAY = 1440;

export const hasTaskJuggler = (): boolean =>
  spawnSync('tj3', ['--version'], { stdio: 'ignore' }).status === 0;

const time = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Working hours of each weekday; a window past midnight goes on in the next day's. */
function workingHours(learner: Learner): string[] {
  const spans = WEEKDAYS.map((): [number, number][] => []);
  for (const { weekday, from, to } of learner.windows) {
    const day = WEEKDAYS.indexOf(weekday);
    spans[day]?.push([from, Math.min(to, MINUTES_PER_DAY)]);
    if (to > MINUTES_PER_DAY) spans[(day + 1) % 7]?.push([0, to - MINUTES_PER_DAY]);
  }
  return spans.map((ofDay, day) => {
    const hours = ofDay
      .sort((a, b) => a[0] - b[0])
      .map(([from, to]) => `${time(from)} - ${time(to)}`);
    return `  workinghours ${WEEKDAYS[day]} ${hours.length > 0 ? hours.join(', ') : 'off'}`;
  });
}

/** A project of the learner's zone, windows, cap and days off. */
export function taskJugglerProject(
  learner: Learner,
  content: readonly WorkItem[],
  start: CivilDate,
  end: CivilDate,
): string {
  // Its weeks of the cap are counted from the start of the project: that is made a Monday.
  const monday = civilDate(firstDayOfWeek(isoWeekIndex(dayNumber(start))));
  const names = new Map(content.map(({ id }, index) => [id, `t${index}`]));
  return [
    `project content "content" ${monday} - ${end} {`,
    `  timezone "${learner.timeZone}"`,
    '  timingresolution 5min',
    '  timeformat "%Y-%m-%dT%H:%M"',
    '}',
    'resource learner "learner" {',
    ...workingHours(learner),
    `  limits { weeklymax ${learner.minutesPerWeek / 60}h }`,
    ...(monday < start ? [`  leaves annual ${monday} - ${start}`] : []),
    ...learner.daysOff.map((date) => `  leaves annual ${date} +1d`),
    '}',
    ...content.map(({ id, minutes, after }) => {
      const before = after.map((other) => `!${names.get(other)}`).join(', ');
      return `task ${names.get(id)} "${names.get(id)}" { effort ${minutes}min allocate learner ${before === '' ? '' : `depends ${before}`} }`;
    }),
    'taskreport "ends" { formats csv columns id, end }',
    '',
  ].join('\n');
}

export interface PeerRun {
  /** Local date and time of the last end. */
  readonly end: string;
  readonly milliseconds: number;
}

/** Null, with the message in `error`, where the project could not be scheduled. */
export function runTaskJuggler(project: string): PeerRun | { readonly error: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certplan-tj3-'));
  try {
    writeFileSync(join(folder, 'content.tjp'), project);
    const start = performance.now();
    const { status, stderr } = spawnSync('tj3', ['--silent', 'content.tjp'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const milliseconds = performance.now() - start;
    if (status !== 0) return { error: stderr.trim() };
    const ends = readFileSync(join(folder, 'ends.csv'), 'utf8').match(/\d{4}-\d\d-\d\dT\d\d:\d\d/g);
    return { end: [...(ends ?? [])].sort().at(-1) ?? '', milliseconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
