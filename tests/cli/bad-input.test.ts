/**
 * A mistake gets one message that names the value and a remedy, the right exit code, and changes
 * nothing anywhere.
 */
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox, STACK } from './run.ts';
import { BERLIN, NO_FILES, quickPlan } from './sample.ts';

interface Mistake {
  readonly args: readonly string[];
  readonly code: number;
  /** What the message must name. */
  readonly says: RegExp;
  /** What it must advise, in the message or below it. */
  readonly advises: RegExp;
  readonly env?: Readonly<Record<string, string>>;
}

const plan = (...more: string[]): string[] => ['plan', 'aws-mla-c02', ...BERLIN, ...more];

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'unknown certification': {
    args: ['plan', 'aws-mla-c2'],
    code: 4,
    says: /"aws-mla-c2"/,
    advises: /did you mean "aws-mla-c02"/,
  },
  'exam code for an id': {
    args: ['plan', 'MLA-C02'],
    code: 4,
    says: /"MLA-C02"/,
    advises: /did you mean "aws-mla-c02"/,
  },
  'unknown certification in certs': {
    args: ['certs', 'azure-ai-104'],
    code: 4,
    says: /"azure-ai-104"/,
    advises: /did you mean "azure-ai-10[23]"/,
  },
  'unknown skill': {
    args: plan('--skill', 'pyton=3'),
    code: 2,
    says: /pyton/,
    advises: /did you mean "python"/,
  },
  'level 7': {
    args: plan('--skill', 'python=7'),
    code: 2,
    says: /--skill python=7/,
    advises: /0 none.*4 strong/,
  },
  'no level': { args: plan('--skill', 'python'), code: 2, says: /python/, advises: /python=3/ },
  'unknown domain': {
    args: plan('--knows', 'd9'),
    code: 2,
    says: /--knows d9/,
    advises: /d1, d2/,
  },
  'score over 100': {
    args: plan('--scored', 'd1=700'),
    code: 2,
    says: /"700"/,
    advises: /0 to 100/,
  },
  ...Object.fromEntries(
    ['0', '1000', 'abc', '7.3', '-5', '', '1e1', 'Infinity'].map((hours): [string, Mistake] => [
      `hours ${hours === '' ? 'empty' : hours}`,
      {
        args: plan('--hours', hours),
        code: 2,
        says: new RegExp(`--hours.*'${hours.replace('.', '\\.')}'`),
        advises: /from 1 to 60, halves allowed/,
      },
    ]),
  ),
  'overlapping windows': {
    args: plan('--when', 'mon 19:00-21:00; mon 20:00-22:00'),
    code: 2,
    says: /mon 19:00-21:00 and mon 20:00-22:00 overlap/,
    advises: /join them or shorten one/,
  },
  'windows overlapping past midnight': {
    args: plan('--when', 'sun 22:00-02:00; mon 01:00-03:00'),
    code: 2,
    says: /sun 22:00-02:00/,
    advises: /join them or shorten one/,
  },
  'unreadable windows': {
    args: plan('--when', 'mon whenever'),
    code: 2,
    says: /"mon whenever"/,
    advises: /mon,wed 19:00-21:00/,
  },
  'no such weekday': {
    args: plan('--when', 'mun 19:00-21:00'),
    code: 2,
    says: /"mun"/,
    advises: /mon,wed 19:00-21:00/,
  },
  'no such time': {
    args: plan('--when', 'mon 19:00-25:00'),
    code: 2,
    says: /"25:00"/,
    advises: /mon,wed 19:00-21:00/,
  },
  'windows too small': {
    args: plan('--when', 'mon 19:00-19:15; tue 20:00-20:10'),
    code: 3,
    says: /15 minutes/,
    advises: /longer window/,
  },
  'impossible zone': {
    args: ['plan', 'aws-mla-c02', '--timezone', 'Mars/Olympus'],
    code: 2,
    says: /"Mars\/Olympus"/,
    advises: /Europe\/Berlin/,
  },
  'exam in the past': {
    args: plan('--exam', '2026-11-01'),
    code: 3,
    says: /2026-11-01 is in the past/,
    advises: /later exam day/,
  },
  'exam before the start': {
    args: plan('--exam', '2027-03-01', '--start', '2027-03-05'),
    code: 3,
    says: /2027-03-01.*2027-03-05/,
    advises: /later exam day/,
  },
  'exam on the day of the start': {
    args: plan('--exam', '2027-03-05', '--start', '2027-03-05'),
    code: 3,
    says: /2027-03-05/,
    advises: /later exam day/,
  },
  'no such date': {
    args: plan('--start', '2027-02-30'),
    code: 2,
    says: /--start: "2027-02-30"/,
    advises: /2027-01-20, today/,
  },
  'no such time of the exam': {
    args: plan('--exam', '2027-03-01T25:00'),
    code: 2,
    says: /2027-03-01T25:00/,
    advises: /T09:00/,
  },
  'days off up to the exam': {
    args: plan('--exam', '2027-06-01', '--off', '2026-11-01..2027-06-01'),
    code: 3,
    says: /2027-06-01.*offer 0 m/,
    advises: /--exam 20\d\d-/,
  },
  'days off that cover everything': {
    args: plan('--off', '2026-11-01..2035-01-01,2035-01-02..2044-01-01,2044-01-02..2053-01-01'),
    code: 3,
    says: /days off/,
    advises: /fewer days off/,
  },
  'days off backwards': {
    args: plan('--off', '2027-01-02..2026-12-24'),
    code: 2,
    says: /2027-01-02\.\.2026-12-24/,
    advises: /earlier date first/,
  },
  'unreadable days off': {
    args: plan('--off', 'xmas'),
    code: 2,
    says: /--off.*"xmas"/,
    advises: /2027-01-20/,
  },
  'sitting too short': {
    args: plan('--session', '30'),
    code: 2,
    says: /--session.*'30'/,
    advises: /from 40 to 240/,
  },
  'unknown depth': {
    args: plan('--depth', 'deep'),
    code: 2,
    says: /--depth.*'deep'/,
    advises: /essential, standard, thorough/,
  },
  'unknown paper': {
    args: plan('--paper', 'a5'),
    code: 2,
    says: /--paper.*'a5'/,
    advises: /a4, letter/,
  },
  'folder below a file': {
    args: plan('--out', 'file/sub'),
    code: 1,
    says: /cannot write file\/sub/,
    advises: /another folder/,
  },
  'folder below a device': {
    args: plan('--out', '/dev/null/x'),
    code: 1,
    says: /\/dev\/null\/x/,
    advises: /another folder/,
  },
  'home below a file': {
    args: plan('--home', 'file'),
    code: 1,
    says: /cannot write file/,
    advises: /another folder/,
  },
  'export below a file': {
    args: ['export', 'ics', '-o', 'file/x.ics'],
    code: 1,
    says: /cannot write file\/x\.ics/,
    advises: /another folder/,
  },
  'export to nowhere': {
    args: ['export', 'ics', '-o', ''],
    code: 2,
    says: /-o|--output/,
    advises: /./,
  },
  'home that is empty': { args: ['plans', '--home', ''], code: 2, says: /--home/, advises: /./ },
  'unknown flag': {
    args: plan('--hourz', '8'),
    code: 2,
    says: /'--hourz'/,
    advises: /Did you mean --hours/,
  },
  'unknown command': { args: ['plna'], code: 2, says: /'plna'/, advises: /Did you mean plan/ },
  'unknown command of curriculum': {
    args: ['curriculum', 'chekc'],
    code: 2,
    says: /'chekc'/,
    advises: /Did you mean check/,
  },
  'help on an unknown command': { args: ['help', 'plna'], code: 2, says: /plna/, advises: /plan/ },
  'no certification': { args: ['plan'], code: 2, says: /certification/, advises: /--help/ },
  'no name': { args: ['use'], code: 2, says: /name/, advises: /--help/ },
  'no format': { args: ['export'], code: 2, says: /format/, advises: /--help/ },
  'too many arguments': {
    args: ['use', 'one', 'two'],
    code: 2,
    says: /too many arguments/,
    advises: /--help/,
  },
  'no session number': {
    args: ['show', 'abc'],
    code: 2,
    says: /'abc'/,
    advises: /for example 12/,
  },
  'CERTPLAN_NOW is a word': {
    args: plan(),
    code: 2,
    says: /CERTPLAN_NOW="yesterday"/,
    advises: /2026-11-25T08:00:00Z/,
    env: { CERTPLAN_NOW: 'yesterday' },
  },
  'CERTPLAN_NOW is no real day': {
    args: plan(),
    code: 2,
    says: /CERTPLAN_NOW="2026-02-30T12:00:00Z"/,
    advises: /2026-11-25T08:00:00Z/,
    env: { CERTPLAN_NOW: '2026-02-30T12:00:00Z' },
  },
  'CERTPLAN_NOW is no instant: the zone is missing': {
    args: plan(),
    code: 2,
    says: /CERTPLAN_NOW="2026-11-25T12:00"/,
    advises: /2026-11-25T08:00:00Z/,
    env: { CERTPLAN_NOW: '2026-11-25T12:00' },
  },
  'SOURCE_DATE_EPOCH is a word': {
    args: plan(),
    code: 2,
    says: /SOURCE_DATE_EPOCH="now"/,
    advises: /\n./,
    env: { SOURCE_DATE_EPOCH: 'now' },
  },
  ...Object.fromEntries(
    ['../x', 'Mine', '', 'a b', 'x'.repeat(65), '.hidden', 'a/b', 'ä'].map(
      (name): [string, Mistake] => [
        `name ${name.slice(0, 20) || 'empty'}`,
        {
          args: plan('--name', name),
          code: 2,
          says: new RegExp(`"${name}"`),
          advises: /lower-case/,
        },
      ],
    ),
  ),
  'bad name in --plan': {
    args: ['show', '--plan', '../../etc'],
    code: 2,
    says: /"\.\.\/\.\.\/etc"/,
    advises: /lower-case/,
  },
  'bad name in use': { args: ['use', '../x'], code: 2, says: /"\.\.\/x"/, advises: /lower-case/ },
};

