import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { formatFaults, parseCurriculum, valueOrFaults } from '../../src/curriculum/read-yaml.ts';
import { UserError } from '../../src/errors.ts';
import { broken, type Change, replaced, SMALL, told } from './small-curriculum.ts';

function expectFault(message: string, ...changes: readonly Change[]): void {
  const { faults, at } = broken(...changes);
  expect(told(faults)).toEqual([`${at} ${message}`]);
}

const faultsOf = (text: string) => {
  const parsed = parseCurriculum(text);
  return parsed.ok ? [] : parsed.faults;
};

describe('a missing key', () => {
  it('is named, at the start of what should hold it', () => {
    expectFault(
      'level: this key is missing: expected one of foundational, associate, professional, specialty',
      ['id: small\n', '«id: small\n'],
      ['level: associate\n', ''],
    );
  });

  it('inside an activity is placed at that activity', () => {
    expectFault(
      'activities[1].url: this key is missing (expected string)',
      ['- id: read-store', '- «id: read-store'],
      ['  url: https://example.org/stores\n', ''],
    );
  });

  it('inside a flow map is placed at its brace', () => {
    expectFault(
      'activities[1].minutes.basis: this key is missing: expected one of published, word-count, estimate',
      ['minutes: {value: 20, basis: word-count, checked', 'minutes: «{value: 20, checked'],
    );
  });
});

describe('an unknown key', () => {
  it('of the whole file is told, at its own line', () => {
    expectFault('unknown key "teachers"', ['guide: guide\n', 'guide: guide\n«teachers: 3\n']);
  });

  it('of an activity is told, at its own line', () => {
    expectFault('activities[1]: unknown key "dept"', [
      'builds-on: {python: 1}\n',
      'builds-on: {python: 1}\n  «dept: essential\n',
    ]);
  });

  it('that is no skill is told where skills stand', () => {
    expectFault('activities[1].builds-on: unknown key "cobol"', [
      'builds-on: {python: 1}',
      'builds-on: {python: 1, «cobol: 2}',
    ]);
  });
});

describe('a value of the wrong form', () => {
  it('is shown with what was expected, at the value', () => {
    expectFault('activities[1].minutes.value: expected number, got "1h"', [
      'minutes: {value: 20, basis: word-count',
      'minutes: {value: «1h, basis: word-count',
    ]);
    expectFault('activities[1].minutes.value: expected a whole number, got 20.5', [
      'minutes: {value: 20, basis: word-count',
      'minutes: {value: «20.5, basis: word-count',
    ]);
  });

  it('must lie within the bounds', () => {
    expectFault('activities[1].minutes.value: expected at least 5, got 4', [
      'minutes: {value: 20, basis: word-count',
      'minutes: {value: «4, basis: word-count',
    ]);
    expectFault('activities[1].minutes.value: expected at most 1200, got 1201', [
      'minutes: {value: 20, basis: word-count',
      'minutes: {value: «1201, basis: word-count',
    ]);
  });

  it('must be of the closed list', () => {
    expectFault(
      'activities[1].kind: expected one of docs, course, video, lab, practice-questions, practice-exam, project, got "book"',
      ['- id: read-store\n  kind: docs', '- id: read-store\n  kind: «book'],
    );
    expectFault('activities[1].depth: expected one of essential, standard, thorough, got "deep"', [
      'builds-on: {python: 1}\n  depth: essential',
      'builds-on: {python: 1}\n  depth: «deep',
    ]);
  });

  it('a level is 0 to 4', () => {
    expectFault('requires.python: not a value that fits here, got 7', [
      'requires: {python: 2}',
      'requires: {python: «7}',
    ]);
  });

  it('a date is a day that exists', () => {
    expectFault('checked: expected a date, YYYY-MM-DD, got "2026-02-30"', [
      "checked: '2026-11-23'\nlifecycle",
      "checked: «'2026-02-30'\nlifecycle",
    ]);
  });

  it('a task has at least three self-checks', () => {
    expectFault('domains[0].tasks[0].checks: expected at least 3 entries', [
      'checks: [Why this store?, What does it cost?, What if it fails?]',
      'checks: «[Why this store?, What does it cost?]',
    ]);
  });

  it('an id is a slug', () => {
    const { faults, at } = broken(['- id: capstone', '- id: «../../etc/passwd']);
    expect(told(faults)).toEqual([
      `${at} activities[4].id: expected lower-case letters, digits, ".", "_" or "-", got "../../etc/passwd"`,
    ]);
  });

  it('a file that holds no map at all is refused', () => {
    expect(told(faultsOf(''))).toEqual(['1:1 the file is empty']);
    expect(told(faultsOf('- a\n- b\n'))).toEqual(['1:1 expected object']);
    expect(told(faultsOf('just words'))).toEqual(['1:1 expected object, got "just words"']);
    expect(told(faultsOf('# only a remark\n'))).toHaveLength(1);
  });
});

