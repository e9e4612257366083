/**
 * Curricula from strangers: whatever the file is, there is one message with its place and a remedy, exit
 * code 2, in bounded time and memory, and nothing of it reaches the terminal or the disk.
 */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BINARY, type Outcome, parseJson, runCommand, Sandbox, STACK } from './run.ts';

const place = new Sandbox();
const start = (await place.ok(['curriculum', 'new', 'mine', '-o', '-'])).stdout;

/** A busy machine included; the worst of them take two seconds on a quiet one. */
const MOST_MILLISECONDS = 30_000;
const MOST_HEAP = '--max-old-space-size=600';

const write = (text: string | Uint8Array, name = 'file.yaml'): string => {
  writeFileSync(join(place.work, name), text);
  return name;
};

const bounded = (...args: string[]): Promise<Outcome> =>
  runCommand(
    process.execPath,
    [MOST_HEAP, BINARY, ...args],
    place.options({ timeoutMilliseconds: MOST_MILLISECONDS }),
  );

/** Both commands that read such a file refuse it in the same way. */
async function expectRefused(file: string, says: RegExp, advises: RegExp): Promise<void> {
  const before = place.snapshot();
  const checked = await bounded('curriculum', 'check', file);
  const planned = await bounded('plan', `./${file}`);
  for (const { code, stdout, stderr } of [checked, planned]) {
    expect([code, stderr.match(STACK)]).toEqual([2, null]);
    expect(stdout + stderr).toMatch(says);
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(stdout.length + stderr.length).toBeLessThan(200_000);
  }
  expect(checked.stdout + checked.stderr).toMatch(advises);
  // At most ten faults, and where to see all.
  expect(planned.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
  expect(place.snapshot()).toEqual(before);
}

const repeat = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const manyKeys = (): string => {
  let text = '';
  for (let index = 0; text.length < 900_000; index += 1) text += `k${index}: 1\n`;
  return text;
};

const bomb = (): string =>
  Array.from(
    { length: 20 },
    (_, index) =>
      `a${index}: &a${index} [${Array(10)
        .fill(index === 0 ? 'x' : `*a${index - 1}`)
        .join(', ')}]`,
  ).join('\n');

const manyAliases = (): string => `x: &x 1\ny:\n${repeat('- *x\n', 100_000)}`;

describe('text that unfolds, nests or repeats without end', () => {
  test.each<[string, () => string, RegExp, RegExp]>([
    ['aliases of aliases', bomb, /:\d+:\d+ .*aliases .* unfold/, /write the values out/],
    [
      'aliases by the ten thousand',
      manyAliases,
      /:\d+:\d+ .*aliases .* unfold/,
      /needs no aliases/,
    ],
    [
      'an alias of what it stands in',
      () => 'a: &a [*a]',
      /1:8 .*inside what it repeats/,
      /write the value/,
    ],
    [
      '10 MB of text',
      () => repeat('# text\n', 10_000_000),
      /:1:1 .*larger than 1 MB/,
      /right file/,
    ],
    ['2 MB of text', () => repeat('# text\n', 2_000_000), /:1:1 .*larger than 1 MB/, /right file/],
    ['flow lists 1,500 deep', () => '['.repeat(1500), /:1:1 .*nested too deeply/, /8 levels/],
    ['lists 100,000 deep', () => '- '.repeat(100_000), /:1:1 .*nested too deeply/, /8 levels/],
    [
      'maps by indentation',
      () => Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      /nested too deeply/,
      /8 levels/,
    ],
    [
      '100,000 keys',
      manyKeys,
      /:\d+:\d+ .*(unknown key|more keys, values)/,
      /take it out|right file/,
    ],
    [
      'a million quotes',
      () => '"'.repeat(1_000_000),
      /:1:1 .*more keys, values and marks/,
      /right file/,
    ],
    ['errors without end', () => repeat('} ]\n', 400_000), /:\d+:\d+ /, /right file|close each/],
  ])('%s', async (_, text, says, advises) => {
    await expectRefused(write(text()), says, advises);
  });
});

const manyActivities = (): string =>
  start.replace('activities:', `activities:\n${'- {}\n'.repeat(30_000)}`);

test('activities by the ten thousand', async () => {
  await expectRefused(write(manyActivities()), /:\d+:1 +a list of 300\d\d entries/, /right file/);
});

describe('text that is not what it should be', () => {
  test.each<[string, string | Uint8Array, RegExp, RegExp]>([
    ['an empty file', '', /file\.yaml:1:1 .*empty/, /curriculum new/],
    ['blanks only', ' \n\n\t\n', /file\.yaml:1:1 .*empty/, /curriculum new/],
    [
      'tabs for indentation',
      'exam:\n\tminutes: 90\n',
      /file\.yaml:2:1 .*[Tt]ab/,
      /spaces, never with tabs/,
    ],
    [
      'binary',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]),
      /file\.yaml:1:5 .*no text in UTF-8/,
      /UTF-8/,
    ],
    [
      'UTF-16',
      Buffer.from(`\ufeffid: x\n`, 'utf16le'),
      /file\.yaml:1:\d+ .*no text in UTF-8/,
      /UTF-8/,
    ],
    [
      'Latin-1',
      Buffer.concat([Buffer.from('id: x\nname: caf'), Buffer.from([0xe9, 0x0a])]),
      /file\.yaml:2:10 .*UTF-8/,
      /save it as UTF-8/,
    ],
    [
      'two documents',
      `${start}---\n${start}`,
      /file\.yaml:\d+:\d+ .*not valid YAML/,
      /take out the line ---/,
    ],
    ['an open quote', 'id: "x\n', /file\.yaml:\d+:\d+ .*not valid YAML/, /close each quote/],
    [
      'a key twice',
      start.replace('vendor: aws', 'vendor: aws\nid: other'),
      /file\.yaml:10:1 +the key "id" stands twice/,
      /keep one/,
    ],
    [
      '__proto__',
      `__proto__: {polluted: 1}\n${start}`,
      /file\.yaml:1:1 +unknown key "__proto__"/,
      /take it out/,
    ],
    ['a list', '- a\n', /file\.yaml:1:1 +expected object/, /keys/],
  ])('%s', async (_, text, says, advises) => {
    await expectRefused(write(text), says, advises);
  });

  test('a byte order mark and CRLF are no fault', async () => {
    const file = write(`\ufeff${start.replaceAll('\n', '\r\n')}`);
    expect((await place.ok(['curriculum', 'check', file])).stdout).toContain('no fault');
  });
});

