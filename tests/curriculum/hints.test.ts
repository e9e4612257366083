/** What a sound curriculum could do better: each hint where it belongs, and none where all is well. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hintsOnCurriculum } from '../../src/curriculum/read-yaml.ts';
import type { CivilDate } from '../../src/time/civil-date.ts';
import { type Change, replaced, unmark } from './small-curriculum.ts';

const TODAY = '2026-11-25' as CivilDate;

/** What people start from: but for its addresses it gives no reason for a hint. */
const START = readFileSync(new URL('../../templates/curriculum.yaml', import.meta.url), 'utf8')
  .replaceAll('<today>', '2026-11-23')
  .replaceAll('<id>', 'mine')
  .replaceAll('<schema>', 'curriculum.schema.json')
  .replaceAll('example.com', 'docs.aws.amazon.com');

function hintsOn(text: string, today = TODAY): string[] {
  const read = hintsOnCurriculum(text, today);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value.map(
    ({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`,
  );
}

/** The hints after changes, of which one holds the mark; and the place of the mark. */
function changed(...changes: readonly Change[]): { hints: string[]; at: string } {
  const marked = changes.reduce<string>((text, [from, to]) => replaced(text, from, to), START);
  const { text, line, column } = unmark(marked);
  return { hints: hintsOn(text), at: `${line}:${column}` };
}

/** Takes one activity out. */
function without(id: string): Change {
  const [, rest = ''] = START.split(`- id: ${id} `.trimEnd());
  const body = rest.slice(0, rest.indexOf('\n- id: '));
  return [`- id: ${id}${body}\n`, ''];
}

test('the file that people start from gives none, but for its example addresses', () => {
  expect(hintsOn(START)).toEqual([]);
  const untouched = START.replaceAll('docs.aws.amazon.com', 'example.com');
  expect(hintsOn(untouched)).toEqual([
    expect.stringMatching(/^42:\d+ example-left: 13 addresses of the example are left/),
  ]);
});

describe('each is told at its place', () => {
  test('a task that nobody practises', () => {
    const { hints, at } = changed(
      [
        "tasks: ['1.1', '1.2']\n  builds-on: {python: 2, cloud-aws: 1}",
        "tasks: ['1.1']\n  builds-on: {python: 2, cloud-aws: 1}",
      ],
      [
        "tasks: ['1.1', '1.2']\n  depth: essential\n  questions: 20",
        "tasks: ['1.1']\n  depth: essential\n  questions: 20",
      ],
      ["  - id: '1.2'", "  - «id: '1.2'"],
    );
    expect(hints).toEqual([
      `${at} task-without-practice: task 1.2 has no lab, project or practice questions up to standard depth`,
      `${at} task-on-one-page: task 1.2 rests on "course-prepare" alone up to standard depth`,
    ]);
  });

  test('a domain with few minutes for its weight', () => {
    const { hints, at } = changed(
      ['  weight: 40', '  weight: 88'],
      ['  weight: 60', '  weight: 12'],
      ['# kind: docs, course', '# «kind: docs, course'],
    );
    expect(hints.map((hint) => hint.replace(/^\S+ /, ''))).toEqual([
      expect.stringMatching(
        /^weight-without-hours: domain d1 is 88 % of the exam and \d+ % of the/,
      ),
    ]);
    expect(at).toBeDefined();
  });

  test('too few labs, and no material for thorough depth', () => {
    const { hints, at } = changed(
      ['minutes: {value: 60, basis: published', 'minutes: {value: 30, basis: published'],
      ['minutes: {value: 100, basis: published', 'minutes: {value: 60, basis: published'],
      ['  depth: thorough', '  depth: standard'],
      ['activities:\n- id: exam-guide', 'activities:\n«- id: exam-guide'],
    );
    expect(hints).toEqual([
      expect.stringContaining(`${at} few-labs: labs and projects are 16 % of the content minutes`),
      expect.stringContaining(`${at} thorough-share: thorough depth holds 0 %`),
    ]);
  });

  test('a look-alike that is named from one side only', () => {
    const { hints, at } = changed(["mix-with: ['1.2'] ", "mix-with: [«'2.1'] "]);
    expect(hints).toEqual([
      `${at} mix-with-one-way: task 1.1 is mixed with 2.1, but 2.1 not with 1.1`,
      expect.stringContaining('task 1.2 is mixed with 1.1, but 1.1 not with 1.2'),
    ]);
  });

  test('minutes that are mostly guesses', () => {
    const text = START.replaceAll('basis: published', 'basis: estimate');
    expect(hintsOn(text)).toEqual([expect.stringContaining('minutes-estimated: 6')]);
  });

  test('a lab in parts without stops, and one that bills without a word on what', () => {
    const { hints, at } = changed(
      ['value: 100, basis', 'value: 130, basis'],
      ['    billing: [the endpoint, by the hour]\n', ''],
      [
        '    setup: [an account with a budget alarm]\n    steps: [train',
        '    «setup: [an account with a budget alarm]\n    steps: [train',
      ],
    );
    expect(hints).toEqual([
      expect.stringContaining(`${at} long-lab-without-stops: lab "lab-deploy" takes 130 minutes`),
      expect.stringContaining('billing-unnamed: lab "lab-deploy" bills while idle'),
    ]);
  });
});

test('one that is answered in the file is told no more, the others still are', () => {
  const codes = (...changes: readonly Change[]): (string | undefined)[] =>
    hintsOn(changes.reduce<string>((text, [from, to]) => replaced(text, from, to), START)).map(
      (hint) => hint.split(' ')[1],
    );
  const light: readonly Change[] = [
    ['  weight: 40', '  weight: 88'],
    ['  weight: 60', '  weight: 12'],
  ];
  const before = codes(...light);
  const [first = ''] = before;
  const answer = `\nhints-answered:\n  ${first.replace(':', '')}: no other material is there`;
  const after = codes(...light, ['\nguide: exam-guide ', `${answer}\nguide: exam-guide `]);
  expect(before.length).toBeGreaterThan(0);
  expect(after).toEqual(before.filter((hint) => hint !== first));
});

describe('dates of checking', () => {
  test('are fine for a year, then the oldest is told once', () => {
    expect(hintsOn(START, '2027-11-23' as CivilDate)).toEqual([]);
    const old = START.replace(
      "value: 40, basis: word-count, checked: '2026-11-23'",
      "value: 40, basis: word-count, checked: '2025-03-01'",
    );
    expect(hintsOn(old, '2027-11-30' as CivilDate)).toEqual([
      expect.stringMatching(
        /^103:52 checked-long-ago: 13 dates of checking are more than a year back, the oldest 2025-03-01$/,
      ),
    ]);
  });
});

test('without thorough material that is told', () => {
  const [from, to] = without('read-more');
  const text = replaced(START, from, to);
  expect(hintsOn(text)).toEqual([expect.stringContaining('thorough-share')]);
});