describe('hostile text', () => {
  it.each(['\\e[31mred', 'bell \\a', 'two\\nlines', 'right to left \\u202e', '\\0', 'c1 \\x9b31m'])(
    'a title with the control character of "%s" is refused',
    (title) => {
      const { faults, at } = broken(['title: Stores', `title: «"${title}"`]);
      expect(faults).toHaveLength(1);
      expect(told(faults)[0]).toContain(
        `${at} activities[1].title: expected one line of text without control characters`,
      );
    },
  );

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,hi',
    'file:///etc/passwd',
    'ftp://example.org/',
    '//example.org/',
    'https://',
    'https://example.org/a b',
    'https://example.org/"onmouseover=1',
    'https://example.org/<script>',
  ])('the address %s is refused: only http and https lead out', (url) => {
    const { faults, at } = broken(['url: https://example.org/stores', `url: «'${url}'`]);
    expect(told(faults)).toEqual([
      `${at} activities[1].url: expected an http or https address, got ${JSON.stringify(url)}`,
    ]);
  });

  it('a small file whose aliases unfold into a huge one is refused at once', () => {
    const rounds = Array.from(
      { length: 20 },
      (_, index) =>
        `a${index}: &a${index} [${Array(10).fill(index === 0 ? 'x' : `*a${index - 1}`)}]`,
    );
    const started = performance.now();
    const faults = faultsOf(rounds.join('\n'));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain('unfold this into more than a curriculum can hold');
  });

  it('an alias of what it stands in does not hang', () => {
    const faults = faultsOf(replaced(SMALL, 'activities:\n', 'activities: &all\n- *all\n'));
    expect(faults.map((fault) => fault.message)).toEqual([
      'the alias *all stands inside what it repeats',
    ]);
  });

  it('a few aliases are fine', () => {
    const text = SMALL.replace("checked: '2026-11-23'}", "checked: &seen '2026-11-23'}").replaceAll(
      "published, checked: '2026-11-23'}",
      'published, checked: *seen}',
    );
    expect(text).toContain('*seen');
    expect(parseCurriculum(text)).toMatchObject({ ok: true });
  });

  it('a file over 1 MB is refused before it is parsed', () => {
    const started = performance.now();
    const faults = faultsOf(`${SMALL}# ${'x'.repeat(1_000_000)}\n`);
    expect(performance.now() - started).toBeLessThan(200);
    expect(told(faults)).toEqual(['1:1 the file is larger than 1 MB']);
  });

  it.each([
    ['flow lists', '['.repeat(1500)],
    ['closed flow lists', '['.repeat(1500) + ']'.repeat(1500)],
    ['flow maps', '{a: '.repeat(1500) + '}'.repeat(1500)],
    ['block lists', '- '.repeat(1500)],
  ])('%s nested 1500 deep are a fault, not a crash', (_, text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });

  it('lists nested 20,000 deep do not kill the process', async () => {
    // In a process of its own: running out of stack inside a regular expression cannot be caught.
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { parseCurriculum } from '../../src/curriculum/read-yaml.ts';
          const deep = '- '.repeat(20_000);
          process.stdout.write([deep, deep].map((text) => parseCurriculum(text).ok).join());`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');",
      },
      write: false,
    });
    const program = outputFiles[0]?.text ?? '';
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-'], {
      input: program,
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: 'false,false', status: 0 });
  });

  it('a key named __proto__ changes nothing', () => {
    const { faults } = broken(['guide: guide\n', 'guide: guide\n«__proto__: {polluted: 1}\n']);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toBe('unknown key "__proto__"');
    expect('polluted' in {}).toBe(false);
  });

  it('a tag does not make an object of another class', () => {
    const text = replaced(SMALL, 'title: Stores', 'title: !!js/function "function () {}"');
    const parsed = parseCurriculum(text);
    const title = parsed.ok ? parsed.value.activities[1]?.title : 'refused';
    expect(typeof title).toBe('string');
  });
});

describe('text that is not YAML', () => {
  it('is a fault at the place where it breaks', () => {
    const { faults, at } = broken(["tasks: ['1.1']\n  builds-on", "tasks: ['1.1'\n  «builds-on"]);
    expect(told(faults)[0]).toContain(`${at} not valid YAML: `);
  });

  it('with a key twice in one map is a fault at the second', () => {
    expectFault('the key "title" stands twice in one map', [
      'title: Stores\n',
      'title: Stores\n  «title: Shops\n',
    ]);
  });

  it('with an alias of nothing is a fault there', () => {
    const { faults, at } = broken(['title: Stores\n', 'title: «*nothing\n']);
    expect(told(faults)[0]).toContain(`${at} not valid YAML: Unresolved alias`);
  });

  it('in two documents is refused', () => {
    expect(faultsOf(`${SMALL}---\n${SMALL}`)[0]?.message).toContain('not valid YAML');
  });
});

describe('faults in writing', () => {
  it('are one line each: file, line, column, what', () => {
    const { faults, at } = broken(
      ['weight: 60', 'weight: «"much"'],
      ['level: associate', 'level: x'],
    );
    const lines = formatFaults('mine.yaml', faults).split('\n');
    expect(lines).toEqual([
      'mine.yaml:5:8  level: expected one of foundational, associate, professional, specialty, got "x"',
      `mine.yaml:${at}  domains[1].weight: not a value that fits here, got "much"`,
    ]);
  });

  it('are thrown together as bad input, exit code 2', () => {
    const parsed = parseCurriculum(SMALL.replace('weight: 60', 'weight: 56'));
    const use = () => valueOrFaults('mine.yaml', parsed);
    expect(use).toThrow(UserError);
    expect(use).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'bad-curriculum',
        message: expect.stringContaining('weights add up to 96'),
        hint: expect.stringContaining('certplan curriculum check mine.yaml'),
      }),
    );
  });
});

describe('defaults', () => {
  it('stand where a key may be left out', () => {
    const activities = valueOrFaults('small', parseCurriculum(SMALL)).activities;
    expect(activities.find((activity) => activity.id === 'guide')).toEqual({
      id: 'guide',
      kind: 'docs',
      title: 'Exam guide',
      publisher: null,
      url: 'https://example.org/guide',
      minutes: 30,
      minutesBasis: 'estimate',
      costUsd: 0,
      tasks: ['1.1', '2.1'],
      buildsOn: {},
      teaches: {},
      after: [],
      depth: 'essential',
      forBeginners: false,
      first: null,
      questions: null,
      subscription: null,
      lab: null,
      steps: [],
      teardown: [],
    });
  });

  it('a lab passes its tear-down on to its activity', () => {
    const activities = valueOrFaults('small', parseCurriculum(SMALL)).activities;
    expect(activities.find((activity) => activity.id === 'lab-train')?.teardown).toEqual([
      'delete it',
    ]);
  });
});
