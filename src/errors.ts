/** What a user can be told. Each error knows its exit code (the contract's table) and its remedy. */

export const EXIT = {
  ok: 0,
  failure: 1,
  badInput: 2,
  cannotPlan: 3,
  notFound: 4,
  damaged: 5,
  /** Left with Ctrl-C while something was asked, as shells count it. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(
    readonly exitCode: ExitCode,
    /** Stable word for scripts, e.g. `unknown-skill`. */
    readonly code: string,
    message: string,
    /** What to do about it, one line. */
    readonly hint: string | null = null,
    /** More for `--json`, merged into the error object. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const badInput = (code: string, message: string, hint: string | null = null): UserError =>
  new UserError(EXIT.badInput, code, message, hint);

export const cannotPlan = (
  code: string,
  message: string,
  hint: string | null = null,
  details: Readonly<Record<string, unknown>> = {},
): UserError => new UserError(EXIT.cannotPlan, code, message, hint, details);

export const notFound = (code: string, message: string, hint: string | null = null): UserError =>
  new UserError(EXIT.notFound, code, message, hint);

export const damaged = (code: string, message: string, hint: string | null = null): UserError =>
  new UserError(EXIT.damaged, code, message, hint);
