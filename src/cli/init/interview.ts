/** What all parts of the interview share, and their order. */
import type { Foundations } from '../../curriculum/foundations.ts';
import type { CertificationEntry } from '../../curriculum/index-entry.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import type { ZoneClock } from '../../time/wall-clock.ts';
import type { Answers } from './answers.ts';
import { askCertifications } from './ask-certifications.ts';
import { askExam } from './ask-exam.ts';
import { askSkills } from './ask-skills.ts';
import { askHours, askTimeOff } from './ask-time.ts';
import type { Asker } from './asker.ts';

export interface Interview {
  readonly asker: Asker;
  readonly clock: ZoneClock;
  readonly today: CivilDate;
  /** First day of the plan. */
  readonly start: CivilDate;
  /** Columns of the terminal. */
  readonly width: number;
  readonly entries: readonly CertificationEntry[];
  readonly foundations: Foundations;
}

/** Asks one thing; the answers before are kept. */
export type Part = (interview: Interview, answers: Answers) => Promise<Answers>;

/** In the order in which they are asked. */
export const PARTS: readonly { readonly name: string; readonly ask: Part }[] = [
  { name: 'certification', ask: askCertifications },
  { name: 'what you know', ask: askSkills },
  { name: 'hours and times', ask: askHours },
  { name: 'days off and calendars', ask: askTimeOff },
  { name: 'exam day', ask: askExam },
];

export async function askAll(interview: Interview, before: Answers): Promise<Answers> {
  let answers = before;
  for (const { ask } of PARTS) answers = await ask(interview, answers);
  return answers;
}

/** Asks again what the learner wants to change. */
export async function askAgain(interview: Interview, answers: Answers): Promise<Answers> {
  const ask = await interview.asker.one<Part>({
    message: 'Change what?',
    choices: PARTS.map(({ name, ask }) => ({ value: ask, label: name })),
  });
  const changed = await ask(interview, answers);
  if (changed.certifications === answers.certifications) return changed;
  // Another certification builds on other skills, and its exam has a life of its own.
  return askExam(interview, await askSkills(interview, changed));
}
