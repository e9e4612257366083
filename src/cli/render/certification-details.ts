/** One certification in full: its life, the exam, what is asked, hours and costs. */
import type { Curriculum, Lifecycle } from '../../curriculum/curriculum.ts';
import { type CertificationEntry, predecessorsOf } from '../../curriculum/index-entry.ts';
import { type Status, statusOn } from '../../curriculum/lifecycle.ts';
import { LEVEL_NAMES, SKILLS } from '../../curriculum/vocabulary.ts';
import { formatDate, formatRoundHours } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { type Costs, costWords } from '../../workload/costs.ts';
import { bar, padEnd, padStart } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { labelled, wrap } from '../terminal/wrap.ts';
import { STATUS_WORDS } from './status-words.ts';

/** Column in which the texts begin. */
const LABEL_WIDTH = 13;
/** More notes than this are left to `--json`. */
const NOTES_SHOWN = 4;
const BAR_FROM_WIDTH = 76;
const BAR_WIDTH = 12;

/** The need of one learner, in minutes. */
export interface HoursFor {
  /** `you, as plan "june" knows you`, or the name of a typical learner. */
  readonly who: string;
  readonly minutes: number;
  /** Whole weeks at the learner's hours; null for a typical learner. */
  readonly weeks: number | null;
  readonly costs: Costs;
}

export interface CertificationView {
  readonly curriculum: Curriculum;
  readonly entries: readonly CertificationEntry[];
  readonly day: CivilDate;
  readonly hours: readonly HoursFor[];
}

export function certificationDetails(view: CertificationView, style: Style): string[] {
  const { curriculum, day, hours } = view;
  const { exam, renewal, validityMonths, requires } = curriculum;
  const row = (label: string, text: string | null): string[] =>
    text === null || text === ''
      ? []
      : labelled(label === '' ? '' : `  ${label}`, text, LABEL_WIDTH, style.width);
  const asked = SKILLS.flatMap((skill) => {
    const level = requires[skill];
    return level === undefined || level === 0 ? [] : [`${skill} ${LEVEL_NAMES[level]}`];
  });
  const ended = statusOn(curriculum.lifecycle, day) === 'retired';
  const middle = hours[Math.floor(hours.length / 2)];
  return [
    ...wrap(`${plainText(curriculum.name)} (${curriculum.examCode})`, style.width).map((line) =>
      style.bold(line),
    ),
    ...row('status', lifeWords(curriculum.lifecycle, statusOn(curriculum.lifecycle, day))),
    ...row('', curriculum.lifecycle.note),
    ...familyRows(view, row),
    ...row('exam', examWords(curriculum)),
    ...row('', exam.minutesNote),
    ...row('questions', [exam.questionTypes.join(', '), exam.style].filter(Boolean).join('; ')),
    ...row('price', `${priceWords(curriculum)}${ended ? ', while it could be sat' : ''}`),
    ...row(
      'retake',
      ended
        ? exam.retakeRules
        : `${exam.retakeRules}; an appointment can be moved until ${days(exam.rescheduleDays)} before it`,
    ),
    ...row('valid', validityMonths === null ? 'without end' : `${validityMonths} months`),
    ...row('renewal', renewal.text),
    ...row(
      '',
      renewal.opensMonthsBefore === null || /\bmonths before\b/.test(renewal.text)
        ? null
        : `the assessment opens ${renewal.opensMonthsBefore} months before the end`,
    ),
    ...row('experience', curriculum.experience),
    ...row('asks for', asked.join(', ')),
    ...hours.flatMap(({ who, minutes, weeks }, index) =>
      row(
        index === 0 ? 'hours' : '',
        `${formatRoundHours(minutes)} for ${who}${weeks === null ? '' : `, about ${weeks} weeks`}`,
      ),
    ),
    ...row(
      'costs',
      middle === undefined
        ? null
        : `${costWords(middle.costs)}${hours.length > 1 ? ` (${middle.who})` : ''}`,
    ),
    '',
    ...domainLines(curriculum, style),
    '',
    ...curriculum.notes
      .slice(0, NOTES_SHOWN)
      .flatMap((note) => wrap(`  · ${plainText(note)}`, style.width, '    ')),
    ...(curriculum.notes.length > NOTES_SHOWN
      ? wrap(
          `  · ${curriculum.notes.length - NOTES_SHOWN} more notes with --json`,
          style.width,
          '    ',
        )
      : []),
    ...wrap(
      `  checked ${curriculum.checked} against ${curriculum.sources.length} sources (--json lists them); ${curriculum.activities.length} activities`,
      style.width,
      '    ',
    ),
  ];
}