const stored = new Sandbox();

beforeAll(async () => {
  await stored.ok(quickPlan('mine', ...NO_FILES));
  writeFileSync(join(stored.work, 'file'), 'a file\n');
}, HOOK_MILLISECONDS);

/** A place where a plan "mine" is stored and in use. */
function furnished(): Sandbox {
  const place = new Sandbox();
  cpSync(stored.root, place.root, { recursive: true });
  return place;
}

describe.concurrent('one message, the exit code, nothing changed', () => {
  test.each(Object.entries(MISTAKES))('%s', async (_, { args, code, says, advises, env }) => {
    const more = env === undefined ? {} : { env };
    const place = furnished();
    const before = place.snapshot();
    const [plain, json] = await Promise.all([
      place.run(args, more),
      place.run([...args, '--json'], more),
    ]);
    expect([plain.code, plain.stdout]).toEqual([code, '']);
    const [message = ''] = plain.stderr.split('\n');
    expect(message).toMatch(/^certplan: ./);
    expect(message).toMatch(says);
    expect(plain.stderr).toMatch(advises);
    expect(plain.stderr.match(/^certplan:/gm)).toHaveLength(1);
    expect(plain.stderr).not.toMatch(STACK);
    expect(plain.stderr).not.toContain('unexpected failure');

    expect(json.code).toBe(code);
    const { error } = parseJson<ErrorDocument>(json.stdout);
    expect(error.code).toMatch(/^[a-z][a-z-]+$/);
    expect(`certplan: ${error.message}\n${error.hint}\n`).toBe(plain.stderr);
    expect(json.stderr).toBe(plain.stderr);
    expect(place.snapshot()).toEqual(before);
  });
});

