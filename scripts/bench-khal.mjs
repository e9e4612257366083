/** The same sessions in khal, a calendar for the terminal, with a configuration of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param ics the calendar of the plan
 * @returns command and arguments that list a day's sessions; null where there is no khal
 */
export function prepareKhal(folder, ics, day) {
  if (spawnSync('khal', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  const calendar = join(folder, 'calendar');
  mkdirSync(calendar, { recursive: true });
  const config = join(folder, 'khal.conf');
  writeFileSync(
    config,
    `[calendars]
[[bench]]
path = ${calendar}
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = bench
`,
  );
  const khal = (...args) => spawnSync('khal', ['-c', config, ...args], { stdio: 'ignore' });
  if (khal('import', '--batch', '-a', 'bench', ics).status !== 0) return null;
  return ['khal', '-c', config, 'list', day, day];
}
