/** The interview's questions on a real terminal. Loaded only where it is asked, as it loads clack. */
import { Writable } from 'node:stream';
import { autocomplete, intro, log, multiselect, select, text as textLine } from '@clack/prompts';
import { toAscii } from '../terminal/ascii.ts';
import { promptAnswer } from '../terminal/prompt-answer.ts';
import type { Style } from '../terminal/style.ts';
import { type Asker, type Check, type Choice, InterviewLeft, type Question } from './asker.ts';

export function terminalAsker({ unicode }: Style): Asker {
  const output = unicode ? process.stdout : asciiOutput();
  const shown = (text: string): string => (unicode ? text : toAscii(text));
  // Values go by their place: clack compares them, and ours may be objects.
  const options = <T>({ choices }: Question<T>) =>
    choices.map(({ label, hint }, value) => ({
      value,
      label: shown(label),
      ...(hint === undefined ? {} : { hint: shown(hint) }),
    }));
  const valueAt = <T>({ choices }: Question<T>, place: number): T => {
    const choice = choices[place];
    if (!choice) throw new RangeError('a choice that was not offered');
    return choice.value;
  };
  return {
    async one(question) {
      const place = await answer((signal) =>
        select({
          message: shown(question.message),
          options: options(question),
          initialValue: question.first ?? 0,
          showInstructions: false,
          output,
          signal,
        }),
      );
      return valueAt(question, place);
    },
    async search(question) {
      const place = await answer((signal) =>
        autocomplete({
          message: shown(question.message),
          options: options(question),
          initialValue: question.first ?? 0,
          filter: (typed, { value }) => isFoundBy(typed, question.choices[value]),
          validate: (value) => (value === undefined ? 'nothing matches; type less' : undefined),
          output,
          signal,
        }),
      );
      return valueAt(question, place);
    },
    async some(question) {
      const places = await answer((signal) =>
        multiselect({
          message: shown(question.message),
          options: options(question),
          required: false,
          output,
          signal,
        }),
      );
      return places.sort((a, b) => a - b).map((place) => valueAt(question, place));
    },
    async line({ message, placeholder, check, required }) {
      const typed = await answer((signal) =>
        textLine({
          message: shown(message),
          placeholder: shown(placeholder),
          validate: schemaOf(check, required, shown),
          output,
          signal,
        }),
      );
      // clack gives nothing at all where nothing was typed, whatever its types say.
      const line: string | undefined = typed;
      return (line ?? '').trim();
    },
    begin: (text) => intro(shown(text), { output }),
    say: (text) => log.info(shown(text), { output }),
    warn: (text) => log.warn(shown(text), { output }),
  };
}

/** Whether every word that is typed stands somewhere in the choice. */
function isFoundBy(typed: string, choice: Choice<unknown> | undefined): boolean {
  const text = [choice?.label, choice?.hint, choice?.also].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(' ')
    .every((word) => text.includes(word));
}

/** Leaves the interview where the learner leaves a prompt. */
async function answer<T>(ask: Parameters<typeof promptAnswer<T>>[0]): Promise<T> {
  const given = await promptAnswer(ask);
  if (given === null) throw new InterviewLeft();
  return given.value;
}

/** A check in the form that may take its time. */
function schemaOf(check: Check, required: boolean, shown: (text: string) => string) {
  const result = (value: unknown, wrong: string | null) =>
    wrong === null ? { value: String(value ?? '') } : { issues: [{ message: shown(wrong) }] };
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'certplan',
      validate(value: unknown) {
        const line = String(value ?? '').trim();
        if (line === '') return result(value, required ? 'an answer is needed here' : null);
        const wrong = check(line);
        return wrong instanceof Promise
          ? wrong.then((later) => result(value, later))
          : result(value, wrong);
      },
    },
  };
}

/** clack's own signs, one for one, so that no line grows. */
const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '◆': '*',
  '◇': 'o',
  '■': 'x',
  '▲': '!',
  '│': '|',
  '┌': '+',
  '└': '+',
  '├': '+',
  '─': '-',
  '●': '>',
  '○': ' ',
  '◻': '_',
  '◼': 'x',
  '•': '-',
  '█': '_',
  '↑': '^',
  '↓': 'v',
  '…': '.',
  '—': '-',
};

/** Standard output for terminals that have no more than ASCII. */
function asciiOutput(): Writable {
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      process.stdout.write(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII
        String(chunk).replace(/[^\u0000-\u007f]/gu, (sign) => PLAIN_SIGNS[sign] ?? '?'),
        done,
      );
    },
  });
  // What clack asks of a terminal.
  return Object.defineProperties(output, {
    columns: { get: () => process.stdout.columns },
    rows: { get: () => process.stdout.rows },
    isTTY: { value: true },
  });
}
