/** What may be cut from the real curricula. */
import type { Depth } from '../../../src/curriculum/vocabulary.ts';
import type { CutItem } from '../../../src/workload/cut/cut-item.ts';
import { cutProblem } from '../../../src/workload/cut/cut-problem.ts';
import { computeWorkload, type Workload } from '../../../src/workload/workload.ts';
import { type CertificationId, curriculum, foundations } from '../../support/curricula.ts';
import { sampleLearner } from '../../support/sample-plan.ts';

export const workloadOf = (certification: CertificationId, depth: Depth): Workload =>
  computeWorkload(
    curriculum(certification),
    foundations(),
    sampleLearner({ certification, depth }),
  );

export function realItems(certification: CertificationId, depth: Depth = 'thorough'): CutItem[] {
  const { domains, activities, guide } = curriculum(certification);
  const after = new Map(activities.map((activity) => [activity.id, activity.after]));
  return cutProblem(workloadOf(certification, depth).items, domains, after, guide);
}
