/**
 * The quick way into commands that people type every day. It reads only command lines of which it
 * knows every word; anything else (another flag, a value that needs a word about it, help) goes to
 * the full parser, so that both answer the same. What it saves is the loading of that parser.
 */

import { EXPORT_FORMATS } from '../export-formats.ts';

/** A value that is surely right; another one is left to the full parser, which can say why. */
type Form = RegExp;

interface OptionForm {
  /** Name in the options object, as commander makes it. */
  readonly key: string;
  /** null: a flag without a value. */
  readonly form: Form | null;
  /** What a flag stands for; true unless said. */
  readonly flag?: boolean;
  readonly read?: (text: string) => unknown;
}

interface CommandForm {
  readonly operands: { readonly least: number; readonly most: number; readonly form: Form };
  readonly options: Readonly<Record<string, OptionForm>>;
}

export interface FastLine {
  readonly command: FastCommandName;
  readonly operands: readonly string[];
  /** As commander's `optsWithGlobals()` gives them. */
  readonly options: Readonly<Record<string, unknown>>;
}

const ANY: Form = /^[^-]/;
const NUMBER: Form = /^[1-9]\d{0,5}$/;
const NO_OPERANDS = { least: 0, most: 0, form: ANY };

const text = (key: string): OptionForm => ({ key, form: ANY });
const count = (key: string, form: Form): OptionForm => ({ key, form, read: Number });
const flag = (key: string): OptionForm => ({ key, form: null });

const FELT: OptionForm = { key: 'felt', form: /^(again|hard|good|easy)$/ };

const GLOBAL_OPTIONS: Readonly<Record<string, OptionForm>> = {
  '--json': flag('json'),
  '-q': flag('quiet'),
  '--quiet': flag('quiet'),
  '--home': text('home'),
  '--plan': text('plan'),
  '--no-input': { key: 'input', form: null, flag: false },
  '--debug': flag('debug'),
};

const plain: CommandForm = { operands: NO_OPERANDS, options: {} };

export const FAST_COMMANDS = {
  today: { operands: NO_OPERANDS, options: { '--plain': flag('plain') } },
  week: plain,
  agenda: { operands: NO_OPERANDS, options: { '--days': count('days', /^[1-9]\d?$/) } },
  done: {
    operands: { least: 1, most: Number.POSITIVE_INFINITY, form: NUMBER },
    options: {
      '--minutes': count('minutes', /^[1-9]\d{0,2}$/),
      '--felt': FELT,
      '--on': text('on'),
    },
  },
  start: { operands: { least: 1, most: 1, form: NUMBER }, options: {} },
  stop: { operands: NO_OPERANDS, options: { '--felt': FELT } },
  skip: {
    operands: { least: 1, most: Number.POSITIVE_INFINITY, form: NUMBER },
    options: { '--why': text('why') },
  },
  undo: plain,
  status: plain,
  show: { operands: { least: 0, most: 1, form: NUMBER }, options: {} },
  export: {
    operands: { least: 1, most: 1, form: new RegExp(`^(${EXPORT_FORMATS.join('|')})$`) },
    options: {
      '-o': text('output'),
      '--output': text('output'),
      '--paper': { key: 'paper', form: /^(a4|letter)$/ },
    },
  },
  certs: { operands: { least: 0, most: 1, form: ANY }, options: {} },
  plans: plain,
  use: { operands: { least: 1, most: 1, form: ANY }, options: {} },
  __complete: { operands: { least: 1, most: 1, form: ANY }, options: {} },
} as const satisfies Record<string, CommandForm>;

export type FastCommandName = keyof typeof FAST_COMMANDS;

const isFast = (name: string): name is FastCommandName => Object.hasOwn(FAST_COMMANDS, name);

/** The line as commander would read it; null: leave it to commander. */
export function matchFast(args: readonly string[]): FastLine | null {
  const words = [...args];
  // Flags may stand before the command, too.
  const options: Record<string, unknown> = { input: true };
  let command: FastCommandName | null = null;
  let form: CommandForm | null = null;
  const operands: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) {
      if (form === null) {
        if (!isFast(word)) return null;
        command = word;
        form = FAST_COMMANDS[word];
      } else {
        if (!form.operands.form.test(word)) return null;
        operands.push(word);
      }
      continue;
    }
    const option = optionOf(word, form);
    if (option === null) return null;
    if (option.form === null) {
      options[option.key] = option.flag ?? true;
      continue;
    }
    const value = words.shift();
    if (value === undefined || !option.form.test(value)) return null;
    options[option.key] = option.read ? option.read(value) : value;
  }
  if (command === null || form === null) return null;
  if (operands.length < form.operands.least || operands.length > form.operands.most) return null;
  return { command, operands, options };
}

function optionOf(word: string, form: CommandForm | null): OptionForm | null {
  if (form && Object.hasOwn(form.options, word)) return form.options[word] ?? null;
  return Object.hasOwn(GLOBAL_OPTIONS, word) ? (GLOBAL_OPTIONS[word] ?? null) : null;
}