describe('values that would lead astray', () => {
  const title = 'title: Stores compared';
  test.each<[string, string, string, RegExp, RegExp]>([
    [
      'escape sequences in a title',
      title,
      String.raw`title: "a \e[2J\e]0;owned\a"`,
      /activities\[1\]\.title: .*control characters/,
      /one line of text|control/,
    ],
    [
      'the raw escape character',
      title,
      'title: "a \u001b[2J"',
      /activities\[1\]\.title: .*control/,
      /control/,
    ],
    [
      'text that turns its direction',
      title,
      'title: "a \u202egpj.exe\u2066"',
      /activities\[1\]\.title: .*control/,
      /control/,
    ],
    [
      'a line end in a title',
      title,
      String.raw`title: "a\nBEGIN:VEVENT"`,
      /activities\[1\]\.title: .*one line/,
      /one line/,
    ],
    [
      'a javascript: link',
      'url: https://example.com/docs/stores',
      'url: javascript:alert(1)',
      /activities\[1\]\.url: expected an http or https address/,
      /beginning with https/,
    ],
    [
      'a link to a file',
      'url: https://example.com/docs/stores',
      'url: file:///etc/passwd',
      /activities\[1\]\.url/,
      /beginning with https/,
    ],
    [
      'an id with path parts',
      'id: mine ',
      'id: ../../mine ',
      /id: expected lower-case letters/,
      /lower-case/,
    ],
    [
      'a key of control characters',
      title,
      `"\u001b[31mx": 1\n  ${title}`,
      /unknown key/,
      /take it out|did you mean/,
    ],
    [
      'a title as long as a book',
      title,
      `title: ${'x'.repeat(500_000)}`,
      /activities\[1\]\.title: expected at most 400/,
      /400 characters/,
    ],
    ['an alias of nothing', title, 'title: *no', /Unresolved alias no/, /put text in quotes/],
    [
      'a task reference as long as a book',
      "tasks: ['1.1']\n  depth",
      `tasks: ['${'9'.repeat(500_000)}']\n  depth`,
      /activities\[1\]\.tasks\[0\]: no task/,
      /no task/,
    ],
  ])('%s', async (_, from, to, says, advises) => {
    expect(start).toContain(from);
    await expectRefused(write(start.replace(from, to)), says, advises);
  });

  test('a tag makes no object of another class', async () => {
    const file = write(start.replace(title, 'title: !!js/function "function () {}"'));
    const { stdout } = await place.ok(['plan', `./${file}`, '--dry-run', '--json']);
    expect(stdout).toContain('function () {}');
  });

  test('all faults come at once, each with its place and most with advice', async () => {
    const file = write(
      start
        .replace('level: associate', 'level: expert')
        .replace('weight: 40', 'weight: 44')
        .replace('  depth: thorough', '  depht: thorough')
        .replace(title, 'title: 5'),
    );
    const { code, stdout } = await place.run(['curriculum', 'check', file, '--json']);
    expect(code).toBe(2);
    const [{ faults = [] } = {}] = parseJson<{
      files: { faults: { line: number; message: string; advice: string | null }[] }[];
    }>(stdout).files;
    expect(faults.map(({ message }) => message.split(':')[0])).toEqual([
      'level',
      'domains',
      'activities[1].title',
      'activities[7].depth',
      'activities[7]',
    ]);
    expect(faults.map(({ line }) => line)).toEqual(
      [...faults.map(({ line }) => line)].sort((a, b) => a - b),
    );
    expect(faults.at(-1)?.advice).toBe('did you mean "depth"?');
  });

  test('more faults than anyone mends are counted', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `  x${index}: 1\n`).join('');
    const file = write(start.replace('exam:\n', `exam:\n${rows}`));
    const { code, stdout } = await bounded('curriculum', 'check', file);
    expect(code).toBe(2);
    expect(stdout).toMatch(/and 4000 more\n5000 faults\.\n$/);
  });
});

