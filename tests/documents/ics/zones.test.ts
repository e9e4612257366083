import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import { sessionEnd } from '../../../src/plan/plan.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { icsOf } from '../render-all.ts';
import { planWith, session } from '../small-plan.ts';
import { lineFaults, type ReadCalendar, readBack } from './read-back.ts';

const ZONES = [
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/St_Johns',
  'UTC',
] as const;

const startsAndEnds = ({ events }: ReadCalendar, plan: Plan) =>
  events.slice(0, plan.sessions.length).map(({ uid, start, end }) => [uid, start, end]);

const planned = (plan: Plan) => plan.sessions.map((one) => [one.uid, one.start, sessionEnd(one)]);

/** What a clock on the wall shows, by Temporal. */
const wallClock = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant * 60_000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString()
    .slice(0, 16);

describe.each(ZONES)('in %s', (timeZone) => {
  const plan = samplePlan({ timeZone, certification: 'azure-ai-103', depth: 'essential' });
  const file = icsOf(plan);
  const calendar = readBack(file);

  it('every event stands at the instants of the plan', () => {
    expect(lineFaults(file)).toEqual([]);
    expect(startsAndEnds(calendar, plan)).toEqual(planned(plan));
  });

  it('the VTIMEZONE agrees with Temporal at every hour of the plan and two weeks around it', () => {
    const { zone } = calendar;
    if (timeZone === 'UTC') {
      expect(zone).toBeNull();
      expect(file).toMatch(/^DTSTART:\d{8}T\d{6}Z\r$/m);
      return;
    }
    if (!zone) throw new Error('no VTIMEZONE');
    expect(zone.tzid).toBe(timeZone);
    const first = plan.sessions[0]?.start ?? 0;
    const last = plan.sessions.at(-1)?.start ?? 0;
    const wrong: string[] = [];
    // Half hours and quarters come by, too, so that no short change slips through. Wall times that
    // come twice say nothing: they are never written with a zone.
    for (let at = first - 13 * 1440; at < last + 13 * 1440; at += 75) {
      const wall = wallClock(at, timeZone);
      const { epochMilliseconds } = Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, {
        disambiguation: 'later',
      });
      if (
        Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds !==
        epochMilliseconds
      )
        continue;
      const read = ICAL.Time.fromDateTimeString(`${wall}:00`);
      read.zone = zone;
      const off = read.toUnixTime() / 60 - at;
      if (off !== 0) wrong.push(`${wall} is read ${off} minutes off`);
    }
    expect(wrong).toEqual([]);
  });

  it('has a standard time, which some readers cannot do without', () => {
    if (timeZone !== 'UTC') expect(file).toContain('BEGIN:STANDARD');
  });
});

/** Nights in which clocks change, with an instant near the change. */
const NIGHTS = [
  ['Europe/Berlin', '2027-03-28T01:00Z'],
  ['Europe/Berlin', '2027-10-31T01:00Z'],
  ['America/New_York', '2027-03-14T07:00Z'],
  ['America/New_York', '2027-11-07T06:00Z'],
  ['Australia/Lord_Howe', '2027-04-03T15:00Z'],
  ['Australia/Lord_Howe', '2027-10-02T15:30Z'],
  ['Africa/Casablanca', '2027-02-07T02:00Z'],
  ['Africa/Casablanca', '2027-03-14T02:00Z'],
  ['Europe/Dublin', '2027-10-31T01:00Z'],
] as const;

describe('in the night in which clocks change', () => {
  it.each(NIGHTS)('%s, %s: each quarter of an hour keeps its instant', (timeZone, change) => {
    const middle = Date.parse(change) / 60_000;
    const plan = planWith(
      Array.from({ length: 32 }, (_, index) =>
        session(index + 1, new Date((middle + (index - 16) * 15) * 60_000).toISOString(), {
          minutes: 20,
        }),
      ),
      timeZone,
    );
    const file = icsOf(plan);
    expect(startsAndEnds(readBack(file), plan)).toEqual(planned(plan));
    // Read by the wall, as most calendars do: local times are written only where they come once.
    for (const [, wall] of file.matchAll(/^DTSTART;TZID=[^:]+:(\d{8}T\d{4})00\r$/gm)) {
      if (wall === undefined) continue;
      const plain = Temporal.PlainDateTime.from(
        `${wall.slice(0, 4)}-${wall.slice(4, 6)}-${wall.slice(6, 11)}:${wall.slice(11)}`,
      );
      const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
      const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
      expect(earlier.epochMilliseconds).toBe(later.epochMilliseconds);
    }
  });

  it('writes the hour that comes twice in UTC, whichever of the two is meant', () => {
    const plan = planWith([
      session(1, '2027-10-31T00:15:00Z', { minutes: 20 }),
      session(2, '2027-10-31T01:15:00Z', { minutes: 20 }),
      session(3, '2027-10-31T02:15:00Z', { minutes: 20 }),
    ]);
    expect(
      icsOf(plan)
        .match(/^DTSTART.*20271031T..15.*$/gm)
        ?.map((line) => line.trim()),
    ).toEqual([
      'DTSTART:20271031T001500Z',
      'DTSTART:20271031T011500Z',
      'DTSTART;TZID=Europe/Berlin:20271031T031500',
    ]);
  });
});
