/** The foundations file: bridges, their order, the steps of skills. */
import { type Fault, FaultList } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import { findCycle } from '../order-cycle.ts';
import { foundationsSchema } from '../schema.ts';
import { reportTo, uniqueIds } from './rule.ts';

/** All faults of the foundations file, where the schema takes it. */
export function foundationsFaults(data: unknown): FaultList<Fault> {
  const faults = new FaultList<Fault>();
  const read = foundationsSchema.safeParse(data);
  if (!read.success) return faults;
  const yaml = read.data;
  const report = reportTo(faults);
  const places = yaml.skills.flatMap((skill, s) =>
    skill.steps.flatMap((step, t) =>
      step.bridges.map((bridge, b) => ({
        bridge,
        path: ['skills', s, 'steps', t, 'bridges', b] as const,
      })),
    ),
  );
  const ids = places.map((place) => place.bridge.id);
  uniqueIds(ids, (index) => [...(places[index]?.path ?? []), 'id'], report);
  for (const { bridge, path } of places) {
    for (const [key, other] of [
      ...bridge.after.map((id, index) => [['after', index], id] as const),
      ...(bridge.overlaps ? [[['overlaps'], bridge.overlaps] as const] : []),
    ]) {
      if (!ids.includes(other)) {
        report([...path, ...key], `no bridge "${other}"${didYouMean(other, ids)}`);
      }
    }
  }
  const cycle = findCycle(new Map(places.map(({ bridge }) => [bridge.id, bridge.after])));
  if (cycle) report(['skills'], `the order runs in a circle: ${cycle.join(' → ')}`);
  yaml.skills.forEach((skill, s) => {
    skill.steps.forEach((step, t) => {
      if (step.from !== t || step.to !== t + 1) {
        report(['skills', s, 'steps', t, 'from'], `expected the step from ${t} to ${t + 1}`);
      }
    });
  });
  return faults;
}
