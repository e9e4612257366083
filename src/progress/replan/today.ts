import type { CivilDate } from '../../time/civil-date.ts';
import { dateAt, zoneClock } from '../../time/wall-clock.ts';
import type { ReplanRequest } from './request.ts';

/** The local date of a request's "now". */
export const isoDateOf = ({ now, wishes }: ReplanRequest): CivilDate =>
  dateAt(now, zoneClock(wishes.learner.timeZone));
