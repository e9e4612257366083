/**
 * VTIMEZONE of the learner's zone, from the same offsets that the planner uses: one component for
 * the offset at the beginning and one for each change of the clock, no recurrence rules. It cannot
 * disagree with the plan, and needs no zone data of its own.
 */
import { civilDate } from '../../time/civil-date.ts';
import { type EpochMinutes, formatMinute, type ZoneClock } from '../../time/wall-clock.ts';

/** Room on both sides of the plan, for sessions that a learner moves by hand. */
const DAYS_BEFORE = 30;
const DAYS_AFTER = 370;
const MINUTES_PER_DAY = 1440;
/** No zone changes its clock twice within a week; asking once a day takes ten times as long. */
const STEP = 7 * MINUTES_PER_DAY;

interface Change {
  readonly at: EpochMinutes;
  readonly from: number;
  readonly to: number;
}

/** `+0100`, `-0330`. */
const utcOffset = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${formatMinute(Math.abs(minutes)).replace(':', '')}`;

/** As the time zone database names zones without an abbreviation: `+01`, `+0545`. */
const offsetName = (minutes: number): string => utcOffset(minutes).replace(/00$/, '');

const localStamp = (wall: number): string => {
  const day = Math.floor(wall / MINUTES_PER_DAY);
  const minute = wall - day * MINUTES_PER_DAY;
  return `${civilDate(day).replaceAll('-', '')}T${formatMinute(minute).replace(':', '')}00`;
};

/** Changes of the clock between two instants, to the minute. */
export function changesBetween(from: EpochMinutes, to: EpochMinutes, clock: ZoneClock): Change[] {
  const changes: Change[] = [];
  let after = clock.offset(from);
  for (let start = from; start < to; start += STEP) {
    const before = after;
    after = clock.offset(start + STEP);
    if (before === after) continue;
    let low = start;
    let high = start + STEP;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (clock.offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, from: before, to: after });
  }
  return changes;
}

/**
 * The component without final line end, lines ended by CRLF.
 * @param first earliest instant that the calendar names
 * @param last latest one
 */
export function vtimezone(first: EpochMinutes, last: EpochMinutes, clock: ZoneClock): string {
  const begin = (Math.floor(first / MINUTES_PER_DAY) - DAYS_BEFORE) * MINUTES_PER_DAY;
  const changes = changesBetween(begin, last + DAYS_AFTER * MINUTES_PER_DAY, clock);
  const initial = clock.offset(begin);
  // "Standard" is the smallest offset of the span. For Casablanca that is the month of Ramadan:
  // some readers accept no summer time that moves the clock back.
  const standard = Math.min(initial, ...changes.map(({ to }) => to));
  const observance = ({ at, from, to }: Change): string[] => {
    const name = to === standard ? 'STANDARD' : 'DAYLIGHT';
    return [
      `BEGIN:${name}`,
      // The onset is told by the clock as it stood before.
      `DTSTART:${localStamp(at + from)}`,
      `TZOFFSETFROM:${utcOffset(from)}`,
      `TZOFFSETTO:${utcOffset(to)}`,
      `TZNAME:${offsetName(to)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${clock.timeZone}`,
    `X-LIC-LOCATION:${clock.timeZone}`,
    // From 1970 on, so that every earlier date has an offset too.
    ...[{ at: -initial, from: initial, to: initial }, ...changes].flatMap(observance),
    'END:VTIMEZONE',
  ].join('\r\n');
}
