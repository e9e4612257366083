/** Where plans live: one journal a plan, and the name of the one in use. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import type { Activity } from '../curriculum/curriculum.ts';
import { didYouMean } from '../curriculum/nearest.ts';
import { badInput, damaged, notFound } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import { encodeEvent, foldEvents, type PlanEvent, readJournal } from '../progress/journal.ts';
import {
  cannotWrite,
  makeFolder,
  prepareFiles,
  systemReason,
  writeAll,
  writeFileWhole,
} from './files.ts';
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
  return flag ?? (process.env.CERTPLAN_HOME || envPaths('certplan', { suffix: '' }).data);
}

export interface LoadedPlan {
  readonly plan: Plan;
  /** What the user should know about the journal, e.g. a cut-off last line. */
  readonly notes: readonly string[];
}

export class PlanStore {
  private readonly folder: string;
  /** Journals of plans that were replaced. */
  private readonly aside: string;

  constructor(readonly home: string) {
    this.folder = join(home, 'plans');
    this.aside = join(home, 'replaced');
  }

  private journal(name: string): string {
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
      ? notFound('no-plan', 'there is no plan yet', 'make one: certplan plan aws-mla-c02 --hours 8')
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
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      throw damaged(
        'unreadable',
        `cannot read ${path}: ${systemReason(error)}`,
        'mend the permissions of that file',
      );
    }
    const journal = readJournal(text);
    if (journal.damage) {
      throw damaged(
        'damaged',
        `${path}:${journal.damage.line}: the entry is damaged: ${journal.damage.why}`,
        'put a copy of that file back, or make the plan anew with --force: the damaged journal is kept aside',
      );
    }
    const plan = foldEvents(journal.events);
    if (!plan)
      throw damaged(
        'damaged',
        `${path}: holds no plan`,
        'put a copy of that file back, or make the plan anew with --force: the damaged journal is kept aside',
      );
    const notes =
      journal.tornTail === null
        ? []
        : [`the last entry of ${path} was cut off while it was written and is set aside`];
    return { plan, notes };
  }

  /**
   * Stores a new plan and makes it the one in use. An old journal of that name is kept aside.
   * @param activities those of the curriculum that the plan was made from
   * @param replace false: an existing plan of that name is an error
   */
  create(plan: Plan, activities: readonly Activity[], replace: boolean): void {
    const path = this.journal(plan.name);
    try {
      makeFolder(this.folder);
    } catch (error) {
      throw cannotWrite(this.folder, error);
    }
    // Prepared first: where it cannot be written, nothing is stored.
    const current = prepareFiles([{ path: join(this.home, 'current'), content: `${plan.name}\n` }]);
    try {
      withLock(`${path}.lock`, () => {
        if (existsSync(path)) {
          if (!replace) throw planExists(plan.name);
          renameSync(path, this.freeAside(plan.name));
        }
        const event = {
          type: 'created',
          plan,
          activities: JSON.stringify(activities),
        } as const;
        appendLine(path, event, plan.createdAt);
      });
    } catch (error) {
      current.discard();
      throw error;
    }
    current.commit();
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

/** Appends one event and waits until the disk has it. */
function appendLine(path: string, event: PlanEvent, at: string): void {
  try {
    const descriptor = openSync(path, 'a', 0o600);
    try {
      const line = `${encodeEvent({ ...event, id: randomUUID(), at })}\n`;
      writeAll(descriptor, Buffer.from(line));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
