/** What the interview was told, and the same as the words of `certplan plan`. */
import type { Depth, Level, Skill } from '../../curriculum/vocabulary.ts';

export interface Answers {
  /** Ids, in the order in which they were chosen; 1 to 3. */
  readonly certifications: readonly string[];
  /** Levels that the learner gave; what is missing is inferred or assumed, as without the flag. */
  readonly skills: ReadonlyMap<Skill, Level>;
  /** Cap of hours a week, 1 to 60 in halves; null: what `when` offers, or the default. */
  readonly hours: number | null;
  /** In the syntax of `--when`; null: windows are chosen from the hours. */
  readonly when: string | null;
  /** In the syntax of `--off`; null: none. */
  readonly off: string | null;
  /** Calendar files. */
  readonly busy: readonly string[];
  /** One for each certification, `2027-01-20` or `2027-01-20T09:00`; none: days are suggested. */
  readonly exams: readonly string[];
  readonly beta: boolean;
  readonly depth: Depth | null;
  readonly cut: boolean;
  /** null: the default name. */
  readonly name: string | null;
  /** Whether a plan of that name gives way. */
  readonly replace: boolean;
  /** Folder of the documents; null: the current one. */
  readonly out: string | null;
}

export const NO_ANSWERS: Answers = {
  certifications: [],
  skills: new Map(),
  hours: null,
  when: null,
  off: null,
  busy: [],
  exams: [],
  beta: false,
  depth: null,
  cut: false,
  name: null,
  replace: false,
  out: null,
};

/**
 * The command line that makes the same plan, without the program's name.
 * @param home value of `--home`, where the interview was given one
 */
export function planWords(answers: Answers, home?: string): string[] {
  const option = (name: string, value: string | number | null): string[] =>
    value === null ? [] : [name, String(value)];
  const list = (values: readonly string[]): string | null =>
    values.length === 0 ? null : values.join(',');
  return [
    'plan',
    ...answers.certifications,
    ...option('--skill', list([...answers.skills].map(([skill, level]) => `${skill}=${level}`))),
    ...option('--hours', answers.hours),
    ...option('--when', answers.when),
    ...option('--off', answers.off),
    ...answers.busy.flatMap((file) => option('--busy', file)),
    ...option('--exam', list(answers.exams)),
    ...(answers.beta ? ['--beta'] : []),
    ...option('--depth', answers.depth),
    ...(answers.cut ? ['--cut'] : []),
    ...option('--name', answers.name),
    ...option('--out', answers.out),
    ...(answers.replace ? ['--force'] : []),
    ...option('--home', home ?? null),
  ];
}
