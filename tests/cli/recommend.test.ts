/** `certplan recommend`, as people and scripts type it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasCommand } from '../support/peers.ts';
import { BINARY, type ErrorDocument, parseJson, runCommand, Sandbox, STACK } from './run.ts';

interface Answer {
  readonly schema: string;
  readonly learner: { readonly assumedSkills: Readonly<Record<string, number>> };
  readonly postings: {
    readonly postings: number;
    readonly platforms: Readonly<Record<string, number>>;
    readonly terms: readonly {
      readonly id: string;
      readonly postings: number;
      readonly words: readonly string[];
    }[];
  } | null;
  readonly ranking: readonly {
    readonly certification: string;
    readonly score: number;
    readonly for: readonly string[];
    readonly against: readonly string[];
    readonly hours: number;
    readonly weeks: number;
    readonly costUsd: number | null;
    readonly status: string;
    readonly inTime: string | null;
    readonly plan: string;
    readonly minutes: number;
  }[];
  readonly warnings: readonly string[];
}

const place = new Sandbox();
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(place.work, name), content);
  return name;
};
const recommend = async (...args: string[]): Promise<Answer> =>
  parseJson<Answer>((await place.ok(['recommend', ...args, '--json'])).stdout);

const AZURE =
  'AI developer: chatbots with Azure Bot Service, Cognitive Search, Form Recognizer, Python, REST APIs.';
const AWS = 'ML engineer: SageMaker, Glue and Athena on AWS; Python, SQL, statistics, MLOps.';

describe('the answer for programs', () => {
  test('ranks every certification of `certs`, best first, with all that was promised', async () => {
    const { schema, ranking } = await recommend('--background', 'data-science');
    expect(schema).toBe('certplan.recommend/1');
    const certs = parseJson<{ certifications: { id: string }[] }>(
      (await place.ok(['certs', '--json'])).stdout,
    ).certifications.map(({ id }) => id);
    expect(ranking.map(({ certification }) => certification).sort()).toEqual(certs.sort());
    const scores = ranking.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const entry of ranking) {
      expect(entry).toMatchObject({
        for: expect.any(Array),
        against: expect.any(Array),
        hours: expect.any(Number),
        weeks: Math.ceil(entry.minutes / 60 / 8),
        status: expect.stringMatching(/^(announced|beta|active|retiring|retired)$/),
      });
    }
    expect(ranking[0]).toMatchObject({ certification: 'aws-mla-c02', status: 'beta' });
  });

  test('says about the hours that `plan` says for the same learner', async () => {
    const skills = 'python=3,apis=4,iam=3,statistics=1';
    const { ranking } = await recommend('--skill', skills, '--hours', '9');
    const best = ranking[0];
    expect(best?.plan).toBe(`certplan plan ${best?.certification} --skill ${skills} --hours 9`);
    const plan = (best?.plan ?? '').split(' ').slice(1);
    const { stdout } = await place.ok([...plan, '--dry-run', '--json']);
    const { feasibility } = parseJson<{ feasibility: { neededMinutes: number } }>(stdout);
    // A plan rounds its reviews as it places them.
    expect(feasibility.neededMinutes / (best?.minutes ?? 0)).toBeCloseTo(1, 1);
  });

  test('is the same every time', async () => {
    const args = ['recommend', '--goal', 'delivery', '--budget', '200', '--by', '+20w', '--json'];
    expect((await place.ok(args)).stdout).toBe((await place.ok(args)).stdout);
  });

  test('a skill that is given is not overruled by the background', async () => {
    const { learner } = await recommend('--background', 'data-science', '--skill', 'python=1');
    expect(learner.assumedSkills).toEqual({ statistics: 3 });
  });
});

describe('the answer for people', () => {
  test('fits 80 columns, begins with the best and ends with the plan for this learner', async () => {
    const { stdout, stderr } = await place.ok(
      ['recommend', '--background', 'app-development', '--hours', '6', '--explain'],
      { env: { COLUMNS: '80' } },
    );
    expect(stdout).toMatch(/^1 {2}Azure AI Apps and Agents Developer Associate \(AI-103\)/);
    expect(stdout).toContain('took the place of Azure AI Engineer Associate (AI-102), retired on');
    expect(stdout).toMatch(/^points +start/m);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'next   certplan plan azure-ai-103 --skill python=2,apis=3,iam=2 --hours 6',
    );
  });

  test('-q leaves the hints out', async () => {
    expect((await place.ok(['recommend', '--goal', 'delivery', '-q'])).stderr).toBe('');
  });
});

describe('job postings', () => {
  test('are counted with the words that were matched', async () => {
    const files = [file('a.txt', AZURE), file('b.txt', AWS), file('c.txt', `${AZURE} Remote.`)];
    const { postings, ranking } = await recommend('--jobs', ...files);
    expect(postings).toMatchObject({ postings: 3, platforms: { aws: 1, azure: 2, google: 0 } });
    expect(postings?.terms.find(({ id }) => id === 'azure-ai-search')).toMatchObject({
      postings: 2,
      words: ['Cognitive Search'],
    });
    expect(ranking[0]?.certification).toBe('azure-ai-103');
    expect(ranking[0]?.for).toContain('2 of 3 postings name Azure or its services');
  });

  test('come from standard input, too', async () => {
    const { stdout } = await place.ok(['recommend', '--jobs', '-', '--json'], { input: AWS });
    expect(parseJson<Answer>(stdout).postings?.platforms.aws).toBe(1);
  });

  test('the same text twice is counted once, and that is said', async () => {
    const { postings, warnings } = await recommend(
      '--jobs',
      file('d.txt', AWS),
      file('e.txt', AWS),
    );
    expect(postings?.postings).toBe(1);
    expect(warnings[0]).toBe('e.txt has the same text as d.txt: counted once');
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'in German',
      'Wir suchen für unser Team eine Person, die mit Azure und Python arbeitet und das gerne tut. Sie sind bei uns in der Cloud zu Hause und bringen ein Studium mit.',
      /seems to be in German/,
    ],
    [
      'in Cyrillic',
      'Мы ищем инженера с опытом работы: Azure OpenAI, Python, SQL.',
      /another script/,
    ],
    ['that is a web page', `<!DOCTYPE html><html><body>${AZURE}</body></html>`, /is a web page/],
    [
      'that names nothing',
      'We bake bread in the old town and look for a friendly person.',
      /name no platform/,
    ],
  ])('one %s is told, and counted all the same', async (_, content, says) => {
    const { warnings, postings } = await recommend('--jobs', file('odd.txt', content));
    expect(warnings.join('\n')).toMatch(says);
    expect(postings?.postings).toBe(1);
  });

  test('text of Windows is read, in UTF-16 or Western letters', async () => {
    const wide = Buffer.from(`\ufeff${AZURE}`, 'utf16le');
    const western = Buffer.from(`Über uns: ${AZURE}`, 'latin1');
    const { postings } = await recommend('--jobs', file('w.txt', wide), file('l.txt', western));
    expect(postings?.platforms.azure).toBe(2);
  });

  const NUL = '\u0000';
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /^certplan: bad\.txt is empty$/m],
    ['blank', ' \n\t\n', /is empty/],
    ['binary', `Python${NUL}AWS`, /bad\.txt is no text$/m],
    [
      'random bytes',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + 3) % 251),
      /no text/,
    ],
    ['a PDF', '%PDF-1.7\nAWS', /no text but a PDF/],
    ['an office document', 'PK\u0003\u0004AWS', /no text but an office document/],
    ['huge', 'AWS '.repeat(260_000), /larger than 1 MB/],
  ])('a file that is %s is told, and nothing else happens', async (_, content, says) => {
    const { code, stdout, stderr } = await place.run([
      'recommend',
      '--jobs',
      file('bad.txt', content),
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });

  test('a folder, a missing file, a device without end', async () => {
    mkdirSync(join(place.work, 'folder'), { recursive: true });
    for (const [path, says] of [
      ['folder', 'cannot read folder: it is a folder'],
      ['nowhere.txt', 'cannot read nowhere.txt: no such file or folder'],
      ['/dev/zero', '/dev/zero is larger than 1 MB'],
    ] as const) {
      const { code, stderr } = await place.run(['recommend', '--jobs', path]);
      expect([path, code, stderr]).toEqual([path, 2, expect.stringContaining(says)]);
    }
  });

  test('control characters in a posting never reach the terminal', async () => {
    const evil = `${AZURE} ${'We are a team. '.repeat(30)} Azure\u001b[31m ML\u202e`;
    const { stdout, stderr } = await place.ok(['recommend', '--jobs', file('evil.txt', evil)]);
    for (const character of ['\u001b', '\u202e']) {
      expect(stdout + stderr).not.toContain(character);
    }
  });
});

describe('a mistake on the command line', () => {
  test.each<[string[], RegExp]>([
    [[], /^certplan: nothing is known about you yet/],
    [
      ['--background', 'chef'],
      /'chef' is invalid\. Allowed choices are data-science, app-development/,
    ],
    [
      ['--goal', 'fame'],
      /'fame' is invalid\. Allowed choices are specialisation, delivery, first-step/,
    ],
    [['--platform', 'oracle'], /'oracle' is invalid\. Allowed choices are aws, azure, google/],
    [['--skill', 'pyton=3'], /there is no skill "pyton"; did you mean "python"\?/],
    [['--skill', 'python=9'], /"9" is no level/],
    [['--hours', '0'], /hours a week are a number from 1 to 60/],
    [['--budget', '-5'], /a budget is a number of US dollars/],
    [['--budget', '$200'], /a budget is a number of US dollars/],
    [['--by', 'soon'], /--by: "soon" is not a date/],
    [['--by', '2026-11-25'], /--by 2026-11-25: 2026-11-25 is not ahead/],
    [['--jobs'], /--jobs <file\.\.\.>' argument missing/],
  ])('%j is told with exit code 2', async (args, says) => {
    const { code, stdout, stderr } = await place.run(['recommend', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
  });

  test('with --json it is one document', async () => {
    const { code, stdout } = await place.run(['recommend', '--json']);
    expect(code).toBe(2);
    expect(parseJson<ErrorDocument>(stdout).error.code).toBe('nothing-known');
  });

  test('flags are checked before files are read', async () => {
    const { stderr } = await place.run(['recommend', '--jobs', 'nowhere.txt', '--by', 'soon']);
    expect(stderr).toContain('is not a date');
  });
});

describe.skipIf(!hasCommand('script'))('the interview, on a terminal', () => {
  /** Keys one after another, as a person presses them. */
  const answered = (keys: readonly string[], flags = '', env: Record<string, string> = {}) => {
    const program = `stty cols 80; '${process.execPath}' '${BINARY}' recommend ${flags}`;
    const typing = keys.map((key) => `sleep 0.7; printf '${key}'`).join('; ');
    return runCommand(
      'sh',
      ['-c', `(sleep 2; ${typing}; sleep 3) | script -qec "${program}" /dev/null`],
      place.options({ env: { TERM: 'xterm', ...env } }),
    );
  };
  const ENTER = '\\r';
  const DOWN = '\\033[B';

  test('asks, ranks, and says how to ask the same again', async () => {
    const keys = [`${DOWN}`, ENTER, ENTER, ENTER, ENTER, `6${ENTER}`, ENTER, ENTER, ENTER];
    const { code, stdout } = await answered(keys);
    expect(code).toBe(0);
    expect(stdout).toContain('What do you come from?');
    expect(stdout).toContain(
      'again  certplan recommend --background app-development --goal specialisation --platform aws --hours 6',
    );
    expect(stdout).toMatch(/next {3}certplan plan \S+ --skill \S+ --hours 6/);
  });

  test('left with Ctrl-C, it recommends nothing', async () => {
    const { code, stdout } = await answered(['\\003']);
    expect(code).toBe(130);
    expect(stdout).toContain('the questions were left');
  });

  test.each<[string, string, Record<string, string>]>([
    ['--no-input', '--no-input', {}],
    ['CI', '', { CI: 'true' }],
  ])('with %s nothing is asked', async (_, flags, env) => {
    const { code, stdout } = await answered([''], flags, env);
    expect(code).toBe(2);
    expect(stdout).toContain('nothing is known about you yet');
    expect(stdout).not.toContain('What do you come from?');
  });
});
