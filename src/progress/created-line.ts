/**
 * The longest line of a journal, read without what only a re-plan asks for. The snapshot of the
 * curriculum is two texts in it; they are found between their keys, and parsed when somebody looks.
 */
import type { Plan } from '../plan/plan.ts';
import type { CreatedEvent, StoredEvent } from './events.ts';

const PLAN = '{"type":"created","plan":';
const ACTIVITIES = ',"activities":';
const BRIDGES = ',"bridges":';
/** The next key. No text of a JSON document holds this: a quotation mark in it has a backslash before. */
const NEXT_KEY = ',"';

/**
 * @param body the event as it stands in its line, its checksum already verified
 * @returns null where the line is put together in another way: then it has to be parsed whole
 */
export function decodeCreated(body: Buffer): StoredEvent<CreatedEvent> | null {
  const activities = body.lastIndexOf(`${ACTIVITIES}"`);
  const bridges = body.indexOf(`${BRIDGES}"`, activities + ACTIVITIES.length);
  const next = body.indexOf(NEXT_KEY, bridges + BRIDGES.length);
  const startsAsWritten = body.toString('latin1', 0, PLAN.length) === PLAN;
  if (!startsAsWritten || activities < 0 || bridges < 0 || next < 0) return null;
  const valueAt = (from: number, to: number) => JSON.parse(body.toString('utf8', from, to));
  let plan: Plan;
  try {
    plan = valueAt(PLAN.length, activities);
  } catch {
    // Something else stands beside the plan.
    return null;
  }
  const others: Pick<StoredEvent<CreatedEvent>, 'id' | 'at'> = JSON.parse(
    `{${body.toString('utf8', next + 1)}`,
  );
  return {
    type: 'created',
    plan,
    get activities(): string {
      return valueAt(activities + ACTIVITIES.length, bridges);
    },
    get bridges(): string {
      return valueAt(bridges + BRIDGES.length, next);
    },
    ...others,
  };
}
