/** `certplan import FILE`: ticks from a checklist or a task app, events of another copy of the plan. */
import type { Plan } from '../../plan/plan.ts';
import type { DoneEvent } from '../../progress/events.ts';
import { formatNumbers } from '../../progress/find-sessions.ts';
import type { PlanState } from '../../progress/state.ts';
import { readChecklist } from '../../progress/ticks/checklist.ts';
import { createdIdOf, missingLines, readOtherJournal } from '../../progress/ticks/other-journal.ts';
import {
  type Conflict,
  type ConflictKind,
  conflictWords,
  settleTicks,
  type Tick,
} from '../../progress/ticks/settle.ts';
import { plainText } from '../../text/plain-text.ts';
import { dateAt, zoneClock } from '../../time/wall-clock.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { type ImportFile, readImportFile } from '../import-file.ts';
import { ofAnotherPlan } from '../other-plan.ts';
import { homeFolder, PlanStore } from '../store.ts';

interface Outcome {
  /** Sessions that are done now and were not before. */
  readonly done: readonly number[];
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
  /** Entries taken over from another copy of the journal. */
  readonly merged: number;
  readonly notes: readonly string[];
}

export async function importCommand(context: Context, file: string): Promise<void> {
  const source: Source = { file, now: currentMilliseconds(), ...readImportFile(file) };
  const store = new PlanStore(homeFolder(context.flags.home));
  const take = { checklist: takeChecklist, tasks: takeTasks, journal: takeJournal }[source.kind];
  report(context, file, await take(source, store, () => store.choose(context.flags.plan)));
}

interface Source extends ImportFile {
  readonly file: string;
  readonly now: number;
}

/** @param chosen the plan that is meant; asked only when the file has been read */
type Taker = (source: Source, store: PlanStore, chosen: () => string) => Promise<Outcome>;

const takeChecklist: Taker = async ({ file, text, now }, store, chosen) => {
  const checklist = readChecklist(text, file);
  const ticks = [...checklist.boxes].map(([number, { ticked, on }]): Tick => {
    return { number, mark: ticked ? 'done' : 'open', on };
  });
  const isOf = ({ name, createdAt }: Plan): boolean =>
    name === checklist.plan && Date.parse(createdAt) === Date.parse(checklist.createdAt);
  const name = chosen();
  return applyTicks(store, name, now, 'checklist', ({ plan }) => {
    if (isOf(plan)) return { ticks, others: 0 };
    throw ofAnotherPlan(store, name, {
      file,
      isOf: (loaded) => isOf(loaded.plan),
      otherwise: 'write it anew: certplan export checklist -o FILE.md',
    });
  });
};

const takeTasks: Taker = async ({ file, text, now }, store, chosen) => {
  // Calendars need a library that the other files do not.
  const { readTasks, ticksOf } = await import('../../progress/ticks/tasks.ts');
  const tasks = readTasks(text, file);
  const ownOf = ({ plan, cancelled }: PlanState) =>
    ticksOf(tasks, [...plan.sessions, ...cancelled], zoneClock(plan.learner.timeZone));
  const name = chosen();
  return applyTicks(store, name, now, 'tasks', (state) => {
    const own = ownOf(state);
    if (own.ticks.length > 0) return own;
    throw ofAnotherPlan(store, name, {
      file,
      isOf: (loaded) => ownOf(loaded.state).ticks.length > 0,
      otherwise: 'certplan export todo writes the tasks of this plan',
    });
  });
};

const takeJournal: Taker = async ({ file, text }, store, chosen) => {
  const other = readOtherJournal(text, file);
  const name = chosen();
  const { added, before, after } = store.adopt(name, (journal) => {
    if (createdIdOf(journal.events) === other.createdId) return missingLines(journal, other);
    throw ofAnotherPlan(store, name, {
      file,
      isOf: ({ state }) => createdIdOf(state.events) === other.createdId,
      otherwise: `to have it as a plan of its own, copy it to ${store.journal('NAME')}`,
    });
  });
  const doneBefore = new Set(doneIn(before.plan));
  return {
    done: doneIn(after.plan).filter((number) => !doneBefore.has(number)),
    unchanged: other.lines.length - added,
    conflicts: [],
    merged: added,
    notes: after.notes,
  };
};

function applyTicks(
  store: PlanStore,
  name: string,
  now: number,
  from: NonNullable<DoneEvent['from']>,
  ticksFor: (state: PlanState) => { readonly ticks: readonly Tick[]; readonly others: number },
): Outcome {
  const { result, before } = store.change(name, now, ({ state }) => {
    const { ticks, others } = ticksFor(state);
    const today = dateAt(Math.floor(now / 60_000), zoneClock(state.plan.learner.timeZone));
    const settled = settleTicks(state, ticks, today, from);
    return { events: settled.events, result: { ...settled, others } };
  });
  const { done, unchanged, conflicts, others } = result;
  const note = `${others} ${others === 1 ? 'task' : 'tasks'} of the file ${others === 1 ? 'is' : 'are'} none of this plan's sessions`;
  return {
    done,
    unchanged,
    conflicts,
    merged: 0,
    notes: [...before.notes, ...(others === 0 ? [] : [note])],
  };
}

const doneIn = (plan: Plan): number[] =>
  plan.sessions
    .filter(({ status }) => status === 'done')
    .map(({ number }) => number)
    .sort((a, b) => a - b);

function report(context: Context, file: string, outcome: Outcome): void {
  const { done, unchanged, conflicts, merged, notes } = outcome;
  for (const note of notes) context.warn(note);
  const kinds = new Set(conflicts.map(({ kind }) => kind));
  for (const kind of kinds) context.warn(conflictWords(kind, numbersOf(conflicts, kind)));
  if (context.json) {
    context.printJson({
      schema: 'certplan.import/1',
      done,
      unchanged,
      conflicts: conflicts.map(({ number, kind }) => ({
        number,
        kind,
        message: conflictWords(kind, [number]),
      })),
      merged,
    });
    return;
  }
  const news = [
    ...(merged === 0 ? [] : [`${merged} ${merged === 1 ? 'entry' : 'entries'} taken over`]),
    ...(done.length === 0
      ? []
      : [
          `${done.length} ${done.length === 1 ? 'session' : 'sessions'} done (${formatNumbers(done)})`,
        ]),
  ];
  context.print(
    `${plainText(file)}: ${news.length === 0 ? 'nothing new' : news.join(', ')}; ${unchanged} unchanged`,
  );
  // A plan kept elsewhere is found again only there.
  const { home } = context.flags;
  if (news.length > 0)
    context.hint(`next   certplan today${home === undefined ? '' : ` --home ${home}`}`);
}

const numbersOf = (conflicts: readonly Conflict[], kind: ConflictKind): number[] =>
  conflicts.filter((conflict) => conflict.kind === kind).map(({ number }) => number);
