import { afterEach, describe, expect, it, vi } from 'vitest';

const given = process.env.TZ;
afterEach(() => {
  if (given === undefined) delete process.env.TZ;
  else process.env.TZ = given;
});

/** What src/time makes of a year of dates while the process runs in the given zone. */
async function readingsIn(zone: string): Promise<{ offsets: number[]; readings: string[] }> {
  // Node reads TZ again when it is assigned; fresh modules have nothing remembered.
  process.env.TZ = zone;
  vi.resetModules();
  const dates = await import('../../src/time/civil-date.ts');
  const { parseDate } = await import('../../src/time/parse-date.ts');
  const { formatInstant, zoneClock } = await import('../../src/time/wall-clock.ts');

  const readings: string[] = [];
  for (let day = dates.dayNumber('2026-10-01'); day < dates.dayNumber('2027-11-30'); day += 1) {
    const date = dates.addDays('1970-01-01', day);
    readings.push(
      [
        date,
        dates.weekdayOf(date),
        dates.isoWeekName(date),
        dates.addMonths(date, 3),
        dates.daysBetween('2026-11-25', date),
        parseDate('fri', date, '--start'),
      ].join(' '),
    );
    for (const clockZone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Chatham']) {
      const clock = zoneClock(clockZone);
      for (const minute of [0, 90, 150, 165, 1200]) {
        readings.push(formatInstant(clock.toInstant(day, minute), clock));
      }
    }
  }
  // Minutes west of Greenwich in January and July, as the process sees them.
  const offsets = [new Date(2027, 0, 1), new Date(2027, 6, 1)].map((at) => at.getTimezoneOffset());
  return { offsets, readings };
}

describe('the zone of the process', () => {
  it.each([
    ['America/Santiago', [180, 240]],
    ['Australia/Lord_Howe', [-660, -630]],
    ['Pacific/Kiritimati', [-840, -840]],
    ['Europe/Berlin', [-60, -120]],
  ])('%s changes no date, week, weekday or instant', async (zone, offsets) => {
    const utc = await readingsIn('UTC');
    expect(utc.offsets).toEqual([0, 0]);
    expect(utc.readings.length).toBeGreaterThan(8000);

    const there = await readingsIn(zone);
    // The setting took effect; otherwise equal readings would prove nothing.
    expect(there.offsets).toEqual(offsets);
    expect(there.readings).toEqual(utc.readings);
  });
});
