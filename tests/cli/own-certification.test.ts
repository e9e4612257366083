/** A certification of one's own: written, checked, planned, and found by its id. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkPlan, readCurriculumFacts, readFoundationsFacts } from '../checker/check-plan.ts';
import { curriculumText } from '../support/curricula.ts';
import { type ErrorDocument, parseJson, runCommand, Sandbox, STACK } from './run.ts';
import { NO_FILES, planOf } from './sample.ts';

interface Entry {
  readonly id: string;
  readonly file: string | null;
  readonly status: string;
}

const listed = (stdout: string): readonly Entry[] =>
  parseJson<{ certifications: readonly Entry[] }>(stdout).certifications;

/** Writes `ID.yaml` into the folder where ids are looked for. */
async function addOwn(
  place: Sandbox,
  id: string,
  change = (text: string) => text,
): Promise<string> {
  const folder = join(place.root, '.config/certplan/curricula');
  mkdirSync(folder, { recursive: true });
  const { stdout } = await place.ok(['curriculum', 'new', 'mine', '-o', '-']);
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, change(stdout.replaceAll('mine', id)));
  return path;
}

describe('certplan curriculum new', () => {
  const place = new Sandbox();

  test('writes a file that is sound and can be planned at once', async () => {
    const made = await place.ok(['curriculum', 'new', 'my-cert']);
    expect(made.stdout).toContain('my-cert.yaml');
    expect(made.stderr).toContain('certplan plan ./my-cert.yaml');
    const checked = await place.ok(['curriculum', 'check', 'my-cert.yaml']);
    expect(checked.stdout).toBe('my-cert.yaml: no fault\n');
    expect(checked.stderr).toMatch(/^my-cert\.yaml:\d+:\d+ {2}hint: 13 addresses of the example/);
    const planned = await place.ok([
      'plan',
      './my-cert.yaml',
      '--hours',
      '6',
      ...NO_FILES,
      '--json',
    ]);
    const plan = planOf(planned.stdout);
    expect(plan).toMatchObject({ name: 'my-cert', certification: 'my-cert' });
    expect(
      checkPlan(
        plan,
        readCurriculumFacts(place.read('my-cert.yaml')),
        readFoundationsFacts(curriculumText('foundations')),
        { examGiven: null },
      ),
    ).toEqual([]);
    expect((await place.ok(['today'])).stdout).not.toBe('');
  });

  test('its first line leads editors to a JSON Schema that is there', async () => {
    const { stdout } = await place.ok(['curriculum', 'new', 'x', '-o', '-']);
    const [, url = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(stdout) ?? [];
    const schema = parseJson<Record<string, unknown>>(readFileSync(fileURLToPath(url), 'utf8'));
    expect(schema).toMatchObject({ type: 'object' });
    expect(stdout).not.toMatch(/<(id|today|schema)>/);
  });

  test('never overwrites without being told to', async () => {
    writeFileSync(join(place.work, 'kept.yaml'), 'precious');
    const { code, stderr } = await place.run(['curriculum', 'new', 'kept']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/kept\.yaml is there already[\s\S]*--force/);
    expect(place.read('kept.yaml')).toBe('precious');
    await place.ok(['curriculum', 'new', 'kept', '--force', '-q']);
    expect(place.read('kept.yaml')).toContain('id: kept');
  });

  test('to another file, with --json', async () => {
    const { stdout } = await place.ok(['curriculum', 'new', 'two', '-o', 'a/b.yaml', '--json']);
    expect(parseJson(stdout)).toEqual({
      schema: 'certplan.curriculum-new/1',
      id: 'two',
      file: 'a/b.yaml',
    });
    expect(place.read('a/b.yaml')).toContain('id: two');
    expect((await place.run(['curriculum', 'new', 'two', '-o', '-', '--json'])).code).toBe(2);
  });

  test.each(['../up', 'a/b', 'Upper', '', '.', 'a b', 'x'.repeat(65), '\u202eid', 'aws-mla-c02'])(
    'the id "%s" is refused: exit 2, nothing written',
    async (id) => {
      const before = place.snapshot();
      const { code, stdout, stderr } = await place.run(['curriculum', 'new', id]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(2);
      expect(place.snapshot()).toEqual(before);
    },
  );
});

describe('a file on the command line', () => {
  const place = new Sandbox();

  test('is told from an id by its separator or ending, wherever it lies', async () => {
    await place.ok(['curriculum', 'new', 'one', '-o', 'deep/plainname']);
    for (const file of ['deep/plainname', './deep/plainname', join(place.work, 'deep/plainname')]) {
      expect((await place.ok(['certs', file])).stdout).toContain('Example certification (EX-1)');
    }
    await place.ok(['curriculum', 'new', 'one', '-o', 'one.yml']);
    expect((await place.ok(['plan', 'one.yml', '--dry-run'])).stdout).toContain('EX-1');
  });

  test('with a fault: exit 2, place and remedy, nothing stored', async () => {
    await place.ok(['curriculum', 'new', 'bad', '--force']);
    const text = place
      .read('bad.yaml')
      .replace('kind: video', 'kind: vidoe')
      .replace('weight: 40', 'weight: 41.5');
    writeFileSync(join(place.work, 'bad.yaml'), text);
    const { code, stdout, stderr } = await place.run(['plan', './bad.yaml', '--json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/\.\/bad\.yaml:\d+:\d+ {2}domains: weights add up to 101\.5, not 100/);
    expect(stderr).toContain('certplan curriculum check ./bad.yaml');
    expect(parseJson<ErrorDocument>(stdout).error.code).toBe('bad-curriculum');
    expect(existsSync(place.journal('bad'))).toBe(false);
  });

  test('may have a built-in id: who names a file means it', async () => {
    const { stdout } = await place.ok(['curriculum', 'new', 'mine', '-o', '-']);
    writeFileSync(join(place.work, 'own.yaml'), stdout.replace('id: mine', 'id: aws-mla-c02'));
    expect((await place.ok(['certs', './own.yaml'])).stdout).toContain('EX-1');
  });

  test('that is not there, and an id of none: both name what to do', async () => {
    const file = await place.run(['plan', './no.yaml']);
    expect(file.code).toBe(2);
    expect(file.stderr).toContain('cannot read ./no.yaml: no such file');
    const id = await place.run(['plan', 'no']);
    expect(id.code).toBe(4);
    expect(id.stderr).toMatch(/no certification "no"[\s\S]*\.\/mine\.yaml/);
  });
});

describe("the folder of the user's own", () => {
  const place = new Sandbox();

  test('makes a file known by its id: certs, plan, check, completion', async () => {
    const path = await addOwn(place, 'team-cert');
    const certs = await place.ok(['certs']);
    expect(certs.stdout).toMatch(/^team-cert +EX-1 .*yours$/m);
    expect(certs.stderr).not.toContain('not listed');
    const own = listed((await place.ok(['certs', '--json'])).stdout);
    expect(own.find(({ id }) => id === 'team-cert')).toMatchObject({
      file: path,
      status: 'active',
    });
    expect(own.find(({ id }) => id === 'aws-mla-c02')).toMatchObject({ file: null });

    expect((await place.ok(['certs', 'team-cert'])).stdout).toContain('EX-1');
    expect((await place.ok(['curriculum', 'check', 'team-cert'])).stdout).toContain('no fault');
    expect((await place.ok(['__complete', 'certifications'])).stdout).toContain('team-cert\tyours');
    await place.ok(['plan', 'team-cert', '--hours', '6', ...NO_FILES]);
    expect((await place.ok(['plans'])).stdout).toContain('team-cert');
    const typo = await place.run(['plan', 'team-cerd']);
    expect([typo.code, typo.stderr]).toEqual([
      4,
      expect.stringContaining('did you mean "team-cert"'),
    ]);
  });

  test('both ways into the program answer the same', async () => {
    for (const args of [['certs'], ['certs', 'team-cert'], ['plan', 'team-cert', '--dry-run']]) {
      const fast = await place.ok(args);
      const full = await place.ok(args, { env: { CERTPLAN_NO_FAST_START: '1' } });
      expect([fast.stdout, fast.stderr]).toEqual([full.stdout, full.stderr]);
    }
  });

  test('a plan of it lives on when the file is gone: it was made from a snapshot', async () => {
    const other = new Sandbox();
    await other.ok(['curriculum', 'new', 'gone']);
    await other.ok(['plan', './gone.yaml', '--hours', '6', ...NO_FILES]);
    writeFileSync(join(other.work, 'gone.yaml'), '');
    const later = { env: { CERTPLAN_NOW: '2026-12-12T12:00:00Z' } };
    expect((await other.ok(['replan', '--yes'], later)).code).toBe(0);
    expect((await other.ok(['status'], later)).stdout).not.toBe('');
  });

  test('a built-in id is refused, and hides nothing meanwhile', async () => {
    const other = new Sandbox();
    const path = await addOwn(other, 'azure-ai-103');
    const certs = await other.ok(['certs']);
    expect(certs.stdout).toMatch(/^azure-ai-103 +AI-103 /m);
    expect(certs.stdout).not.toContain('EX-1');
    expect(certs.stderr).toContain(`not listed: ${path} has the id of a built-in certification`);
    const plan = await other.run(['plan', 'azure-ai-103', '--dry-run']);
    expect(plan.code).toBe(2);
    expect(plan.stderr).toMatch(/id of a built-in[\s\S]*certplan plan \S+azure-ai-103\.yaml/);
  });

  test('a file that says another id, or has faults, is told and hides no other', async () => {
    const other = new Sandbox();
    await addOwn(other, 'good');
    await addOwn(other, 'other-name', (text) => text.replace('id: other-name', 'id: its-own'));
    await addOwn(other, 'broken', (text) => text.replace('weight: 40', 'weight: 4'));
    const { stdout, stderr } = await other.ok(['certs']);
    expect(stdout).toMatch(/^good /m);
    expect(stderr).toMatch(/not listed: \S+other-name\.yaml holds the certification "its-own"/);
    expect(stderr).toMatch(/not listed: \S+broken\.yaml:\d+:\d+ .*weights add up to 64/);
    expect((await other.run(['plan', 'broken'])).code).toBe(2);
    expect((await other.run(['plan', 'its-own'])).code).toBe(4);
  });

  test('XDG_CONFIG_HOME says where it is; a folder that cannot be read is none', async () => {
    const other = new Sandbox();
    const path = await addOwn(other, 'elsewhere');
    const config = join(path, '../../..');
    const moved = { env: { HOME: other.work, XDG_CONFIG_HOME: config } };
    expect((await other.ok(['certs'], moved)).stdout).toContain('elsewhere');
    expect((await other.ok(['certs'], { env: { HOME: other.work } })).stdout).not.toContain(
      'elsewhere',
    );
    writeFileSync(join(other.work, '.config'), 'a file');
    expect((await other.ok(['certs'], { env: { HOME: other.work } })).stderr).not.toMatch(STACK);
  });

  test('who has none loads nothing that reads YAML', async () => {
    const other = new Sandbox();
    // A program without that part: whatever asks for it fails.
    const dist = join(other.root, 'dist');
    const whole = fileURLToPath(new URL('../../dist', import.meta.url));
    await runCommand('cp', ['-r', whole, dist], other.options());
    for (const name of readdirSync(dist).filter((file) => file.startsWith('read-yaml'))) {
      writeFileSync(join(dist, name), 'throw new Error("loaded");');
      chmodSync(join(dist, name), 0o644);
    }
    const run = (...args: string[]) =>
      runCommand(process.execPath, [join(dist, 'certplan.js'), ...args], other.options());
    expect((await run('certs')).code).toBe(0);
    expect((await run('certs', 'azure-ai-103')).code).toBe(0);
    expect((await run('__complete', 'certifications')).stdout).toContain('azure-ai-103');
    await addOwn(other, 'one');
    expect((await run('certs')).code).toBe(1);
  });
});
