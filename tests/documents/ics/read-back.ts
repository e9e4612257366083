/** Calendar files read with ical.js, a reader that shares nothing with our writer. */
import ICAL from 'ical.js';

export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** Epoch minutes; null for an all-day event. */
  readonly start: number | null;
  readonly end: number | null;
  /** First date, and the one after the last, of an all-day event. */
  readonly dates: readonly [string, string] | null;
  readonly component: ICAL.Component;
}

export interface ReadCalendar {
  readonly root: ICAL.Component;
  readonly zone: ICAL.Timezone | null;
  readonly events: readonly ReadEvent[];
}

const text = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '');

const minutes = (time: ICAL.Time): number => time.toJSDate().getTime() / 60_000;

/** Only zones that the file itself brings are known to it. */
export function readBack(file: string): ReadCalendar {
  ICAL.TimezoneService.reset();
  const root = new ICAL.Component(ICAL.parse(file));
  const zoneComponent = root.getFirstSubcomponent('vtimezone');
  const zone = zoneComponent ? new ICAL.Timezone(zoneComponent) : null;
  if (zone) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents('vevent').map((component): ReadEvent => {
    const { startDate, endDate } = new ICAL.Event(component);
    const allDay = startDate.isDate;
    // An unknown TZID would silently become the zone of the process.
    if (!allDay && startDate.zone === ICAL.Timezone.localTimezone) {
      throw new Error(`floating time: ${startDate.toString()}`);
    }
    return {
      uid: text(component, 'uid'),
      summary: text(component, 'summary'),
      description: text(component, 'description'),
      start: allDay ? null : minutes(startDate),
      end: allDay ? null : minutes(endDate),
      dates: allDay ? [startDate.toString(), endDate.toString()] : null,
      component,
    };
  });
  return { root, zone, events };
}

export const property = (component: ICAL.Component, name: string): string | null => {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

/** What RFC 5545 asks of every line, whatever it says. */
export function lineFaults(file: string): string[] {
  const faults: string[] = [];
  if (!file.endsWith('END:VCALENDAR\r\n')) faults.push('does not end with a line end');
  if (/[^\r]\n|\r[^\n]/.test(file)) faults.push('a line ends without CRLF');
  file
    .slice(0, -2)
    .split('\r\n')
    .forEach((line, index) => {
      const where = `line ${index + 1}`;
      if (Buffer.byteLength(line) > 75) faults.push(`${where} has more than 75 octets`);
      if (/\p{Cc}/u.test(line)) faults.push(`${where} holds a control character`);
      if (line === '') faults.push(`${where} is empty`);
      if (Buffer.from(line).toString() !== line) faults.push(`${where} cuts a character in two`);
    });
  const unfolded = file.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  for (const line of unfolded) {
    if (!/^[A-Z-]+[;:]/.test(line)) faults.push(`no property: ${line.slice(0, 40)}`);
  }
  return faults;
}
