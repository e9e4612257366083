/**
 * `certplan __complete KIND`: what completion scripts ask when a key is pressed. A line for each
 * value, with a tab and a description where there is one. Whatever is wrong, it says nothing.
 */
import type { Plan, Session } from '../../plan/plan.ts';
import { plainText } from '../../text/plain-text.ts';
import { certificationIndex } from '../built-in-curricula.ts';
import type { Context } from '../context.ts';
import { titleWithPart } from '../render/agenda.ts';
import { homeFolder, PlanStore } from '../store.ts';
import { userCurricula } from '../user-curricula.ts';

export const COMPLETED = ['sessions', 'plans', 'certifications'] as const;
type Completed = (typeof COMPLETED)[number];

type Entry = readonly [value: string, description: string];

const isOpen = ({ status }: Session): boolean => status !== 'done' && status !== 'skipped';

function sessions({ sessions: all }: Plan): Entry[] {
  const open = all.filter(isOpen);
  const closed = all.filter((session) => !isOpen(session));
  return [...open, ...closed].map((session) => [
    String(session.number),
    `${isOpen(session) ? '' : `${session.status}: `}${titleWithPart(session)}`,
  ]);
}

const ENTRIES = {
  sessions: (store, plan) => sessions(store.load(store.choose(plan)).plan),
  plans: (store) => store.names().map((name) => [name, name === store.current() ? 'in use' : '']),
  certifications: () => [
    ...certificationIndex().map(({ id, name }): Entry => [id, name]),
    ...userCurricula().map(({ id }): Entry => [id, 'yours']),
  ],
} as const satisfies Record<Completed, (store: PlanStore, plan: string | undefined) => Entry[]>;

export async function completeCommand(context: Context, kind: string): Promise<void> {
  const known = COMPLETED.find((name) => name === kind);
  if (known === undefined) return;
  try {
    const store = new PlanStore(homeFolder(context.flags.home));
    context.printRows(
      ...ENTRIES[known](store, context.flags.plan).map(([value, description]) =>
        description === '' ? value : `${value}\t${plainText(description)}`,
      ),
    );
  } catch {
    // No plan, a damaged journal: nothing to offer, and no place to say so.
  }
}
