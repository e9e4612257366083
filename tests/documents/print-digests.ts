/** Run by `process-zone.test.ts` in processes of their own: digests of all documents. */
import { createHash } from 'node:crypto';
import { samplePlan } from '../support/sample-plan.ts';
import { DOCUMENTS } from './render-all.ts';
import { planWith, session, smallPlan } from './small-plan.ts';

const PLANS = {
  small: smallPlan,
  night: planWith(
    [0, 15, 30, 45, 60, 75, 90, 105, 120].map((after, index) =>
      session(index + 1, new Date(Date.parse('2027-10-31T00:00Z') + after * 60_000).toISOString()),
    ),
  ),
  west: samplePlan({ timeZone: 'America/New_York', exam: '2027-06-15T09:00' }),
  south: samplePlan({ timeZone: 'Australia/Lord_Howe' }),
};

for (const [name, plan] of Object.entries(PLANS)) {
  for (const [format, render] of Object.entries(DOCUMENTS)) {
    const digest = createHash('sha256').update(render(plan)).digest('hex');
    console.log(`${name} ${format} ${digest}`);
  }
}
