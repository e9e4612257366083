/** What a learner wants of the calendar file: when it rings, whether study time counts as busy, where the exam is. */
import { didYouMean } from '../curriculum/nearest.ts';
import { KINDS, type Kind } from '../curriculum/vocabulary.ts';
import { badInput } from '../errors.ts';
import { plainText } from '../text/plain-text.ts';

/** What an event can be: a session of some kind, the exam, or a date to keep. */
export type EventKind = Kind | 'exam' | 'milestone';

export interface Alarms {
  /** Minutes before the start; null: none. */
  readonly minutes: number | null;
  /** Where a kind of event differs. */
  readonly byKind: Readonly<Partial<Record<EventKind, number | null>>>;
}

export interface CalendarChoices {
  readonly alarms: Alarms;
  /** True: study time is shown as free to others. The exam never is. */
  readonly free: boolean;
  /** Text of the exam's location; null: not told. */
  readonly examPlace: string | null;
}

export const DEFAULT_CHOICES: CalendarChoices = {
  alarms: { minutes: 15, byKind: {} },
  free: false,
  examPlace: null,
};

export const alarmFor = ({ minutes, byKind }: Alarms, kind: EventKind): number | null => {
  const own = byKind[kind];
  return own === undefined ? minutes : own;
};

const EVENT_KINDS: readonly EventKind[] = [...KINDS, 'exam', 'milestone'];
const isEventKind = (word: string): word is EventKind =>
  (EVENT_KINDS as readonly string[]).includes(word);

const A_WEEK = 7 * 24 * 60;
const EXAMPLES = 'write --alarm 30, --alarm off, or by kind --alarm lab=30,review=off';

/**
 * `20`, `off`, `lab=30,review=off`; what stands later wins.
 * @throws UserError, exit code 2
 */
export function parseAlarms(values: readonly string[]): Alarms {
  let { minutes } = DEFAULT_CHOICES.alarms;
  const byKind: Partial<Record<EventKind, number | null>> = {};
  for (const part of values.flatMap((value) => value.split(','))) {
    const words = part.split('=').map((word) => word.trim().toLowerCase());
    const [kind = '', when] = words;
    if (words.length > 2) throw badAlarm(part);
    if (when === undefined) minutes = minutesOf(kind, part);
    else if (isEventKind(kind)) byKind[kind] = minutesOf(when, part);
    else {
      throw badInput(
        'bad-alarm',
        `--alarm: there is no kind "${kind}"${didYouMean(kind, EVENT_KINDS)}`,
        `kinds are ${EVENT_KINDS.join(', ')}`,
      );
    }
  }
  return { minutes, byKind };
}

function minutesOf(word: string, part: string): number | null {
  if (word === 'off') return null;
  const minutes = Number(word);
  if (!/^\d{1,5}$/.test(word) || minutes > A_WEEK) throw badAlarm(part);
  return minutes;
}

const badAlarm = (part: string): Error =>
  badInput(
    'bad-alarm',
    `--alarm: "${part.trim()}" is neither off nor a whole number of minutes from 0 to ${A_WEEK}`,
    EXAMPLES,
  );

/** As the options of the command line have them. */
export interface CalendarFlags {
  readonly alarm?: readonly string[];
  readonly free?: boolean;
  readonly examPlace?: string;
}

/**
 * @param stored what the plan was made with
 * @returns undefined where nothing was chosen, then or now
 */
export function calendarChoices(
  flags: CalendarFlags,
  stored?: CalendarChoices,
): CalendarChoices | undefined {
  const { alarm, free, examPlace } = flags;
  if (alarm === undefined && free === undefined && examPlace === undefined) return stored;
  const before = stored ?? DEFAULT_CHOICES;
  return {
    alarms: alarm === undefined ? before.alarms : parseAlarms(alarm),
    free: free ?? before.free,
    examPlace: examPlace === undefined ? before.examPlace : plainText(examPlace) || null,
  };
}
