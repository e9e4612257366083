/** The verdict: hours needed against hours left. */
import { CUSHION_SHARE } from '../schedule/constants.ts';
import type { Feasibility } from './plan.ts';

/** "Tight" = cushion under 10 % of the need (design §7). */
export function feasibilityOf(neededMinutes: number, availableMinutes: number | null): Feasibility {
  if (availableMinutes === null) {
    return { verdict: 'fits', neededMinutes, availableMinutes, cushionMinutes: null, remedies: [] };
  }
  const cushionMinutes = availableMinutes - neededMinutes;
  return {
    verdict: cushionMinutes < CUSHION_SHARE * neededMinutes ? 'tight' : 'fits',
    neededMinutes,
    availableMinutes,
    cushionMinutes,
    remedies: [],
  };
}
