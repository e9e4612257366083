import { describe, expect, it } from 'vitest';
import { parseCurriculum } from '../../src/curriculum/read-yaml.ts';
import { activityText, broken, type Change, SMALL, told } from './small-curriculum.ts';

/** The changes cause this one fault, at the mark, and no other. */
function expectFault(message: string, ...changes: readonly Change[]): void {
  const { faults, at } = broken(...changes);
  expect(told(faults)).toEqual([`${at} ${message}`]);
}

it('the small curriculum is sound before it is broken', () => {
  expect(parseCurriculum(SMALL)).toMatchObject({ ok: true });
});

describe('ids', () => {
  it('of two activities alike are a fault at the second', () => {
    expectFault('activities[4].id: "lab-train" is used twice; ids are unique', [
      '- id: capstone',
      '- id: «lab-train',
    ]);
  });

  it('of two domains alike are a fault at the second', () => {
    const { faults, at } = broken(['- id: d2', '- id: «d1']);
    expect(told(faults)).toContain(`${at} domains[1].id: "d1" is used twice; ids are unique`);
  });

  it('of two tasks alike are a fault at the second', () => {
    const { faults, at } = broken([
      "  - id: '2.1'\n    title: Train models",
      "  - id: '2.1'\n    title: A\n    checks: [a, b, c]\n  - id: «'2.1'\n    title: Train models",
    ]);
    expect(told(faults)).toEqual([`${at} domains[1].tasks[1].id: task "2.1" appears twice`]);
  });

  it('of a task name its domain', () => {
    const { faults, at } = broken(["  - id: '2.1'\n", "  - id: «'1.2'\n"]);
    expect(told(faults)).toContain(`${at} domains[1].tasks[0].id: task "1.2" stands in domain d2`);
  });
});

describe('weights', () => {
  it('that add up to 96 are a fault', () => {
    expectFault(
      'domains: weights add up to 96, not 100',
      ['domains:\n- id: d1', 'domains:\n«- id: d1'],
      ['weight: 60', 'weight: 56'],
    );
  });

  it.each([
    [59, true],
    [58.9, false],
    [61, true],
    [61.1, false],
  ])('may miss 100 by one: 40 and %d pass: %s', (weight, sound) => {
    const text = SMALL.replace('weight: 60', `weight: ${weight}`);
    expect(parseCurriculum(text).ok).toBe(sound);
  });

  it('are scaled to 100', () => {
    const parsed = parseCurriculum(SMALL.replace('weight: 60', 'weight: 59'));
    const weights = parsed.ok ? parsed.value.domains.map((domain) => domain.weight) : [];
    expect(weights[0]).toBeCloseTo(4000 / 99, 9);
    expect(weights[1]).toBeCloseTo(5900 / 99, 9);
  });

  it('given as ranges count by their middle', () => {
    const parsed = parseCurriculum(
      SMALL.replace('weight: 40', 'weight: [25, 35]').replace('weight: 60', 'weight: [60, 80]'),
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        domains: [
          { weight: 30, statedWeight: [25, 35] },
          { weight: 70, statedWeight: [60, 80] },
        ],
      },
    });
  });

  it('given as ranges must bracket 100', () => {
    expectFault(
      'domains: weight ranges add up to 70–90, which does not hold 100',
      ['domains:\n- id: d1', 'domains:\n«- id: d1'],
      ['weight: 40', 'weight: [30, 40]'],
      ['weight: 60', 'weight: [40, 50]'],
    );
    expectFault(
      'domains: weight ranges add up to 105–130, which does not hold 100',
      ['domains:\n- id: d1', 'domains:\n«- id: d1'],
      ['weight: 40', 'weight: [45, 60]'],
      ['weight: 60', 'weight: [60, 70]'],
    );
  });

  it('given as a range that runs backwards are a fault', () => {
    expectFault(
      'domains[0].weight: range runs backwards: 50 to 40',
      ['weight: 40', 'weight: «[50, 40]'],
      ['weight: 60', 'weight: [50, 65]'],
    );
  });
});

