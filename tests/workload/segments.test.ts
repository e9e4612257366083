import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/curriculum/curriculum.ts';
import { segmentMinutes, segmentsOf } from '../../src/workload/segments.ts';
import { curriculum } from '../support/curricula.ts';
import { allAt, learnerWith, planning, workloadOf } from './learners.ts';

const activityOf = (kind: Activity['kind'], more: Partial<Activity> = {}): Activity => ({
  id: 'x',
  kind,
  title: 'X',
  publisher: null,
  url: 'https://example.org/',
  minutes: 60,
  minutesBasis: 'estimate',
  costUsd: 0,
  subscription: null,
  tasks: ['1.1'],
  buildsOn: {},
  teaches: {},
  after: [],
  depth: 'standard',
  forBeginners: false,
  first: null,
  questions: null,
  lab: null,
  steps: [],
  teardown: [],
  ...more,
});
const labOf = (...stops: readonly string[]): Activity =>
  activityOf('lab', {
    lab: {
      setup: [],
      steps: ['do'],
      teardown: ['undo'],
      billsWhileIdle: false,
      billing: [],
      stops,
    },
  });
const multipleOf5 = (min: number, max: number) =>
  fc.integer({ min: min / 5, max: max / 5 }).map((fives) => fives * 5);

describe('a lab', () => {
  it.each([5, 60, 115, 120])('of %i minutes is one unbroken session', (minutes) => {
    expect(segmentsOf(labOf('half way'), minutes)).toEqual([]);
  });

  it('of more than 120 minutes is cut at its named stops', () => {
    expect(segmentsOf(labOf('data is in', 'model is trained', 'all is done'), 240)).toEqual([
      { title: 'data is in', minutes: 80 },
      { title: 'model is trained', minutes: 80 },
      { title: 'all is done', minutes: 80 },
    ]);
  });

  it('without named stops says at each part to tear down', () => {
    const parts = segmentsOf(labOf(), 250);
    expect(parts.map(({ title }) => title)).toEqual([
      'stop 1: save your work, tear down',
      'stop 2: save your work, tear down',
      'finish and tear down',
    ]);
  });

  it('has parts of 20 to 120 minutes that add up to it', () => {
    const stops = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 });
    fc.assert(
      fc.property(multipleOf5(125, 2160), stops, (minutes, names) => {
        const parts = segmentsOf(labOf(...names), minutes);
        expect(segmentMinutes(parts)).toBe(minutes);
        expect(parts.length).toBeGreaterThanOrEqual(2);
        for (const part of parts) {
          expect(part.minutes).toBeGreaterThanOrEqual(20);
          expect(part.minutes).toBeLessThanOrEqual(120);
          expect(part.minutes % 5).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a project', () => {
  const steps = fc.array(
    fc.record({
      title: fc.constantFrom('plan', 'build'),
      minutes: fc.integer({ min: 20, max: 240 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('has a part for each step, in proportion', () => {
    const project = activityOf('project', {
      minutes: 300,
      steps: [
        { title: 'build', minutes: 200 },
        { title: 'write it up', minutes: 100 },
      ],
    });
    expect(segmentsOf(project, 300)).toEqual([
      { title: 'build', minutes: 200 },
      { title: 'write it up', minutes: 100 },
    ]);
    expect(segmentsOf(project, 450).map(({ minutes }) => minutes)).toEqual([300, 150]);
  });

  it('has parts of at least 20 minutes, whatever the pace; no step is lost', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: 0.6, max: 1.8, noNaN: true }), (some, pace) => {
        const base = some.reduce((sum, step) => sum + step.minutes, 0);
        const planned = Math.round((base * pace) / 5) * 5;
        const parts = segmentsOf(activityOf('project', { minutes: base, steps: some }), planned);
        expect(parts.map(({ title }) => title)).toEqual(some.map(({ title }) => title));
        for (const part of parts) expect(part.minutes).toBeGreaterThanOrEqual(20);
        // Never less than planned; more only where parts would be too short.
        expect(segmentMinutes(parts)).toBeGreaterThanOrEqual(planned);
        expect(segmentMinutes(parts)).toBeLessThanOrEqual(planned + 20 * some.length);
      }),
      { numRuns: 300 },
    );
  });
});

it.each(['docs', 'course', 'video', 'practice-questions', 'practice-exam'] as const)(
  '%s have no named parts, however long',
  (kind) => expect(segmentsOf(activityOf(kind), 600)).toEqual([]),
);

describe('in the workload of any learner', () => {
  it('parts add up to their item, each 20 minutes or more, of a lab 120 at most', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        for (const item of workloadOf(exam, learner).items) {
          if (item.segments.length === 0) {
            if (item.kind === 'lab') expect(item.minutes, item.id).toBeLessThanOrEqual(120);
            expect(item.kind).not.toBe('project');
            continue;
          }
          expect(segmentMinutes(item.segments), item.id).toBe(item.minutes);
          for (const { minutes } of item.segments) {
            expect(minutes, item.id).toBeGreaterThanOrEqual(20);
            if (item.kind === 'lab') expect(minutes, item.id).toBeLessThanOrEqual(120);
          }
          expect(item.unbroken, item.id).toBe(false);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('the capstone ends with its write-up', () => {
    for (const level of [0, 4] as const) {
      const { items } = workloadOf(curriculum('azure-ai-103'), learnerWith(allAt(level)));
      const capstone = items.find(({ id }) => id === 'project-invoice-pipeline');
      expect(capstone?.segments.at(-1)?.title).toMatch(/write-up/i);
    }
  });
});
