/** Where plans live: one journal a plan, and the name of the one in use. */
import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../curriculum/curriculum.ts';
import type { Bridge } from '../curriculum/foundations.ts';
import { didYouMean } from '../curriculum/nearest.ts';
import { badInput, damaged, notFound } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEvent, StoredEvent } from '../progress/events.ts';
import { foldEvents } from '../progress/fold.ts';
import type { JournalText } from '../progress/journal.ts';
import type { PlanState } from '../progress/state.ts';
import { dataFolder } from './data-folder.ts';
import { cannotWrite, makeFolder, prepareFiles, syncFolder, writeFileWhole } from './files.ts';
import {
  appendEvents,
  appendLines,
  encodeEvents,
  latestAt,
  readJournalFile,
  stamped,
} from './journal-file.ts';
import { withLock } from './lock.ts';

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const ENDING = '.jsonl';

/** @throws UserError, exit code 2 */
export function checkPlanName(name: string): string {
  if (NAME.test(name)) return name;
  throw badInput(
    'bad-name',
    `"${name}" is no name for a plan`,
    'a name has 1 to 64 lower-case letters, digits, ".", "_" or "-", and begins with a letter or digit',
  );
}

/** `--home` > `CERTPLAN_HOME` > the platform's data folder. */
export function homeFolder(flag: string | undefined): string {
  return flag ?? (process.env.CERTPLAN_HOME || dataFolder());
}

/** What a plan was made from: a re-plan goes back to it, whatever a newer certplan holds. */
export interface Snapshot {
  readonly activities: readonly Activity[];
  /** Activities of the plan's later certifications, by id. */
  readonly later?: Readonly<Record<string, readonly Activity[]>>;
  /** Those that the plan has. */
  readonly bridges: readonly Bridge[];
}

export interface LoadedPlan {
  readonly plan: Plan;
  readonly state: PlanState;
  /** All events of the journal, as they stand there: undone ones, too. */
  readonly events: readonly StoredEvent[];
  /** What the user should know about the journal, e.g. a cut-off last line. */
  readonly notes: readonly string[];
}

function loaded(journal: JournalText, path: string): LoadedPlan {
  const state = foldEvents(journal.events);
  if (!state) {
    throw damaged(
      'damaged',
      `${path}: holds no plan`,
      'certplan doctor shows what can be saved, and repairs it with a backup',
    );
  }
  const placedAt = state.events.find(({ id }) => id === state.placedBy)?.at ?? '';
  return {
    plan: state.plan,
    state,
    events: journal.events,
    notes: [
      ...(journal.tornTail === null
        ? []
        : [`the last entry of ${path} was cut off while it was written and is set aside`]),
      ...(journal.unknown.length === 0
        ? []
        : [
            `${path} holds ${journal.unknown.length} ${journal.unknown.length === 1 ? 'entry' : 'entries'} of a newer certplan, passed over`,
          ]),
      ...(state.voided.every((event) => event.at < placedAt)
        ? []
        : [
            'a re-plan of another copy of this plan does not count, as this copy was re-planned too; certplan replan makes a new one',
          ]),
    ],
  };
}

export class PlanStore {
  private readonly folder: string;
  /** Journals of plans that were replaced. */
  private readonly aside: string;

  constructor(readonly home: string) {
    this.folder = join(home, 'plans');
    this.aside = join(home, 'replaced');
  }

  /** Path of a plan's journal. */
  journal(name: string): string {
    return join(this.folder, `${name}${ENDING}`);
  }

