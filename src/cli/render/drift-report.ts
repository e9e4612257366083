/** What changed between two exam versions, for people and as JSON. */
import type { Curriculum, Domain } from '../../curriculum/curriculum.ts';
import { type Drift, type SharedResource, tasksOf } from '../../curriculum/drift.ts';
import type { CarriedOver } from '../../plan/carried-over.ts';
import { formatHours, formatRoundHours, KIND_NAMES } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import { padStart } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { labelled, wrap } from '../terminal/wrap.ts';

/** The work of a plan, with its name. */
export interface NamedWork extends CarriedOver {
  readonly plan: string;
}

/** Column in which the texts begin. */
const LABEL_WIDTH = 13;

const percent = (weight: number): string => `${Math.round(weight)} %`;
const sessions = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`;

export function driftReport(
  before: Curriculum,
  after: Curriculum,
  drift: Drift,
  work: NamedWork | null,
  style: Style,
): string[] {
  const row = (label: string, text: string): string[] =>
    labelled(`    ${label}`, text, LABEL_WIDTH, style.width);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', style.bold(`  ${title}`), ...lines];
  const titled = ({ id, title }: { id: string; title: string }): string =>
    `${id} ${plainText(title)}`;
  const { domains, tasks, services, shared } = drift;
  return [
    ...wrap(`${before.examCode} → ${after.examCode}`, style.width).map((line) => style.bold(line)),
    ...wrap(
      `  by their titles, ${tasks.kept.length} of ${tasksOf(after).length} tasks ${tasks.kept.length === 1 ? 'was' : 'were'} there before; new: ${tasks.added.length}, gone: ${tasks.dropped.length}`,
      style.width,
      '  ',
    ),
    ...section('domains', [
      ...domains.kept.flatMap((pair) => row(weightWords(pair), domainWords(pair))),
      ...domains.added.flatMap((domain) =>
        row('new', `${titled(domain)}, ${percent(domain.weight)}`),
      ),
      ...domains.dropped.flatMap((domain) =>
        row('gone', `${titled(domain)}, ${percent(domain.weight)}`),
      ),
    ]),
    ...section('tasks', [
      ...tasks.added.flatMap((task) => row('new', titled(task))),
      ...tasks.dropped.flatMap((task) => row('gone', titled(task))),
      ...tasks.kept
        .filter(
          (pair) => pair.before.id !== pair.after.id || pair.before.title !== pair.after.title,
        )
        .flatMap((pair) => row('changed', `${titled(pair.before)} → ${titled(pair.after)}`)),
    ]),
    ...section('services', [
      ...(services.added.length === 0 ? [] : row('new', services.added.join(', '))),
      ...(services.dropped.length === 0 ? [] : row('gone', services.dropped.join(', '))),
    ]),
    ...section(
      'material of both',
      shared.length === 0 ? row('', 'none') : row(String(shared.length), sharedWords(shared)),
    ),
    ...(work === null ? [] : section(`your work in plan ${work.plan}`, workLines(work, row))),
    '',
    ...wrap(
      '  Titles are the same where the words they share make up half of them or more (a kept number helps; common words count little); material is the same by id or address.',
      style.width,
      '  ',
    ),
  ];
}

const weightWords = ({ before, after }: { before: Domain; after: Domain }): string => {
  const change = Math.round(after.weight) - Math.round(before.weight);
  return change === 0 ? '=' : `${change > 0 ? '+' : '−'} ${padStart(String(Math.abs(change)), 2)}`;
};

const domainWords = ({ before, after }: { before: Domain; after: Domain }): string => {
  const name =
    before.title === after.title && before.id === after.id
      ? `${after.id} ${plainText(after.title)}`
      : `${before.id} ${plainText(before.title)} → ${after.id} ${plainText(after.title)}`;
  return `${name}, ${percent(before.weight)} → ${percent(after.weight)}`;
};

/** `12 labs, 9 courses, 7 docs`. */
function sharedWords(shared: readonly SharedResource[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of shared) {
    counts.set(KIND_NAMES[kind], (counts.get(KIND_NAMES[kind]) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => `${count} ${name}${count === 1 || name === 'docs' ? '' : 's'}`)
    .join(', ');
}

function workLines(
  { done, counts, credit, raised }: NamedWork,
  row: (label: string, text: string) => string[],
): string[] {
  const tasks = Object.entries(credit.tasks);
  return [
    ...row(
      'counts',
      `${sessions(counts.sessions)}, ${formatHours(counts.minutes)}, of ${sessions(done.sessions)}, ${formatHours(done.minutes)} that are done`,
    ),
    ...raised.flatMap(({ skill, from, to, bridges, minutes }) =>
      row('', `${skill} ${from} → ${to}: ${bridges} bridges, ${formatRoundHours(minutes)}`),
    ),
    ...tasks.flatMap(([id, { because }]) => row('', `readings of ${id} become checks: ${because}`)),
  ];
}

/** The JSON document `certplan.drift/1`. */
export function driftDocument(
  before: Curriculum,
  after: Curriculum,
  drift: Drift,
  work: NamedWork | null,
) {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const titled = ({ id, title }: { id: string; title: string }) => ({ id, title });
  const weighted = ({ id, title, weight }: Domain) => ({ id, title, weight: round(weight) });
  return {
    schema: 'certplan.drift/1',
    before: { id: before.id, examCode: before.examCode },
    after: { id: after.id, examCode: after.examCode },
    domains: {
      kept: drift.domains.kept.map((pair) => ({
        before: weighted(pair.before),
        after: weighted(pair.after),
        alike: round(pair.alike),
      })),
      added: drift.domains.added.map(weighted),
      dropped: drift.domains.dropped.map(weighted),
      reweighted: drift.reweighted.map((pair) => ({
        before: weighted(pair.before),
        after: weighted(pair.after),
      })),
    },
    tasks: {
      kept: drift.tasks.kept.map((pair) => ({
        before: titled(pair.before),
        after: titled(pair.after),
        alike: round(pair.alike),
      })),
      added: drift.tasks.added.map(titled),
      dropped: drift.tasks.dropped.map(titled),
    },
    services: drift.services,
    shared: drift.shared,
    work:
      work === null
        ? null
        : {
            plan: work.plan,
            done: work.done,
            counts: work.counts,
            activities: work.credit.done,
            tasks: Object.fromEntries(
              Object.entries(work.credit.tasks).map(([id, { because }]) => [id, because]),
            ),
            account: work.credit.account,
            raised: work.raised,
          },
  };
}
