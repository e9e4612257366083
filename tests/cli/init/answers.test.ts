/** What the interview was told, as a command line: the program's own parser reads the same out of it. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFlags } from '../../../src/cli/commands/plan-options.ts';
import { type Answers, NO_ANSWERS, planWords } from '../../../src/cli/init/answers.ts';
import { formatExam } from '../../../src/cli/init/ask-exam.ts';
import { formatDaysOff } from '../../../src/cli/init/ask-time.ts';
import { readPlanWords } from '../../../src/cli/init/read-plan-words.ts';
import { shellLine } from '../../../src/cli/terminal/shell-line.ts';
import { DEPTHS, LEVELS, SKILLS } from '../../../src/curriculum/vocabulary.ts';
import { parseDaysOff } from '../../../src/learner/days-off.ts';
import { parseWindows } from '../../../src/learner/windows.ts';
import { type CivilDate, civilDate, dayNumber } from '../../../src/time/civil-date.ts';

const TODAY = '2026-11-25' as CivilDate;
const NOW = Date.parse('2026-11-25T12:00:00Z') / 60_000;

const days = fc
  .integer({ min: dayNumber('2026-11-27' as CivilDate), max: dayNumber('2029-01-01' as CivilDate) })
  .map(civilDate);
const exams = fc
  .tuple(days, fc.option(fc.integer({ min: 0, max: 1439 })))
  .map(([date, minute]) => formatExam({ date, minute }));
/** Whatever a file system and a keyboard allow. */
const paths = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((path) => path.trim() === path && !path.includes('\0'));
const WINDOWS = [
  'mon,wed 19:00-21:00; sat 09:00-12:30',
  'mon-fri 6:00-7:00,20:00-21:30',
  'weekends 22:00-01:00',
  'Daily  18:00–19:00 ;',
];

const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    certifications: fc.shuffledSubarray(['aws-mla-c02', 'azure-ai-103', 'azure-ai-901'], {
      minLength: 1,
    }),
    skills: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...SKILLS), fc.constantFrom(...LEVELS)), {
        selector: ([skill]) => skill,
      })
      .map((given) => new Map(given)),
    hours: fc.option(fc.integer({ min: 2, max: 120 }).map((halves) => halves / 2)),
    when: fc.option(fc.constantFrom(...WINDOWS)),
    off: fc.option(
      fc
        .uniqueArray(days, { minLength: 1, maxLength: 12 })
        .map((off) => formatDaysOff([...off].sort())),
    ),
    busy: fc.array(paths, { maxLength: 3 }),
    examDays: fc.option(fc.tuple(exams, exams, exams)),
    beta: fc.boolean(),
    depth: fc.option(fc.constantFrom(...DEPTHS)),
    cut: fc.boolean(),
    name: fc.option(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/)),
    replace: fc.boolean(),
    out: fc.option(paths),
  })
  .map(({ examDays, ...answers }) => ({
    ...answers,
    exams: examDays?.slice(0, answers.certifications.length) ?? [],
  }));

describe('answers as words of certplan plan', () => {
  test('are read back as the same request', () => {
    fc.assert(
      fc.property(anyAnswers, fc.option(paths), (answers, home) => {
        const { certifications, flags } = readPlanWords(planWords(answers, home ?? undefined));
        const checked = checkFlags(flags, NOW);
        expect(certifications).toEqual(answers.certifications);
        expect([...checked.given]).toEqual([...answers.skills]);
        expect(flags.hours ?? null).toBe(answers.hours);
        expect(checked.windows).toEqual(answers.when === null ? null : parseWindows(answers.when));
        expect(checked.daysOff).toEqual(
          answers.off === null ? [] : parseDaysOff([answers.off], TODAY),
        );
        expect(flags.busy ?? []).toEqual(answers.busy);
        expect(checked.exams.map(formatExam)).toEqual(answers.exams);
        expect(flags.beta === true).toBe(answers.beta);
        expect(flags.depth ?? null).toBe(answers.depth);
        expect(flags.cut === true).toBe(answers.cut);
        expect(flags.name ?? null).toBe(answers.name);
        expect(flags.force === true).toBe(answers.replace);
        expect(flags.out ?? null).toBe(answers.out);
        // All documents, and a real run.
        expect(flags).toMatchObject({ ics: true, pdf: true, checklist: true });
        expect(flags.session).toBeUndefined();
        expect(flags.dryRun).toBeUndefined();
      }),
    );
  });

  test('say nothing that was not answered', () => {
    expect(planWords({ ...NO_ANSWERS, certifications: ['azure-ai-103'] })).toEqual([
      'plan',
      'azure-ai-103',
    ]);
  });
});

describe('a line for the shell', () => {
  test('is read by a shell as the same words', () => {
    const lines = fc.sample(
      fc.array(fc.string({ maxLength: 12, unit: 'grapheme' }), { minLength: 1 }),
      60,
    );
    const words = lines.map((line) =>
      ['~', '~/x', '=x', '$HOME', '', 'a b', "it's", '*', '!', ...line].filter(
        (word) => !/[\0\n]/.test(word),
      ),
    );
    const script = words.map((line) => `printf '%s\\n' ${shellLine(line)}`).join('\n');
    const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(stdout.split('\n').slice(0, -1)).toEqual(words.flat());
  });

  test('quotes no more than it has to', () => {
    expect(shellLine(['certplan', 'plan', '--skill', 'python=3,apis=2', '--out', 'my plans'])).toBe(
      "certplan plan --skill python=3,apis=2 --out 'my plans'",
    );
  });
});

test('days off become the shortest list of ranges, and the same days again', () => {
  expect(
    formatDaysOff(parseDaysOff(['2027-01-01,+1d,tomorrow,2026-12-24..2026-12-31'], TODAY)),
  ).toBe('2026-11-26,2026-12-24..2027-01-01');
  fc.assert(
    fc.property(fc.uniqueArray(days, { maxLength: 40 }), (off) => {
      const sorted = [...off].sort();
      expect(parseDaysOff([formatDaysOff(sorted)], TODAY)).toEqual(sorted);
    }),
  );
});
