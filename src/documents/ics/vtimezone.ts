/**
 * VTIMEZONE of the learner's zone, from the same offsets that the plan was made with: one component
 * for the offset at the beginning and one for each change of the clock, no recurrence rules. It
 * cannot disagree with the plan, and needs no zone data of its own.
 */
import { civilDate } from '../../time/civil-date.ts';
import { formatMinute, MINUTES_PER_DAY, type ZoneChange } from '../../time/wall-clock.ts';

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

/**
 * The component without final line end, lines ended by CRLF.
 * @param changes as the plan holds them: the first entry is the offset at the beginning
 */
export function vtimezone(timeZone: string, changes: readonly ZoneChange[]): string {
  const [beginning = { from: 0, offset: 0 }, ...later] = changes;
  // "Standard" is the smallest offset of the span. For Casablanca that is the month of Ramadan:
  // some readers accept no summer time that moves the clock back, others no zone without standard.
  const standard = Math.min(...[beginning, ...later].map(({ offset }) => offset));
  const observance = (onset: number, before: number, after: number): string[] => {
    const name = after === standard ? 'STANDARD' : 'DAYLIGHT';
    return [
      `BEGIN:${name}`,
      // The onset is told by the clock as it stood before.
      `DTSTART:${localStamp(onset + before)}`,
      `TZOFFSETFROM:${utcOffset(before)}`,
      `TZOFFSETTO:${utcOffset(after)}`,
      `TZNAME:${offsetName(after)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    `X-LIC-LOCATION:${timeZone}`,
    // From 1970 on, so that every earlier date has an offset, too.
    ...observance(-beginning.offset, beginning.offset, beginning.offset),
    ...later.flatMap(({ from, offset }, index) =>
      observance(from, changes[index]?.offset ?? offset, offset),
    ),
    'END:VTIMEZONE',
  ].join('\r\n');
}
