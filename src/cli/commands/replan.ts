/** `certplan replan`: missed sessions get new places, from now on. */
import type { ExitCode } from '../../errors.ts';
import { replanStages, withRest } from '../../progress/replan/replan-stages.ts';
import { unchangedWishes } from '../../progress/replan/request.ts';
import { type ApplyFlags, applyReplan } from '../apply-replan.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { replanOrSay } from '../does-not-fit-now.ts';
import { placeFlags } from '../open-plan.ts';
import { replanRequest } from '../replan-request.ts';
import { homeFolder, PlanStore } from '../store.ts';

export async function replanCommand(context: Context, flags: ApplyFlags): Promise<ExitCode> {
  const nowMilliseconds = currentMilliseconds();
  const now = Math.floor(nowMilliseconds / 60_000);
  const store = new PlanStore(homeFolder(context.flags.home));
  const name = store.choose(context.flags.plan);
  const { state, notes } = store.load(name);
  for (const note of notes) context.warn(note);
  return applyReplan(context, flags, {
    store,
    name,
    state,
    nowMilliseconds,
    make: (current) =>
      replanStages(current, now, (stage, atRest) =>
        replanOrSay(replanRequest(stage, withRest(unchangedWishes(stage), atRest), now), {
          words: [],
          place: placeFlags(context),
        }),
      ),
    event: ({ replacement }) => ({ type: 'replanned', ...replacement }),
    always: false,
  });
}
