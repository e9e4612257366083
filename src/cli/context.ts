/** What a command gets from the world: streams, clock, flags that every command has. */
import { badInput, EXIT, type ExitCode, UserError } from '../errors.ts';
import { plainLines, plainText } from '../text/plain-text.ts';
import { isCivilDate } from '../time/civil-date.ts';
import { asciiKeepingColour, asciiLine, toAscii } from './terminal/ascii.ts';
import { notesStyle, writeNote } from './terminal/notes.ts';
import { type Style, styleFor } from './terminal/style.ts';

export interface GlobalFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly home?: string;
  readonly plan?: string;
  readonly input?: boolean;
  readonly debug?: boolean;
}

export class Context {
  readonly out: Style;
  readonly err: Style;

  constructor(readonly flags: GlobalFlags) {
    this.out = styleFor(process.stdout);
    this.err = notesStyle();
  }

  get json(): boolean {
    return this.flags.json === true;
  }

  /** Lines for people, on stdout; in ASCII where the terminal has no more. */
  print(...lines: string[]): void {
    const { unicode, width } = this.out;
    this.write(unicode ? lines : lines.map((line) => asciiLine(line, width)));
  }

  /** Lines for programs, on stdout: never cut. */
  printRows(...lines: string[]): void {
    this.write(this.out.unicode ? lines : lines.map(toAscii));
  }

  private write(lines: readonly string[]): void {
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  }

  printJson(document: unknown): void {
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  }

  /** Warnings, on stderr. */
  warn(message: string): void {
    this.say(`${this.err.yellow('note')}   ${plainText(message)}`);
  }

  /** Progress and hints, on stderr, unless `-q`. */
  hint(message: string): void {
    if (this.flags.quiet !== true) this.say(plainText(message));
  }

  private say(line: string): void {
    writeNote(`${this.err.unicode ? line : asciiKeepingColour(line)}\n`);
  }
}

/** `CERTPLAN_NOW` fixes the clock for tests and repeatable output. Milliseconds since 1970. */
export function currentMilliseconds(): number {
  const fixed = process.env.CERTPLAN_NOW;
  if (fixed === undefined || fixed === '') return Date.now();
  // A zone is asked for, as without one the text would mean the zone of the process.
  const form = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;
  const date = form.exec(fixed)?.[1] ?? '';
  const time = isCivilDate(date) ? Date.parse(fixed) : Number.NaN;
  if (Number.isNaN(time)) {
    throw badInput(
      'bad-now',
      `CERTPLAN_NOW="${fixed}" is no instant`,
      'write for example 2026-11-25T08:00:00Z',
    );
  }
  return time;
}

/** Stamp of written files: `SOURCE_DATE_EPOCH`, else when anything last happened to the plan. */
export function fileStamp(updatedAt: string): Date {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  if (seconds !== undefined && seconds !== '') {
    if (!/^\d{1,11}$/.test(seconds)) {
      throw badInput(
        'bad-epoch',
        `SOURCE_DATE_EPOCH="${seconds}" is no number of seconds`,
        'give the seconds since 1970, for example 1795600800',
      );
    }
    return new Date(Number(seconds) * 1000);
  }
  return new Date(updatedAt);
}

/** The system's zone; UTC where the system names none that is known. */
export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/**
 * Shows an error and gives its exit code: one message on stderr, and with `--json` one document
 * on stdout too. Only `--debug` shows a stack.
 */
export function reportError(error: unknown, flags: GlobalFlags): ExitCode {
  const known = error instanceof UserError;
  const message = known ? error.message : `unexpected failure: ${String(error)}`;
  const hint = known
    ? error.hint
    : 'this is a fault of certplan; run it again with --debug and report what it shows';
  if (flags.json === true) {
    const details = known ? error.details : {};
    process.stdout.write(
      `${JSON.stringify({ error: { code: known ? error.code : 'failure', message, hint, ...details } }, null, 2)}\n`,
    );
  }
  const style = notesStyle();
  const show = (text: string): void => {
    writeNote(`${style.unicode ? text : asciiKeepingColour(text)}\n`);
  };
  // A line break in a value must not look like a second message: what follows is set in.
  show(`${style.red('certplan:')} ${plainLines(message).replaceAll('\n', '\n  ')}`);
  if (hint !== null) show(plainLines(hint));
  if (flags.debug === true && error instanceof Error && error.stack) {
    writeNote(`${error.stack}\n`);
  }
  return known ? error.exitCode : EXIT.failure;
}
