/** The days of an exam's life. */
import * as z from 'zod';
import { curriculumSchema } from '../schema.ts';
import { rule } from './rule.ts';

export const life = rule(
  z.object({ lifecycle: z.object(curriculumSchema.shape.lifecycle.shape) }),
  ({ lifecycle }, report) => {
    const first = lifecycle['first-exam'];
    const last = lifecycle['last-exam'];
    const general = lifecycle['general-availability'];
    if (first && last && first > last) {
      report(['lifecycle', 'last-exam'], `the last exam day ${last} is before the first, ${first}`);
    }
    if (first && general && first > general) {
      report(
        ['lifecycle', 'general-availability'],
        'general availability is before the first exam',
      );
    }
  },
);
