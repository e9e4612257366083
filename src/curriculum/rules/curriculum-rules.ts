/** What a schema cannot say of a curriculum: references, sums and order. */
import { type Fault, FaultList } from '../fault.ts';
import {
  activityIds,
  edges,
  essentialMaterial,
  guide,
  tasksOfActivities,
} from './activity-rules.ts';
import { domainIds, taskCount, taskIds, weights } from './domain-rules.ts';
import { labs, practiceExams, practiceQuestions, projects } from './kind-rules.ts';
import { life } from './life-rules.ts';
import { type Rule, reportTo } from './rule.ts';

/** In the order in which their faults are told. */
const RULES: readonly Rule[] = [
  activityIds,
  domainIds,
  weights,
  taskCount,
  taskIds,
  tasksOfActivities,
  essentialMaterial,
  edges,
  guide,
  labs,
  projects,
  practiceExams,
  practiceQuestions,
  life,
];

/**
 * Faults of a curriculum that the schema does not know of.
 * @param data as it stands in the file, whether the schema takes it or not
 */
export function curriculumFaults(data: unknown): FaultList<Fault> {
  const faults = new FaultList<Fault>();
  for (const { judge } of RULES) judge(data, reportTo(faults));
  return faults;
}
