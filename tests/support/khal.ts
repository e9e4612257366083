/** A khal of its own, away from the user's calendars. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class Khal {
  private readonly config: string;
  /** Where it keeps one file per event. */
  readonly vdir: string;

  /** @param timeZone in which it lives and lists */
  constructor(
    private readonly home: string,
    timeZone: string,
  ) {
    this.config = join(home, 'khal.conf');
    this.vdir = join(home, 'calendar');
    mkdirSync(this.vdir, { recursive: true });
    writeFileSync(
      this.config,
      `[calendars]
[[study]]
path = ${this.vdir}
[sqlite]
path = ${home}/khal.db
[locale]
local_timezone = ${timeZone}
default_timezone = ${timeZone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = study
`,
    );
  }

  import(file: string): void {
    this.run('import', '--batch', '-a', 'study', file);
  }

  /** Every event as `uid|2026-12-02 19:00|2026-12-02 19:45|title`. */
  list(): string[] {
    return this.run(
      ...['list', '2026-11-01', '2027-12-31', '--day-format', ''],
      ...['--format', '{uid}|{start-long-full}|{end-long-full}|{title}'],
    )
      .split('\n')
      .filter((line) => line !== '');
  }

  private run(...args: string[]): string {
    const { home } = this;
    return execFileSync('khal', ['-c', this.config, ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        LC_ALL: 'C.UTF-8',
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        XDG_CACHE_HOME: home,
      },
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
