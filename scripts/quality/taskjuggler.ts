/** The same content through TaskJuggler 3 (Debian package `tj3`). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Learner } from '../../src/learner/learner.ts';
import { type CivilDate, dayNumber, WEEKDAYS, weekdayIndex } from '../../src/time/civil-date.ts';
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

/** The tail of the window of the evening before the start: our openings begin on the start day. */
function tailBeforeStart(learner: Learner, start: CivilDate): string[] {
  const dayBefore = WEEKDAYS[(weekdayIndex(dayNumber(start)) + 6) % 7];
  return learner.windows
    .filter(({ weekday, to }) => weekday === dayBefore && to > MINUTES_PER_DAY)
    .map(({ to }) => `  leaves annual ${start} +${to - MINUTES_PER_DAY}min`);
}

/** A project of the learner's zone, windows, cap and days off. */
export function taskJugglerProject(
  learner: Learner,
  content: readonly WorkItem[],
  start: CivilDate,
  end: CivilDate,
): string {
  const names = new Map(content.map(({ id }, index) => [id, `t${index}`]));
  return [
    `project content "content" ${start} - ${end} {`,
    `  timezone "${learner.timeZone}"`,
    '  timingresolution 5min',
    '  timeformat "%Y-%m-%dT%H:%M"',
    '}',
    'resource learner "learner" {',
    ...workingHours(learner),
    `  limits { weeklymax ${learner.minutesPerWeek / 60}h }`,
    ...tailBeforeStart(learner, start),
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
