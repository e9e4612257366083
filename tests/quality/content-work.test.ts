import { expect, it } from 'vitest';
import { contentOf } from '../../scripts/quality/content-work.ts';
import { taskJugglerProject } from '../../scripts/quality/taskjuggler.ts';
import { computeWorkload } from '../../src/workload/workload.ts';
import { curriculum, foundations } from '../support/curricula.ts';
import { sampleLearner } from '../support/sample-plan.ts';

const learner = sampleLearner({ when: 'wed 22:00-01:30; sat 09:00-12:00', off: ['2026-12-24'] });
const { items } = computeWorkload(curriculum('aws-mla-c02'), foundations(), learner);
const content = contentOf(items);

it('edges of content lead to content only, through what stands between', () => {
  const ids = new Set(content.map(({ id }) => id));
  expect(content.flatMap(({ after }) => after).filter((id) => !ids.has(id))).toEqual([]);
  // The account comes before labs and after the guide.
  const guide = curriculum('aws-mla-c02').guide;
  const labs = content.filter(({ kind }) => kind === 'lab');
  expect(labs.some(({ after }) => after.includes(guide))).toBe(true);
});

it('TaskJuggler gets the same windows, cap, days off and minutes', () => {
  const project = taskJugglerProject(learner, content, '2026-11-26', '2027-06-01');
  expect(project).toContain('workinghours wed 22:00 - 24:00\n');
  expect(project).toContain('workinghours thu 0:00 - 1:30\n');
  expect(project).toContain('workinghours mon off\n');
  expect(project).toContain('limits { weeklymax 8h }');
  expect(project).toContain('leaves annual 2026-12-24 +1d');
  const efforts = [...project.matchAll(/effort (\d+)min/g)].map(([, minutes]) => Number(minutes));
  expect(efforts).toEqual(content.map(({ minutes }) => minutes));
});
