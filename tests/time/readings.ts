/**
 * Run as a program of its own: prints what the process's zone is and what src/time makes of a fixed
 * set of dates. The second must not depend on the first.
 */
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  isoWeekName,
  weekdayOf,
} from '../../src/time/civil-date.ts';
import { parseDate } from '../../src/time/parse-date.ts';
import { formatInstant, zoneClock } from '../../src/time/wall-clock.ts';

const readings: string[] = [];
const january = new Date(2027, 0, 1);
const july = new Date(2027, 6, 1);

for (let day = dayNumber('2026-10-01'); day < dayNumber('2027-11-30'); day += 1) {
  const date = addDays('1970-01-01', day);
  readings.push(
    `${date} ${weekdayOf(date)} ${isoWeekName(date)} ${addMonths(date, 3)} ` +
      `${daysBetween('2026-11-25', date)} ${parseDate('fri', date, '--start')}`,
  );
  for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Chatham']) {
    const clock = zoneClock(zone);
    for (const minute of [0, 90, 150, 165, 1200]) {
      readings.push(formatInstant(clock.toInstant(day, minute), clock));
    }
  }
}

process.stdout.write(
  JSON.stringify({
    offsets: [january.getTimezoneOffset(), july.getTimezoneOffset()],
    readings,
  }),
);