describe.skipIf(!existsSync('/proc/self'))('folders of the kernel', { concurrent: true }, () => {
  test.each([
    ['--out', quickPlan('new', '--out', '/proc/certplan', '--no-pdf')],
    ['--home', quickPlan('new', '--home', '/proc/certplan', ...NO_FILES)],
    ['-o', ['export', 'csv', '-o', '/proc/certplan/x.csv']],
  ])('%s /proc/certplan: exit 1 without waiting', async (_, args) => {
    const place = furnished();
    const before = place.snapshot();
    const { code, stderr } = await place.run(args, { timeoutMilliseconds: 20_000 });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^certplan: cannot write \/proc\/certplan/);
    expect(stderr).not.toMatch(STACK);
    expect(place.snapshot()).toEqual(before);
  });
});

describe.concurrent('half of the work', () => {
  test('a flag whose value is missing: exit 2', async () => {
    const { code, stdout, stderr } = await furnished().run(['plan', 'aws-mla-c02', '--hours']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--hours/);
    expect(stderr).toMatch(/--help/);
  });

  test('a folder in the way of one document: none is written, nothing is stored', async () => {
    const other = new Sandbox();
    await other.ok(quickPlan('x', '--out', 'x.pdf', ...NO_FILES));
    const { code } = await other.run(quickPlan('made', '--out', 'new/x.pdf', '--no-ics'));
    expect(code).toBe(0);
    // Now `new/x.pdf` is a folder.
    const filled = other.snapshot();
    const refused = await other.run(quickPlan('x', '--force', '--out', 'new'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('new/x.pdf');
    expect(other.snapshot()).toEqual(filled);
  });

  test('where the name of the plan in use cannot be kept, nothing is stored', async () => {
    const other = new Sandbox();
    await other.ok(quickPlan('x', ...NO_FILES, '--home', 'h/current'));
    // `h/current` is a folder: `h` cannot say which plan is in use.
    const filled = other.snapshot();
    const refused = await other.run(quickPlan('y', '--home', 'h'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('h/current');
    const appeared = Object.entries(other.snapshot()).filter(
      ([path, print]) => print !== 'folder' && filled[path] !== print,
    );
    expect(appeared).toEqual([]);
  });

  test('the command line is checked whole before stored data is read', async () => {
    const other = new Sandbox();
    await other.ok(quickPlan('x', ...NO_FILES));
    writeFileSync(other.journal('x'), 'damaged\n');
    const wrong = [
      ['show', 'abc'],
      ['show', '--hourz'],
      ['export', 'pfd'],
      ['export', 'pdf', '--paper', 'a5'],
      ['export', 'csv', '--json'],
    ];
    for (const args of wrong) expect([args, (await other.run(args)).code]).toEqual([args, 2]);
  });
});
