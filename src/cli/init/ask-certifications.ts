/** Which certifications: one, or several in one plan. */

import type { CertificationEntry } from '../../curriculum/index-entry.ts';
import { type Status, statusOn } from '../../curriculum/lifecycle.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { MOST_CERTIFICATIONS } from '../commands/plan.ts';
import { lifeInWords } from '../render/exam-life.ts';
import { STATUS_WORDS } from '../render/status-words.ts';
import { columns, shorten } from '../terminal/layout.ts';
import type { Answers } from './answers.ts';
import type { Choice } from './asker.ts';
import { helpToChoose } from './help-to-choose.ts';
import type { Interview } from './interview.ts';

/** What can be booked now comes first, what is over last. */
const STATUS_ORDER = {
  active: 0,
  retiring: 1,
  beta: 2,
  announced: 3,
  retired: 4,
} as const satisfies Record<Status, number>;

/** Bar and radio button before each line, and room for an ellipsis spelt out in ASCII. */
const MARGIN = 8;

/** @param width columns of the terminal */
export function certificationChoices(
  entries: readonly CertificationEntry[],
  today: CivilDate,
  width: number,
): Choice<CertificationEntry>[] {
  const listed = entries
    .map((entry) => ({ entry, status: statusOn(entry.lifecycle, today) }))
    .sort((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status]);
  const labels = columns(
    listed.map(({ entry, status }) => [entry.id, entry.examCode, STATUS_WORDS[status], entry.name]),
  );
  return listed.map(({ entry, status }, index) => {
    // Of one that is current no date matters.
    const life = status === 'active' ? '' : lifeInWords(entry.lifecycle, status);
    const then = entry.successors.length === 0 ? '' : `then ${entry.successors.join(', ')}`;
    const hint = [life, then].filter((part) => part !== '').join(', ');
    return {
      value: entry,
      label: shorten(labels[index] ?? entry.id, width - MARGIN),
      also: entry.name,
      ...(hint === '' ? {} : { hint }),
    };
  });
}

export async function askCertifications(interview: Interview, answers: Answers): Promise<Answers> {
  const { asker, entries, today, width } = interview;
  const chosen: CertificationEntry[] = [];
  let first: CertificationEntry | null = null;
  while (first === null) {
    const listed = await asker.search<CertificationEntry | null>({
      message: 'Which certification?',
      choices: [
        ...certificationChoices(entries, today, width),
        { value: null, label: 'I am not sure: help me choose' },
      ],
    });
    first = listed ?? (await helpToChoose(interview));
  }
  chosen.push(await stillToBeSat(interview, first));
  while (chosen.length < MOST_CERTIFICATIONS) {
    const others = entries.filter((entry) => !chosen.includes(entry));
    const more = await asker.search<CertificationEntry | null>({
      message: 'Another one in the same plan?',
      choices: [
        { value: null, label: `no, only ${chosen.map(({ examCode }) => examCode).join(' and ')}` },
        ...certificationChoices(others, today, width),
      ],
    });
    if (more === null) break;
    const entry = await stillToBeSat(interview, more);
    if (!chosen.includes(entry)) chosen.push(entry);
  }
  const certifications = chosen.map(({ id }) => id);
  const same = certifications.join() === answers.certifications.join();
  // Exam days and content left out belong to the certifications they were said of.
  return same ? answers : { ...answers, certifications, exams: [], beta: false, cut: false };
}

/** An exam that is over has successors: the learner may not know. */
async function stillToBeSat(
  { asker, entries, today }: Interview,
  entry: CertificationEntry,
): Promise<CertificationEntry> {
  if (statusOn(entry.lifecycle, today) !== 'retired') return entry;
  const successors = entries.filter(({ id }) => entry.successors.includes(id));
  return asker.one({
    message: `${entry.examCode} can no longer be sat: its ${lifeInWords(entry.lifecycle, 'retired')}.`,
    choices: [
      ...successors.map((successor) => ({
        value: successor,
        label: `plan its successor ${successor.examCode} instead`,
      })),
      { value: entry, label: `plan ${entry.examCode} all the same, without an exam day` },
    ],
  });
}