type Row = (label: string, text: string | null) => string[];

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const dated = (date: CivilDate): string => `${formatDate(date)} ${date.slice(0, 4)} (${date})`;

/** `beta · first exam …`, as it stands on the day. */
export function lifeWords(life: Lifecycle, status: Status): string {
  const { firstExam, generalAvailability, lastExam } = life;
  return [
    STATUS_WORDS[status],
    ...(firstExam === null
      ? []
      : [`${status === 'announced' ? 'first exam' : 'exams since'} ${dated(firstExam)}`]),
    ...(generalAvailability === null
      ? []
      : [`generally available from ${dated(generalAvailability)}`]),
    ...(lastExam === null
      ? []
      : [`last exam day ${status === 'retired' ? `was ${lastExam}` : dated(lastExam)}`]),
    ...(firstExam === null && generalAvailability === null && lastExam === null
      ? ['no last exam day is known']
      : []),
  ].join(' · ');
}

/** What it follows and what follows it; of versions that have no curriculum, only words. */
function familyRows({ curriculum, entries, day }: CertificationView, row: Row): string[] {
  const { predecessor, successors } = curriculum;
  const words = (code: string, life: Lifecycle): string =>
    `${code}: ${lifeWords(life, statusOn(life, day))}`;
  const before = [
    ...predecessorsOf(curriculum.id, entries).map((entry) =>
      words(`${entry.id}, ${entry.examCode}`, entry.lifecycle),
    ),
    ...(predecessor === undefined
      ? []
      : [
          `${words(predecessor.examCode, predecessor.lifecycle)}${predecessor.lifecycle.note === null ? '' : `; ${predecessor.lifecycle.note}`}`,
        ]),
  ];
  const after = successors.map((id) => {
    const entry = entries.find((one) => one.id === id);
    return entry ? words(`${id}, ${entry.examCode}`, entry.lifecycle) : id;
  });
  return [
    ...before.flatMap((text, index) => row(index === 0 ? 'follows' : '', text)),
    ...after.flatMap((text, index) => row(index === 0 ? 'successors' : '', text)),
  ];
}

const range = (value: number | readonly [number, number]): string =>
  typeof value === 'number' ? String(value) : `${value[0]}–${value[1]}`;

function examWords({ exam }: Curriculum): string {
  const { minutes, questions, questionsScored, passingScore, scoreScale } = exam;
  return [
    `${minutes} minutes`,
    ...(questions === null
      ? []
      : [
          `${range(questions)} questions${questionsScored === null ? '' : ` (${questionsScored} count)`}`,
        ]),
    ...(passingScore === null ? [] : [`passed with ${passingScore} of ${scoreScale?.[1] ?? '?'}`]),
  ].join(', ');
}

function priceWords({ exam }: Curriculum): string {
  const { beta } = exam;
  const inBeta =
    beta === null
      ? []
      : [
          `beta ${beta.examCode}`,
          ...(beta.priceUsd === null ? [] : [`${beta.priceUsd} USD`]),
          ...(beta.questions === null ? [] : [`${beta.questions} questions`]),
          ...(beta.minutes === null ? [] : [`${beta.minutes} minutes`]),
        ];
  return [
    exam.priceUsd === null ? 'not known' : `${exam.priceUsd} USD, plus tax`,
    ...(inBeta.length === 0 ? [] : [inBeta.join(', ')]),
  ].join('; ');
}

function domainLines({ domains }: Curriculum, style: Style): string[] {
  const withBar = style.width >= BAR_FROM_WIDTH;
  const barWidth = withBar ? BAR_WIDTH + 2 : 0;
  return domains.flatMap(({ id, title, weight, statedWeight, tasks }) => {
    const head = `  ${padEnd(id, 4)}${padStart(`${range(statedWeight)} %`, 8)}  `;
    const lines = wrap(plainText(title), style.width - head.length - barWidth);
    const width = style.width - head.length - barWidth;
    return [
      ...lines.map((line, index) =>
        index === 0 && withBar
          ? `${head}${padEnd(line, width)}  ${bar(weight / 50, BAR_WIDTH, style.unicode)}`.trimEnd()
          : `${index === 0 ? head : ' '.repeat(head.length)}${line}`,
      ),
      ...tasks.flatMap((task) => labelled(`      ${task.id}`, task.title, 12, style.width)),
    ];
  });
}
