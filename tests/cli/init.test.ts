/** The interview of `certplan init`, on a terminal of its own, answered key by key. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { describePeer, hasCommand } from '../support/peers.ts';
import {
  BINARY,
  type ErrorDocument,
  type Outcome,
  parseJson,
  runCommand,
  Sandbox,
  STACK,
} from './run.ts';
import { expectSound, planOf, STRONG } from './sample.ts';

const DRIVER = fileURLToPath(new URL('./drive_terminal.py', import.meta.url));
const ENTER = '\r';
const DOWN = '\u001b[B';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ESC = '\u001b';
/** Takes back the whole line. */
const CTRL_U = '\u0015';
const LONG = { timeout: 150_000 };

/** What V8 says of the files it ran. */
interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** What is waited for, and the keys that are typed then. */
type Step = readonly [wanted: string, ...keys: string[]];

interface Shown {
  readonly screen: string;
  readonly code: number;
  /** What never came. */
  readonly missing: string | null;
}

interface Terminal {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

async function onTerminal(
  place: Sandbox,
  steps: readonly Step[],
  { columns = 80, env = {}, args = ['init'] }: Terminal = {},
): Promise<Shown> {
  const script = JSON.stringify(steps.map(([wanted, ...keys]) => [wanted, keys]));
  const outcome: Outcome = await runCommand(
    'python3',
    [DRIVER, String(columns), script, process.execPath, BINARY, ...args],
    place.options({
      env: { TERM: 'xterm-256color', NO_COLOR: '1', ...env },
      timeoutMilliseconds: 140_000,
    }),
  );
  expect(outcome.stderr).toBe('');
  return parseJson<Shown>(outcome.stdout);
}

/** As `onTerminal`, and everything that was waited for came. */
async function answered(...all: Parameters<typeof onTerminal>): Promise<Shown> {
  const shown = await onTerminal(...all);
  expect(`${shown.missing}`, shown.screen).toBe('null');
  return shown;
}

/** A working level in the four skills of the first rank. */
const SKILLS: readonly Step[] = [
  ['Python: what', DOWN, DOWN, ENTER],
  ['APIs', DOWN, DOWN, ENTER],
  ['Identity', DOWN, DOWN, ENTER],
  ['Statistics', DOWN, ENTER],
];
const NO_MORE: Step = ['Rate more', ENTER];
const HOURS: readonly Step[] = [
  ['When can you', ENTER],
  ['How many hours', '9', ENTER],
];
const NO_TIME_OFF: readonly Step[] = [
  ['Days off', ENTER],
  ['calendar file', ENTER],
];
const AI_103: readonly Step[] = [
  ['Which certification?', '1', '0', '3', ENTER],
  ['Another one', ENTER],
];
const UP_TO_EXAM: readonly Step[] = [...AI_103, ...SKILLS, NO_MORE, ...HOURS, ...NO_TIME_OFF];
const AGREE: readonly Step[] = [
  ['Make this plan?', ENTER],
  ['Folder for', ENTER],
];

/** The line that is there to be copied. */
const againOf = ({ screen }: Shown): string =>
  /^again {2}(certplan .*?)\r?$/m.exec(screen)?.[1] ?? '';

const documents = (place: Sandbox) => place.snapshot(place.work);

describePeer(
  'python3',
  () => {
    test('ends with the plan, its files and the same as one command', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ...UP_TO_EXAM,
        ['Exam day, if', ENTER],
        ['Make this plan?', ENTER],
        ['Folder for', 'my plans', ENTER],
      ]);
      expect(shown.code).toBe(0);
      expect(shown.screen).toContain('fits');
      expect(Object.keys(documents(place)).sort()).toEqual([
        'my plans',
        'my plans/azure-ai-103.ics',
        'my plans/azure-ai-103.md',
        'my plans/azure-ai-103.pdf',
      ]);
      const again = againOf(shown);
      expect(again).toBe(
        "certplan plan azure-ai-103 --skill python=3,apis=3,iam=3,statistics=2 --hours 9 --out 'my plans'",
      );
      expect(shown.screen).toMatch(/next {3}certplan today/);

      const other = new Sandbox();
      const shell = `certplan() { '${process.execPath}' '${BINARY}' "$@"; }; ${again}`;
      expect(await runCommand('sh', ['-c', shell], other.options())).toMatchObject({ code: 0 });
      expect(documents(other)).toEqual(documents(place));
      const { stdout } = await place.ok(['show', '--json']);
      expectSound(planOf(stdout), { examGiven: null });
      await place.ok(['today']);
    });

    describe('left', () => {
      const PLACES: readonly (readonly [string, readonly Step[], Step])[] = [
        ['at the list', [], ['Which certification?']],
        ['at a level', AI_103, ['Python: what']],
        ['at a line', [...AI_103, ...SKILLS, NO_MORE], ['When can you', ENTER]],
        ['at the end', [...UP_TO_EXAM, ['Exam day, if', ENTER]], ['Make this plan?']],
      ];
      test.each(PLACES)('%s: nothing is written', LONG, async (_, before, at) => {
        for (const key of [CTRL_C, CTRL_D, ESC]) {
          const place = new Sandbox();
          const empty = place.snapshot();
          const shown = await answered(place, [...before, [...at, key]]);
          expect(shown.code).toBe(130);
          expect(place.snapshot()).toEqual(empty);
          expect(shown.screen).toContain('nothing was written');
          expect(shown.screen).not.toMatch(STACK);
          // The cursor is back.
          expect(shown.screen.lastIndexOf('\u001b[?25h')).toBeGreaterThan(
            shown.screen.lastIndexOf('\u001b[?25l'),
          );
        }
      });

      test('without a plan, by choice', LONG, async () => {
        const place = new Sandbox();
        const empty = place.snapshot();
        const shown = await answered(place, [
          ...UP_TO_EXAM,
          ['Exam day, if', ENTER],
          ['Make this plan?', DOWN, DOWN, ENTER],
        ]);
        expect(shown.code).toBe(0);
        expect(place.snapshot()).toEqual(empty);
      });
    });

    test('what is typed is checked as the flags are, and asked again', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ['Which certification?', 'm', 'l', 'a', ENTER],
        ['Another one', ENTER],
        ...SKILLS,
        // The first of the others.
        ['Rate more', ' ', ENTER],
        ['Machine', DOWN, DOWN, ENTER],
        ['When can you', DOWN, ENTER],
        ['At which times', 'mon 25:00-26:00', ENTER],
        ['is no time of day', CTRL_U, 'mon,wed 19:00-21:30; sat 9:00-13:30', ENTER],
        ['At most', '99', ENTER],
        ['from 1 to 60', CTRL_U, '8', ENTER],
        ['Days off', '2027-01-05..2027-01-01', ENTER],
        ['ends before it starts', CTRL_U, '2027-01-02,2027-01-01', ENTER],
        ['calendar file', 'none.ics', ENTER],
        ['cannot read', CTRL_U, ENTER],
        ['in beta', ENTER],
        ['Exam day, if', '2027-01-10', ENTER],
        ['can be sat from', CTRL_U, '2027-07-20T9:00', ENTER],
        ...AGREE,
      ]);
      expect(againOf(shown)).toBe(
        [
          'certplan plan aws-mla-c02 --skill python=3,apis=3,iam=3,statistics=2,ml=3 --hours 8',
          "--when 'mon,wed 19:00-21:30; sat 9:00-13:30' --off 2027-01-01..2027-01-02",
          '--exam 2027-07-20T09:00',
        ].join(' '),
      );
    });

    test('a plan that does not fit takes a remedy', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ...UP_TO_EXAM,
        ['Exam day, if', '2026-12-24', ENTER],
        ['does not fit'],
        // Below the hours: a later day.
        ['What gives way?', DOWN, ENTER],
        ...AGREE,
      ]);
      const exam = / --exam (\S+)$/.exec(againOf(shown))?.[1] ?? '';
      expect(exam > '2026-12-24').toBe(true);
      const { stdout } = await place.ok(['show', '--json']);
      expect(planOf(stdout).exam).toEqual({ at: exam, source: 'given' });
    });

    test('an answer can be changed before anything is made', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ...UP_TO_EXAM,
        ['Exam day, if', ENTER],
        ['Make this plan?', DOWN, ENTER],
        // Certification, what you know, hours.
        ['Change what?', DOWN, DOWN, ENTER],
        ['When can you', ENTER],
        ['How many hours', '12.5', ENTER],
        ...AGREE,
      ]);
      expect(againOf(shown)).toContain(' --hours 12.5');
    });

    test('a plan of the same name stays, or gives way and is kept aside', LONG, async () => {
      const place = new Sandbox();
      const toTheEnd: Step[] = [...UP_TO_EXAM, ['Exam day, if', ENTER], ...AGREE];
      await answered(place, toTheEnd);
      const named = await answered(place, [
        ...toTheEnd,
        ['already', ENTER],
        ['called', 'Mine', ENTER],
        ['is no name', CTRL_U, 'azure-ai-103', ENTER],
        ['exists already', CTRL_U, 'mine', ENTER],
      ]);
      expect(againOf(named)).toMatch(/ --name mine$/);
      const replaced = await answered(place, [...toTheEnd, ['already', DOWN, ENTER]]);
      expect(againOf(replaced)).toMatch(/ --force$/);
      const kept = Object.keys(place.snapshot(place.home)).sort();
      expect(kept).toEqual(
        expect.arrayContaining([
          'plans/azure-ai-103.jsonl',
          'plans/mine.jsonl',
          'replaced/azure-ai-103.1.jsonl',
        ]),
      );
    });

    test('an exam that is over names its successor', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ['Which certification?', '1', '0', '2', ENTER],
        ['can no longer be sat', ENTER],
        ['Another one', CTRL_C],
      ]);
      expect(shown.screen).toContain('plan its successor AI-103 instead');
      expect(shown.screen).toContain('no, only AI-103');
    });

    test('who is not sure is asked a little more, and shown what fits', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ['Which certification?', ...'help', ENTER],
        // Application development, fast practical delivery, Azure.
        ['What do you come from', DOWN, ENTER],
        ['What do you want', DOWN, ENTER],
        ['Which platform', DOWN, ENTER],
        ['These fit best', ENTER],
        ['Another one', CTRL_C],
      ]);
      expect(shown.screen).toContain('for: ');
      expect(shown.screen).toContain('no, only AI-103');
    });

    test('several certifications make one plan', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ['Which certification?', '1', '0', '3', ENTER],
        ['Another one', '9', '0', '1', ENTER],
        ['Another one', ENTER],
        ...SKILLS,
        NO_MORE,
        ...HOURS,
        ...NO_TIME_OFF,
        ['Exam day of AI-103', ENTER],
        ...AGREE,
      ]);
      expect(againOf(shown)).toMatch(/^certplan plan azure-ai-103 azure-ai-901 --skill/);
      expect(place.read('azure-ai-103-and-azure-ai-901.md')).toContain('AI-901');
    });

    test('a folder that cannot be written is asked for again', LONG, async () => {
      const place = new Sandbox();
      const shown = await answered(place, [
        ...UP_TO_EXAM,
        ['Exam day, if', ENTER],
        ['Make this plan?', ENTER],
        ['Folder for', '/dev/null/x', ENTER],
        ['cannot write'],
        ['Folder for', ENTER],
      ]);
      expect(shown.code).toBe(0);
      expect(againOf(shown)).not.toContain('--out');
    });

    test(
      'a terminal without Unicode gets ASCII, and no colour where none is wanted',
      LONG,
      async () => {
        const place = new Sandbox();
        const { screen } = await answered(
          place,
          [...UP_TO_EXAM, ['Exam day, if', ENTER], ['Make this plan?', CTRL_C]],
          { env: { LC_ALL: 'C' }, columns: 60 },
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
        expect(screen).toMatch(/^[\u0000-\u007f]*$/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
        expect(screen).not.toMatch(/\u001b\[3\d/);
      },
    );

    test('a terminal on which nothing may be asked ends it with 2', LONG, async () => {
      const place = new Sandbox();
      const cases: readonly Terminal[] = [
        { env: { TERM: 'dumb' } },
        { env: { CI: '1' } },
        { args: ['init', '--no-input'] },
      ];
      for (const terminal of cases) {
        const shown = await answered(place, [], terminal);
        expect(shown).toMatchObject({ code: 2 });
        expect(shown.screen).toContain('certplan plan CERTIFICATION');
      }
    });

    test('recommend is left with Ctrl-D as with Ctrl-C, and the cursor is back', LONG, async () => {
      const shown = await answered(new Sandbox(), [['come from', CTRL_D]], { args: ['recommend'] });
      expect(shown.code).toBe(130);
      expect(shown.screen.lastIndexOf('\u001b[?25h')).toBeGreaterThan(
        shown.screen.lastIndexOf('\u001b[?25l'),
      );
    });

    test('certplan alone points to it', LONG, async () => {
      const { screen, code } = await answered(new Sandbox(), [], { args: [] });
      expect(code).toBe(0);
      expect(screen.trimEnd().split('\n').at(-1)).toContain('certplan init');
    });
  },
  hasCommand('python3', ['-c', 'import pty']),
);

test('without a terminal it ends at once with 2, and says what does without one', async () => {
  const place = new Sandbox();
  const before = place.snapshot();
  const [plain, json] = await Promise.all([
    place.run(['init'], { input: '\r\r\r' }),
    place.run(['init', '--json'], { input: '\r\r\r' }),
  ]);
  expect(plain).toMatchObject({ code: 2, stdout: '' });
  expect(plain.stderr).toContain('certplan plan CERTIFICATION');
  expect(parseJson<ErrorDocument>(json.stdout).error.code).toBe('no-terminal');
  expect(place.snapshot()).toEqual(before);
});

test('no command loads the library of the prompts before it asks', async () => {
  const place = new Sandbox();
  const folder = join(place.root, 'loaded');
  const lines = [
    ['plan', 'azure-ai-102', ...STRONG, '--dry-run'],
    ...[['certs'], ['recommend', '--goal', 'delivery'], ['today'], ['init'], ['--help']],
  ];
  for (const line of lines) {
    await place.run(line, { env: { NODE_V8_COVERAGE: folder } });
  }
  const loaded = readdirSync(folder)
    .map((file) => parseJson<Coverage>(readFileSync(join(folder, file), 'utf8')))
    .flatMap(({ result }) => result.map(({ url }) => url))
    .filter((url) => url.startsWith('file:'));
  expect(loaded.length).toBeGreaterThan(lines.length);
  for (const url of new Set(loaded)) {
    // Compiled files still bear the name of the folder in which they were built.
    const file = join(dirname(BINARY), basename(fileURLToPath(url)));
    expect(readFileSync(file, 'utf8'), url).not.toContain('clack:cancel');
  }
});

test('certplan alone in a pipe says nothing but its help', async () => {
  const { stderr } = await new Sandbox().ok([]);
  expect(stderr).toBe('');
});
