/**
 * A small sound curriculum as YAML text, to be broken in one place at a time. The place where the
 * fault is expected is marked with « in the replacement; the mark is taken out before parsing.
 */
import { type PlacedFault, parseCurriculum } from '../../src/curriculum/read-yaml.ts';

export const SMALL = `id: small
vendor: aws
name: Small exam
exam-code: SML-1
level: associate
checked: '2026-11-23'
lifecycle: {first-exam: '2026-01-10', general-availability: '2026-03-01', last-exam: '2027-06-30'}
exam:
  minutes: 100
  questions: 50
  questions-scored: 40
  passing-score: 700
  score-scale: [100, 1000]
  price-usd: 150
  question-types: [multiple choice]
  style: scenarios
  retake: {wait-days: 14, rules: wait two weeks}
  reschedule-days: 1
validity-months: 36
renewal: {text: sit it again, opens-months-before: 6}
experience: A year of practice.
requires: {python: 2}
sources:
- {fact: everything, url: 'https://example.org/facts', seen: today}
guide: guide
domains:
- id: d1
  title: Data
  weight: 40
  tasks:
  - id: '1.1'
    title: Store data
    mix-with: ['2.1']
    checks: [Why this store?, What does it cost?, What if it fails?]
- id: d2
  title: Models
  weight: 60
  tasks:
  - id: '2.1'
    title: Train models
    checks: [Which model?, Which metric?, Why not the other?]
activities:
- id: guide
  kind: docs
  title: Exam guide
  url: https://example.org/guide
  minutes: {value: 30, basis: estimate, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['1.1', '2.1']
  depth: essential
- id: read-store
  kind: docs
  title: Stores
  url: https://example.org/stores
  minutes: {value: 20, basis: word-count, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['1.1']
  builds-on: {python: 1}
  depth: essential
- id: read-train
  kind: course
  title: Training
  url: https://example.org/training
  minutes: {value: 60, basis: published, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['2.1']
  after: [read-store]
  depth: essential
- id: lab-train
  kind: lab
  title: Train a model
  url: https://example.org/lab
  minutes: {value: 60, basis: published, checked: '2026-11-23'}
  cost-usd: 1
  tasks: ['2.1']
  after: [read-train]
  depth: standard
  lab: {steps: [train it], teardown: [delete it], bills-while-idle: true}
- id: capstone
  kind: project
  title: Build it all
  url: https://example.org/project
  minutes: {value: 120, basis: estimate, checked: '2026-11-23'}
  cost-usd: 5
  tasks: ['1.1', '2.1']
  depth: standard
  steps: [{title: build, minutes: 90}, {title: write it up, minutes: 30}]
- id: questions-1
  kind: practice-questions
  title: Questions on data
  url: https://example.org/q1
  minutes: {value: 20, basis: estimate, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['1.1']
  depth: essential
- id: questions-2
  kind: practice-questions
  title: Questions on models
  url: https://example.org/q2
  minutes: {value: 20, basis: estimate, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['2.1']
  depth: essential
- id: exam-1
  kind: practice-exam
  title: Practice exam
  url: https://example.org/exam
  minutes: {value: 100, basis: published, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['1.1', '2.1']
  depth: essential
- id: exam-2
  kind: practice-exam
  title: Practice exam, drawn anew
  url: https://example.org/exam
  minutes: {value: 100, basis: published, checked: '2026-11-23'}
  cost-usd: 0
  tasks: ['1.1', '2.1']
  depth: standard
`;

const MARK = '«';

/** Where the mark stands, counted from 1, and the text without it. */
export function unmark(marked: string): { text: string; line: number; column: number } {
  const at = marked.indexOf(MARK);
  if (at < 0 || marked.indexOf(MARK, at + 1) >= 0) throw new Error(`one ${MARK} is needed`);
  const before = marked.slice(0, at).split('\n');
  return {
    text: marked.replace(MARK, ''),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

/** The text with one stretch, which must be there exactly once, replaced. */
export function replaced(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand there once`);
  return text.split(from).join(to);
}

/** What stands there once, and what takes its place. */
export type Change = readonly [from: string, to: string];

export interface Broken {
  /** All faults found, in order. */
  readonly faults: readonly PlacedFault[];
  /** `line:column` of the mark. */
  readonly at: string;
  readonly lines: readonly string[];
}

/** The small curriculum with changes, of which one holds the mark. */
export function broken(...changes: readonly Change[]): Broken {
  const marked = changes.reduce<string>((text, [from, to]) => replaced(text, from, to), SMALL);
  const { text, line, column } = unmark(marked);
  const parsed = parseCurriculum(text);
  return {
    faults: parsed.ok ? [] : parsed.faults,
    at: `${line}:${column}`,
    lines: text.split('\n'),
  };
}

/** `line:column message` of each fault. */
export const told = (faults: readonly PlacedFault[]): string[] =>
  faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`);

/** The part of the small curriculum from one activity's `- id:` to the next. */
export function activityText(id: string): string {
  const [, from = ''] = SMALL.split(`- id: ${id}\n`);
  const [body = ''] = from.split('\n- id: ');
  return `- id: ${id}\n${body}${body.endsWith('\n') ? '' : '\n'}`;
}
