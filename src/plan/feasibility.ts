/** The verdict: hours needed against hours left. */
import { CUSHION_SHARE } from '../schedule/constants.ts';
import type { Feasibility } from './plan.ts';

/** "Tight" = cushion under 10 % of the need (design §7); below zero it does not fit. */
export function feasibilityOf(neededMinutes: number, availableMinutes: number | null): Feasibility {
  if (availableMinutes === null) {
    return { verdict: 'fits', neededMinutes, availableMinutes, cushionMinutes: null, remedies: [] };
  }
  const cushionMinutes = availableMinutes - neededMinutes;
  return {
    verdict: verdictOf(cushionMinutes, neededMinutes),
    neededMinutes,
    availableMinutes,
    cushionMinutes,
    remedies: [],
  };
}

function verdictOf(cushionMinutes: number, neededMinutes: number): Feasibility['verdict'] {
  if (cushionMinutes < 0) return 'does-not-fit';
  return cushionMinutes < CUSHION_SHARE * neededMinutes ? 'tight' : 'fits';
}
