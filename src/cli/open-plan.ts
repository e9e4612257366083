/** The plan that a command line means, read from the store. */
import { type Context, currentMilliseconds } from './context.ts';
import { homeFolder, type LoadedPlan, PlanStore } from './store.ts';

export interface OpenPlan extends LoadedPlan {
  readonly store: PlanStore;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @throws UserError, exit code 4 where there is none, 5 where it is damaged */
export function openPlan(context: Context): OpenPlan {
  const now = currentMilliseconds();
  const { store, name } = choosePlan(context);
  return { ...store.load(name), store, name, now };
}

export function choosePlan(context: Context): { readonly store: PlanStore; readonly name: string } {
  const store = new PlanStore(homeFolder(context.flags.home));
  return { store, name: store.choose(context.flags.plan) };
}

/** Flags that lead to the same plan at the same place, with a space before each. */
export function placeFlags({ flags: { home, plan } }: Context): string {
  return [
    plan === undefined ? '' : ` --plan ${plan}`,
    home === undefined ? '' : ` --home ${/[^\w./~:-]/.test(home) ? `'${home}'` : home}`,
  ].join('');
}

/** The last line of an answer: the next command, for the same plan at the same place. */
export const hintNext = (context: Context, command: string): void =>
  context.hint(`next   certplan ${command}${placeFlags(context)}`);