describe('references', () => {
  it('to a task that does not exist are a fault, with the nearest task', () => {
    expectFault('domains[0].tasks[0].mix-with[0]: no task "2.2"; did you mean "2.1"?', [
      "mix-with: ['2.1']",
      "mix-with: [«'2.2']",
    ]);
  });

  it('of an activity to a task that does not exist are a fault', () => {
    expectFault('activities[1].tasks[1]: no task "1.7"; did you mean "1.1"?', [
      "tasks: ['1.1']\n  builds-on",
      "tasks: ['1.1', «'1.7']\n  builds-on",
    ]);
  });

  it('of an after edge that is misspelt are a fault, with the right spelling', () => {
    expectFault('activities[2].after[0]: no activity "read-stores"; did you mean "read-store"?', [
      'after: [read-store]',
      'after: [«read-stores]',
    ]);
  });

  it('of an after edge to nothing alike are a fault without a suggestion', () => {
    expectFault('activities[2].after[0]: no activity "something-else-entirely"', [
      'after: [read-store]',
      'after: [«something-else-entirely]',
    ]);
  });

  it('of the guide must lead to an activity', () => {
    expectFault('guide: no activity "gide"; did you mean "guide"?', [
      'guide: guide\n',
      'guide: «gide\n',
    ]);
  });
});

describe('the order', () => {
  it('may not put an activity after itself', () => {
    expectFault('activities[2].after[0]: "read-train" cannot come after itself', [
      'after: [read-store]',
      'after: [«read-train]',
    ]);
  });

  it('may not run in a circle: the circle is told', () => {
    const { faults, lines } = broken(['builds-on: {python: 1}', 'after: «[lab-train]']);
    expect(faults).toHaveLength(1);
    const [fault] = faults;
    const circle = /runs in a circle: (.*)$/.exec(fault?.message ?? '')?.[1]?.split(' → ') ?? [];
    expect(circle).toHaveLength(4);
    expect(circle[0]).toBe(circle[3]);
    expect(new Set(circle)).toEqual(new Set(['read-store', 'read-train', 'lab-train']));
    // The place is the list of one of the three that closes the circle.
    const line = fault?.line ?? 0;
    expect(lines[line - 1]?.indexOf('[')).toBe((fault?.column ?? 0) - 1);
    const owner = lines.slice(0, line).findLast((text) => text.startsWith('- id: '));
    expect(owner).toBe(`- id: ${circle[0]}`);
  });
});

describe('coverage', () => {
  it('asks for essential material for every task', () => {
    const { faults, at } = broken(
      ['activities:\n- id: guide', 'activities:\n«- id: guide'],
      [
        "tasks: ['1.1', '2.1']\n  depth: essential\n- id: read-store",
        "tasks: ['2.1']\n  depth: essential\n- id: read-store",
      ],
      ['builds-on: {python: 1}\n  depth: essential', 'depth: standard'],
    );
    expect(told(faults)).toEqual([
      `${at} activities: task 1.1 has no essential docs, course, video or lab`,
    ]);
  });

  it('does not count material that only beginners get', () => {
    const { faults } = broken(
      ['activities:\n- id: guide', 'activities:\n«- id: guide'],
      [
        "tasks: ['1.1', '2.1']\n  depth: essential\n- id: read-store",
        "tasks: ['2.1']\n  depth: essential\n- id: read-store",
      ],
      ['builds-on: {python: 1}\n  depth: essential', 'for: beginners\n  depth: essential'],
    );
    expect(faults.map((fault) => fault.message)).toEqual([
      'activities: task 1.1 has no essential docs, course, video or lab',
    ]);
  });

  it('asks for practice questions for every domain', () => {
    const questions = activityText('questions-1');
    expectFault(
      'activities: domain d1 has no practice questions of its own',
      ['activities:\n- id: guide', 'activities:\n«- id: guide'],
      [questions, ''],
    );
  });

  it('does not count a question set over several domains, nor one at thorough depth only', () => {
    const message = 'activities: domain d2 has no practice questions of its own';
    const start = ['activities:\n- id: guide', 'activities:\n«- id: guide'] as const;
    const questions = activityText('questions-2');
    expectFault(message, start, [questions, questions.replace("['2.1']", "['1.1', '2.1']")]);
    expectFault(message, start, [questions, questions.replace('essential', 'thorough')]);
  });

  it('asks for two practice exams, one of them essential', () => {
    const start = ['activities:\n- id: guide', 'activities:\n«- id: guide'] as const;
    expectFault('activities: at least two practice exams are needed', start, [
      activityText('exam-2'),
      '',
    ]);
    const exam = activityText('exam-1');
    expectFault('activities: at least one practice exam is essential', start, [
      exam,
      exam.replace('essential', 'standard'),
    ]);
  });
});

