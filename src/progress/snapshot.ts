/** What the journal keeps of the curricula that a plan was made from. */
import type { Activity } from '../curriculum/curriculum.ts';
import type { CreatedEvent } from './events.ts';

/**
 * The activities of one of the plan's certifications as they were; its lines have a checksum, so that
 * their content is what certplan wrote.
 * @throws SyntaxError where it is no JSON
 */
export function snapshotActivities(created: CreatedEvent, certification: string): Activity[] {
  if (certification === created.plan.certification.id) {
    return JSON.parse(created.activities) as Activity[];
  }
  const later = JSON.parse(created.later ?? '{}') as Readonly<Record<string, Activity[]>>;
  return later[certification] ?? [];
}
