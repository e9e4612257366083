/** Sums behind "how this plan was made for you". */
import type { Certification } from '../curriculum/curriculum.ts';
import { CLOUD_SKILL, SKILLS } from '../curriculum/vocabulary.ts';
import type { Learner } from '../learner/learner.ts';
import type { Workload } from '../workload/workload.ts';
import type { MadeForYou } from './plan.ts';

export function madeForYou(
  workload: Workload,
  learner: Learner,
  certification: Certification,
): MadeForYou {
  const bridges = SKILLS.flatMap((skill) => {
    const own = workload.items.filter((item) => item.bridge?.skill === skill);
    if (own.length === 0) return [];
    return [
      {
        skill,
        from: Math.min(...own.map((item) => item.bridge?.from ?? 0)),
        to: Math.max(...own.map((item) => item.bridge?.to ?? 0)),
        count: own.length,
        minutes: own.reduce((sum, item) => sum + item.minutes, 0),
      },
    ];
  });
  const otherClouds = Object.values(CLOUD_SKILL).filter(
    (skill) => skill !== CLOUD_SKILL[certification.vendor],
  );
  const notGiven = SKILLS.flatMap((skill) => {
    const { level, source } = learner.skills[skill];
    if (source === 'given' || otherClouds.some((other) => other === skill)) return [];
    return certification.requires[skill] === undefined ? [] : [{ skill, level, source }];
  });
  return {
    weakerFoundationsMinutes: workload.weakerFoundationsMinutes,
    paceMinutes: workload.paceMinutes,
    waivedMinutes: workload.waived.reduce((sum, waiver) => sum + waiver.minutes, 0),
    bridges,
    notGiven,
  };
}
