/** `certplan certs`: the certifications and where each stands today. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import {
  type CertificationEntry,
  indexEntry,
  predecessorsOf,
} from '../../curriculum/index-entry.ts';
import { statusOn } from '../../curriculum/lifecycle.ts';
import { UserError } from '../../errors.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { certificationIndex } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { findCurriculum, readUserCurriculum } from '../find-curriculum.ts';
import { certificationTable } from '../render/certification-table.ts';
import { userCurricula } from '../user-curricula.ts';

/** A date is enough here, and the time zone of a reader moves it by one day at most. */
const today = (): CivilDate =>
  new Date(currentMilliseconds()).toISOString().slice(0, 10) as CivilDate;

export async function certsCommand(context: Context, id: string | undefined): Promise<void> {
  if (id !== undefined) return oneCertification(context, await findCurriculum(id));
  const day = today();
  const entries = [...certificationIndex(), ...(await usersOwn(context))];
  if (context.json) {
    context.printJson({
      schema: 'certplan.certs/1',
      certifications: entries.map((entry) => ({
        ...entry,
        file: entry.file ?? null,
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

/** A file that cannot be used is told, and hides none of the others. */
async function usersOwn(context: Context): Promise<CertificationEntry[]> {
  const entries: CertificationEntry[] = [];
  for (const own of userCurricula()) {
    try {
      entries.push({ ...indexEntry(await readUserCurriculum(own)), file: own.path });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const [first = ''] = error.message.split('\n');
      context.warn(`not listed: ${first}${error.hint === null ? '' : `; ${error.hint}`}`);
    }
  }
  return entries;
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
