/** Shows what a re-plan would change, asks, and writes it: the same for `replan` and `adjust`. */
import { createInterface } from 'node:readline/promises';
import { badInput, EXIT, type ExitCode, UserError } from '../errors.ts';
import type { PlanEvent } from '../progress/events.ts';
import { diffDocument, diffOf, isEmpty } from '../progress/replan/diff.ts';
import type { Replanned } from '../progress/replan/replan.ts';
import type { PlanState } from '../progress/state.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { Context } from './context.ts';
import { diffLines } from './render/diff.ts';
import type { PlanStore } from './store.ts';
import { mayAsk } from './terminal/may-ask.ts';
import { progressFor } from './terminal/progress.ts';
import { labelled } from './terminal/wrap.ts';

/** As the words of the lines above stand. */
const NOTE_WIDTH = 11;

export interface ApplyFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

export interface ReplanTask {
  readonly store: PlanStore;
  readonly name: string;
  readonly state: PlanState;
  readonly nowMilliseconds: number;
  /** What would be written for a state; the state at hand is asked about again when it is written. */
  readonly make: (state: PlanState) => Replanned;
  readonly event: (replanned: Replanned) => PlanEvent;
  /** True where a change counts although no session moves: other hours, a later exam day. */
  readonly always: boolean;
}

export async function applyReplan(
  context: Context,
  flags: ApplyFlags,
  task: ReplanTask,
): Promise<ExitCode> {
  const now: EpochMinutes = Math.floor(task.nowMilliseconds / 60_000);
  const progress = progressFor(context);
  progress.show('looking for places');
  let replanned: Replanned;
  try {
    replanned = task.make(task.state);
  } finally {
    progress.clear();
  }
  const diff = diffOf(task.state, replanned, now);
  const nothing = isEmpty(diff) && !task.always;
  const document = { ...diffDocument(diff, replanned.plan), remarks: replanned.remarks };
  if (!context.json) {
    const lines = nothing
      ? ['nothing to change: all that is planned lies ahead and has its place']
      : diffLines(diff, replanned.plan, task.state.plan, context.out);
    context.print(
      ...lines,
      ...replanned.remarks.flatMap((remark) =>
        labelled('  note', remark, NOTE_WIDTH, context.out.width),
      ),
    );
  }
  if (nothing || flags.dryRun === true) {
    if (context.json) context.printJson(document);
    if (!nothing) context.hint('nothing was written (--dry-run)');
    return EXIT.ok;
  }
  if (flags.yes !== true) {
    if (!mayAsk(context.flags)) throw notConfirmed(document);
    if (!(await agreed())) {
      context.hint('nothing was written');
      return EXIT.ok;
    }
  }
  write(task, replanned);
  // One document on stdout: what was written, or why it was not.
  if (context.json) context.printJson(document);
  context.hint(
    'next   certplan today     undo: certplan undo     your calendar: certplan export ics -o plan.ics',
  );
  return EXIT.ok;
}

/** @param diff for `--json`, where nothing else was printed */
const notConfirmed = (diff: ReturnType<typeof diffDocument>): UserError =>
  new UserError(
    EXIT.badInput,
    'not-confirmed',
    'nothing was written: the changes were not confirmed',
    'add --yes to apply them, or --dry-run to see them only',
    { diff },
  );

async function agreed(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question('Apply? [Y/n] ');
    return /^\s*(y|yes)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}

/** Under the lock the plan may be another than the one that was shown: then nothing is written. */
function write(
  { store, name, state: before, make, event, nowMilliseconds }: ReplanTask,
  shown: Replanned,
): void {
  store.change(name, nowMilliseconds, ({ state }) => {
    // A re-plan is pure, and may take seconds: the same journal needs no second one.
    const again = sameJournal(state, before) ? shown : make(state);
    if (JSON.stringify(again.replacement) !== JSON.stringify(shown.replacement)) {
      throw badInput(
        'changed-meanwhile',
        'the plan was changed by another certplan while this one was asking; nothing was written',
        'run it again',
      );
    }
    return { events: [event(again)], result: null };
  });
}

const sameJournal = (one: PlanState, other: PlanState): boolean =>
  one.events.length === other.events.length &&
  one.events.every(({ id }, index) => id === other.events[index]?.id) &&
  one.undone.size === other.undone.size &&
  one.voided.length === other.voided.length;
