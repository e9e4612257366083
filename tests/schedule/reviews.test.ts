import { expect, test } from 'vitest';
import { isReading } from '../../src/curriculum/vocabulary.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { CERTIFICATIONS } from '../support/curricula.ts';
import { sampleRequest } from '../support/sample-plan.ts';

test.each(CERTIFICATIONS)(
  '%s: a task is asked about when half of it has been learned',
  (certification) => {
    const { sessions, certification: exam } = buildPlan(
      sampleRequest({ certification, skills: 'python=2,apis=1,iam=1', hours: 7 }),
    );
    let asked = 0;
    for (const review of sessions.filter(({ kind }) => kind === 'review')) {
      const [task = ''] = review.tasks;
      const learned = sessions.filter(
        ({ kind, tasks, activity }) =>
          tasks.includes(task) && activity !== exam.guide && (isReading(kind) || kind === 'lab'),
      );
      const minutes = (of: typeof learned) => of.reduce((sum, session) => sum + session.minutes, 0);
      const before = learned.filter(({ start }) => start < review.start);
      expect.soft(minutes(before) * 2, review.title).toBeGreaterThanOrEqual(minutes(learned));
      asked += 1;
    }
    expect(asked).toBeGreaterThan(10);
  },
);