describe('the guide', () => {
  it('is an essential reading', () => {
    const message = 'activities[0]: the exam guide is an essential activity of kind docs';
    const guide = activityText('guide');
    const marked = guide.replace('- id', '- «id');
    expectFault(message, [guide, marked.replace('kind: docs', 'kind: video')]);
    expectFault(message, [guide, marked.replace('essential', 'standard')]);
  });

  it('builds on nothing and waits for nothing', () => {
    const message = 'activities[0]: the exam guide comes first: it builds on nothing';
    const guide = activityText('guide');
    const marked = guide.replace('- id', '- «id');
    expectFault(message, [guide, `${marked}  builds-on: {python: 1}\n`]);
    expectFault(message, [guide, `${marked}  after: [read-store]\n`]);
  });
});

describe('labs and projects', () => {
  it('a lab says its steps and its tear-down', () => {
    expectFault(
      'activities[3]: lab "lab-train" says no steps and tear-down (key "lab")',
      ['- id: lab-train', '- «id: lab-train'],
      ['  lab: {steps: [train it], teardown: [delete it], bills-while-idle: true}\n', ''],
    );
  });

  it('no other kind has the key "lab"', () => {
    expectFault(
      'activities[3].lab: only a lab has the key "lab"; this is kind video',
      ['kind: lab', 'kind: video'],
      ['lab: {steps', 'lab: «{steps'],
    );
  });

  it('the steps of a project take as long as the project', () => {
    expectFault(
      'activities[4].minutes.value: the steps of "capstone" take 120 minutes, the project 150',
      ['minutes: {value: 120,', 'minutes: {value: «150,'],
    );
  });

  it('a project without steps is a fault too', () => {
    expectFault(
      'activities[4].minutes.value: the steps of "capstone" take 0 minutes, the project 120',
      ['minutes: {value: 120,', 'minutes: {value: «120,'],
      ['  steps: [{title: build, minutes: 90}, {title: write it up, minutes: 30}]\n', ''],
    );
  });

  it('only a project has steps', () => {
    expectFault(
      'activities[4].steps: only a project has steps',
      ['kind: project', 'kind: course'],
      ['steps: [{title: build', 'steps: «[{title: build'],
    );
  });
});

describe('the life of the exam', () => {
  it('does not end before it begins', () => {
    expectFault(
      'lifecycle.last-exam: the last exam day 2025-06-30 is before the first, 2026-01-10',
      ["last-exam: '2027-06-30'", "last-exam: «'2025-06-30'"],
    );
  });

  it('has its first exam no later than general availability', () => {
    expectFault('lifecycle.general-availability: general availability is before the first exam', [
      "general-availability: '2026-03-01'",
      "general-availability: «'2026-01-01'",
    ]);
  });
});

it('all faults of a file are told at once', () => {
  const { faults } = broken(
    ['weight: 60', 'weight: «56'],
    ['after: [read-store]', 'after: [read-stor]'],
    ["last-exam: '2027-06-30'", "last-exam: '2025-06-30'"],
  );
  expect(faults.map((fault) => fault.message.split(':')[0])).toEqual([
    'lifecycle.last-exam',
    'domains',
    'activities[2].after[0]',
  ]);
});

it('rules are judged beside faults of form, as far as what they read is well formed', () => {
  const { faults } = broken(
    ['weight: 60', 'weight: 56'],
    ['level: associate', 'level: «expert'],
    ['title: Stores\n', 'title: 5\n  auther: me\n'],
    ["last-exam: '2027-06-30'", "last-exam: '2025-06-30'"],
  );
  expect(told(faults)).toEqual([
    '5:8 level: expected one of foundational, associate, professional, specialty, got "expert"',
    '7:86 lifecycle.last-exam: the last exam day 2025-06-30 is before the first, 2026-01-10',
    '27:1 domains: weights add up to 96, not 100',
    expect.stringMatching(/^\d+:10 activities\[1\]\.title: expected string, got 5$/),
    expect.stringMatching(/^\d+:3 activities\[1\]: unknown key "auther"$/),
  ]);
  expect(faults.map(({ advice }) => advice)).toEqual([
    null,
    null,
    expect.stringContaining('as [20, 25]'),
    "put it in quotes: '5'",
    'did you mean "after"?',
  ]);
});
