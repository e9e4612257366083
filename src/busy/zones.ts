/** From the TZID of a property to a clock: the file's own zones first, then what is known of names. */
import { isTimeZone, type ZoneClock, zoneClock } from '../time/wall-clock.ts';
import type { Budget } from './budget.ts';
import { type Calendar, type Component, Properties } from './components.ts';
import type { EpochSeconds } from './moment.ts';
import { vtimezoneClock } from './vtimezone.ts';
import { quoted, type Warnings } from './warnings.ts';
import { zoneOfWindows } from './windows-zones.ts';

/** Asking the runtime about a name is slow, and its clocks are kept: a file may ask so often. */
const MOST_NAMES = 300;

export class Zones {
  /** VTIMEZONEs by calendar and TZID; a file may bring hundreds and use one. */
  private readonly own = new Map<Calendar, Map<string, Component>>();
  private readonly anywhere = new Map<string, Component>();
  private readonly built = new Map<Component, ZoneClock | null>();
  private readonly named = new Map<string, ZoneClock>();

  /**
   * @param learner the clock of floating times, dates and zones that nobody knows
   * @param until last instant of interest
   */
  constructor(
    calendars: readonly Calendar[],
    readonly learner: ZoneClock,
    private readonly until: EpochSeconds,
    private readonly budget: Budget,
    private readonly warnings: Warnings,
  ) {
    for (const calendar of calendars) {
      const components = new Map<string, Component>();
      this.own.set(calendar, components);
      for (const component of calendar.zones) {
        const tzid = new Properties(component, warnings).first('TZID')?.value;
        if (!tzid) warnings.add(component.line, 'VTIMEZONE skipped: TZID is missing');
        else if (!components.has(tzid)) components.set(tzid, component);
        if (tzid && !this.anywhere.has(tzid)) this.anywhere.set(tzid, component);
      }
    }
  }

  /** @param line where the name stands, for the warning that it is unknown */
  clock(tzid: string, calendar: Calendar, line: number): ZoneClock {
    const component = this.own.get(calendar)?.get(tzid) ?? this.anywhere.get(tzid);
    return (component && this.fromFile(component, tzid)) ?? this.fromName(tzid, line);
  }

  private fromFile(component: Component, tzid: string): ZoneClock | null {
    const known = this.built.get(component);
    if (known !== undefined) return known;
    const clock = this.warnings.attempt('VTIMEZONE', () =>
      vtimezoneClock(component, tzid, this.until, this.budget, this.warnings),
    );
    this.built.set(component, clock);
    return clock;
  }

  private fromName(tzid: string, line: number): ZoneClock {
    const known = this.named.get(tzid);
    if (known) return known;
    const name = this.named.size < MOST_NAMES ? ianaName(tzid) : null;
    if (name === null) {
      const { timeZone } = this.learner;
      this.warnings.add(line, `time zone ${quoted(tzid)} is unknown: read as ${timeZone}`);
    }
    const clock = name === null ? this.learner : zoneClock(name);
    this.named.set(tzid, clock);
    return clock;
  }
}

/**
 * The IANA zone that a TZID means, or null. Globally unique ones carry a path before the name:
 * `/freeassociation.sourceforge.net/Europe/Berlin`, `/mozilla.org/20050126_1/Asia/Tokyo`.
 */
export function ianaName(tzid: string): string | null {
  const windows = zoneOfWindows(tzid);
  if (windows !== null) return windows;
  const parts = tzid.split('/').filter((part) => part !== '');
  for (let length = Math.min(3, parts.length); length > 0; length -= 1) {
    const name = parts.slice(-length).join('/');
    if (isTimeZone(name)) return name;
  }
  return null;
}