  names(): string[] {
    try {
      return readdirSync(this.folder)
        .filter((file) => file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length))
        .filter((name) => NAME.test(name))
        .sort();
    } catch {
      return [];
    }
  }

  has(name: string): boolean {
    return existsSync(this.journal(name));
  }

  /** The plan that commands mean when none is named; null when there is none. */
  current(): string | null {
    try {
      const name = readFileSync(join(this.home, 'current'), 'utf8').trim();
      if (NAME.test(name) && this.has(name)) return name;
    } catch {
      // No plan was ever made or used here.
    }
    const names = this.names();
    return names.length === 1 ? (names[0] ?? null) : null;
  }

  use(name: string): void {
    this.mustExist(name);
    writeFileWhole(join(this.home, 'current'), `${name}\n`);
  }

  /** @param flag the value of `--plan`; undefined: the plan in use */
  choose(flag: string | undefined): string {
    if (flag !== undefined) {
      this.mustExist(checkPlanName(flag));
      return flag;
    }
    const current = this.current();
    if (current !== null) return current;
    const names = this.names();
    throw names.length === 0
      ? notFound(
          'no-plan',
          'there is no plan yet',
          'make one: certplan plan aws-mla-c02 --hours 8, or on a terminal certplan init',
        )
      : notFound('no-plan', 'no plan is in use', `choose one: certplan use ${names[0] ?? 'NAME'}`);
  }

  private mustExist(name: string): void {
    if (this.has(name)) return;
    const names = this.names();
    throw notFound(
      'no-plan',
      `there is no plan "${name}"${didYouMean(name, names)}`,
      names.length > 0 ? `plans are ${names.join(', ')}` : 'make one: certplan plan aws-mla-c02',
    );
  }

  /** @throws UserError, exit code 5, when the journal cannot be read */
  load(name: string): LoadedPlan {
    const path = this.journal(name);
    return loaded(readJournalFile(path), path);
  }

  /**
   * Reads the plan, lets `decide` say what happens to it, and appends that: all under one lock, so
   * that what was decided fits the plan it is written to.
   * @returns what `decide` gives, and the plan as it is afterwards
   */
  change<T>(
    name: string,
    nowMilliseconds: number,
    decide: (loaded: LoadedPlan) => { readonly events: readonly PlanEvent[]; readonly result: T },
  ): { readonly result: T; readonly before: LoadedPlan; readonly after: PlanState } {
    const path = this.journal(name);
    return withLock(`${path}.lock`, () => {
      const journal = readJournalFile(path);
      const before = loaded(journal, path);
      const { events, result } = decide(before);
      if (events.length === 0) return { result, before, after: before.state };
      const stored = stamped(events, nowMilliseconds, latestAt(journal.events));
      appendEvents(path, stored);
      const after = foldEvents([...journal.events, ...stored]);
      return { result, before, after: after ?? before.state };
    });
  }

  /**
   * Adds entries of another copy of the same journal, letter for letter.
   * @param choose the lines to be added, given what is here
   * @returns the plan before and after
   */
  adopt(
    name: string,
    choose: (journal: JournalText) => readonly string[],
  ): {
    readonly added: number;
    readonly before: LoadedPlan;
    readonly after: LoadedPlan;
  } {
    const path = this.journal(name);
    return withLock(`${path}.lock`, () => {
      const journal = readJournalFile(path);
      const before = loaded(journal, path);
      const chosen = choose(journal);
      if (chosen.length === 0) return { added: 0, before, after: before };
      appendLines(path, chosen);
      return { added: chosen.length, before, after: loaded(readJournalFile(path), path) };
    });
  }

  /**
   * Stores a new plan and makes it the one in use. An old journal of that name is kept aside.
   * @param snapshot what the plan was made from
   * @param replace false: an existing plan of that name is an error
   */
  create(plan: Plan, snapshot: Snapshot, replace: boolean): void {
    const path = this.journal(plan.name);
    try {
      makeFolder(this.folder);
    } catch (error) {
      throw cannotWrite(this.folder, error);
    }
    const event = {
      type: 'created',
      plan,
      activities: JSON.stringify(snapshot.activities),
      bridges: JSON.stringify(snapshot.bridges),
      ...(snapshot.later === undefined ? {} : { later: JSON.stringify(snapshot.later) }),
    } as const;
    const journal = encodeEvents(stamped([event], Date.parse(plan.createdAt), null));
    // Prepared first: where one cannot be written, nothing is stored.
    const prepared = prepareFiles([
      { path, content: journal, mode: 0o600 },
      { path: join(this.home, 'current'), content: `${plan.name}\n` },
    ]);
    try {
      withLock(`${path}.lock`, () => {
        if (existsSync(path)) {
          if (!replace) throw planExists(plan.name);
          this.keepAside(path, plan.name);
        }
        // In one step: there is the old plan or the new one, whenever this ends.
        prepared.commit();
      });
    } catch (error) {
      prepared.discard();
      throw error;
    }
  }

  /** A second name for the journal, so that the first is never without one. */
  private keepAside(path: string, name: string): void {
    try {
      const aside = this.freeAside(name);
      try {
        linkSync(path, aside);
      } catch {
        // No hard links here.
        copyFileSync(path, aside);
      }
      syncFolder(this.aside);
    } catch (error) {
      throw cannotWrite(this.aside, error);
    }
  }

  private freeAside(name: string): string {
    makeFolder(this.aside);
    for (let count = 1; ; count += 1) {
      const path = join(this.aside, `${name}.${count}${ENDING}`);
      if (!existsSync(path)) return path;
    }
  }
}

export const planExists = (name: string) =>
  badInput(
    'plan-exists',
    `a plan "${name}" exists already`,
    'give another --name, or --force to replace it (its journal is kept aside)',
  );
