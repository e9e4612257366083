import type { Lifecycle } from '../../curriculum/curriculum.ts';
import type { Status } from '../../curriculum/lifecycle.ts';

/** The date that matters most of an exam's life, in words; empty where none is known. */
export function lifeInWords(life: Lifecycle, status: Status): string {
  if (status === 'retired') return `last exam day was ${life.lastExam ?? ''}`;
  if (status === 'retiring') return `last exam day ${life.lastExam ?? ''}`;
  if (life.generalAvailability !== null && (status === 'beta' || status === 'announced')) {
    return `generally available from ${life.generalAvailability}`;
  }
  return life.firstExam === null ? '' : `since ${life.generalAvailability ?? life.firstExam}`;
}