describe('what is no file', () => {
  test.each<[string, (path: string) => void | Promise<unknown>, RegExp, RegExp]>([
    ['a folder', (path) => mkdirSync(path), /it is a folder/, /name a file in it/],
    [
      'a pipe that nobody writes to',
      (path) => runCommand('mkfifo', [path], place.options()),
      /it is a pipe or a device/,
      /save the text in a file/,
    ],
    [
      'a device without end',
      (path) => symlinkSync('/dev/zero', path),
      /it is a pipe or a device/,
      /save the text/,
    ],
    [
      'a link to itself',
      (path) => symlinkSync(path, path),
      /links run in a circle/,
      /check the path/,
    ],
    [
      'a link to nothing',
      (path) => symlinkSync('/nowhere/x', path),
      /no such file/,
      /check the path/,
    ],
  ])('%s', async (what, make, says, advises) => {
    const name = `${what.replaceAll(' ', '-')}.yaml`;
    await make(join(place.work, name));
    for (const args of [
      ['curriculum', 'check', name],
      ['plan', `./${name}`],
      ['certs', `./${name}`],
    ]) {
      const { code, stdout, stderr } = await bounded(...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(advises);
      expect(stderr).not.toMatch(STACK);
    }
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const file = write(start, 'locked.yaml');
    chmodSync(join(place.work, file), 0);
    const { code, stderr } = await bounded('plan', `./${file}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining('permission denied')]);
  });
});

/** A curriculum of so many tasks in each of nine domains, with an activity for each. */
function large(tasksOfDomain: number): string {
  const [before = ''] = start.split('domains:');
  const all = Array.from({ length: 9 }, (_, d) =>
    Array.from({ length: tasksOfDomain }, (_, t) => `'${d + 1}.${t + 1}'`),
  );
  const domains = all.map((ids, d) =>
    [
      `- {id: d${d + 1}, title: Domain, weight: ${d === 0 ? 12 : 11}, tasks: [`,
      ...ids.map((id) => `    {id: ${id}, title: Task, checks: [a, b, c]},`),
      '  ]}',
    ].join('\n'),
  );
  const activity = (id: string, kind: string, of: readonly string[]) =>
    `- {id: ${id}, kind: ${kind}, title: T, url: 'https://example.com/', cost-usd: 0, depth: essential, tasks: [${of.join(', ')}], minutes: {value: 20, basis: estimate, checked: '2026-11-23'}}`;
  const activities = [
    activity('exam-guide', 'docs', all.flat()),
    ...all.flat().map((id, index) => activity(`doc-${index}`, 'docs', [id])),
    ...all.map((of, index) => activity(`questions-${index}`, 'practice-questions', of)),
    activity('exam-1', 'practice-exam', all.flat()),
    activity('exam-2', 'practice-exam', all.flat()),
  ];
  return `${before}domains:\n${domains.join('\n')}\nactivities:\n${activities.join('\n')}\n`;
}

describe('tasks by the hundred', () => {
  test('a thousand are refused', async () => {
    await expectRefused(
      write(large(99)),
      /:\d+:\d+ +domains: 891 tasks; a curriculum has at most 200/,
      /task statements/,
    );
  });

  test('two hundred are planned in bounded time', async () => {
    const file = write(large(22));
    const { code, stderr } = await bounded('plan', `./${file}`, '--dry-run', '--hours', '20');
    expect([code, stderr.match(STACK)]).toEqual([0, null]);
  });
});
