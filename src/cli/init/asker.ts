/** What an interview needs of a terminal. */

export interface Choice<T> {
  readonly value: T;
  /** Lines after the first are set in as they stand. */
  readonly label: string;
  /** Shown beside the choice that the cursor is on. */
  readonly hint?: string;
  /** More words by which typing finds it. */
  readonly also?: string;
}

/** One of several. */
export interface Question<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  /** Place of the choice that Enter takes; default: the first. */
  readonly first?: number;
}

/** What is wrong with a line; null: nothing. */
export type Check = (line: string) => string | null | Promise<string | null>;

/** A line of text. */
export interface LineQuestion {
  readonly message: string;
  /** Shown while nothing is typed. */
  readonly placeholder: string;
  /** Not asked of an empty line. */
  readonly check: Check;
  /** False where an empty line is an answer, too. */
  readonly required: boolean;
}

/** The learner left: nothing may be written. */
export class InterviewLeft extends Error {
  override readonly name = 'InterviewLeft';
}

/** All methods throw `InterviewLeft` when the learner leaves. */
export interface Asker {
  one<T>(question: Question<T>): Promise<T>;
  /** As `one`, for long lists: typing shortens the list. */
  search<T>(question: Question<T>): Promise<T>;
  /** Any number of them. */
  some<T>(question: Question<T>): Promise<T[]>;
  /** Without blanks at the ends; empty where nothing was typed and nothing is required. */
  line(question: LineQuestion): Promise<string>;
  begin(text: string): void;
  say(text: string): void;
  warn(text: string): void;
}
