/** `certplan certs`: the certifications and where each stands today. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { predecessorsOf } from '../../curriculum/index-entry.ts';
import { statusOn } from '../../curriculum/lifecycle.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { builtInCurriculum, certificationIndex } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { certificationTable } from '../render/certification-table.ts';

/** A date is enough here, and the time zone of a reader moves it by one day at most. */
const today = (): CivilDate =>
  new Date(currentMilliseconds()).toISOString().slice(0, 10) as CivilDate;

export async function certsCommand(context: Context, id: string | undefined): Promise<void> {
  if (id !== undefined) return oneCertification(context, builtInCurriculum(id));
  const day = today();
  const entries = certificationIndex();
  if (context.json) {
    context.printJson({
      schema: 'certplan.certs/1',
      certifications: entries.map((entry) => ({
        ...entry,
        ...(entry.predecessor === undefined
          ? {}
          : {
              predecessor: {
                ...entry.predecessor,
                status: statusOn(entry.predecessor.lifecycle, day),
              },
            }),
        predecessors: predecessorsOf(entry.id, entries).map((before) => before.id),
        status: statusOn(entry.lifecycle, day),
      })),
    });
    return;
  }
  const lines = certificationTable(entries, day, context.out);
  context.print(...lines);
  context.hint('next   certplan certs ID, certplan plan ID');
}

async function oneCertification(context: Context, curriculum: Curriculum): Promise<void> {
  const { hoursFor } = await import('../certification-hours.ts');
  const hours = hoursFor(context, curriculum);
  const day = today();
  const entries = certificationIndex();
  if (context.json) {
    const { activities, ...facts } = curriculum;
    context.printJson({
      schema: 'certplan.certification/1',
      status: statusOn(curriculum.lifecycle, day),
      ...facts,
      predecessors: predecessorsOf(curriculum.id, entries).map((before) => before.id),
      hours,
      activities: activities.length,
    });
    return;
  }
  const { certificationDetails } = await import('../render/certification-details.ts');
  const lines = certificationDetails({ curriculum, entries, day, hours }, context.out);
  context.print(...lines);
  context.hint(`next   certplan plan ${curriculum.id} --hours 8`);
}
