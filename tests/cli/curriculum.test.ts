/** `certplan curriculum check|schema`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CERTIFICATIONS, curriculumText } from '../support/curricula.ts';
import { type ErrorDocument, parseJson, Sandbox } from './run.ts';

const place = new Sandbox();

const write = (name: string, text: string): string => {
  writeFileSync(join(place.work, name), text);
  return name;
};

interface Checked {
  readonly files: readonly {
    readonly file: string;
    readonly faults: readonly { readonly line: number; readonly column: number }[];
  }[];
}

test('check alone checks all built-in ones and finds no fault', async () => {
  const { stdout } = await place.ok(['curriculum', 'check']);
  for (const id of CERTIFICATIONS) expect(stdout).toMatch(new RegExp(`${id}.*no fault`));
  const { files } = parseJson<Checked>((await place.ok(['curriculum', 'check', '--json'])).stdout);
  expect(files.length).toBeGreaterThanOrEqual(CERTIFICATIONS.length);
  expect(files.flatMap(({ faults }) => faults)).toEqual([]);
});

test('a good file of your own, and several', async () => {
  write('one.yaml', curriculumText('azure-ai-103'));
  write('two.yaml', curriculumText('aws-mla-c02'));
  const { stdout } = await place.ok(['curriculum', 'check', 'one.yaml', 'two.yaml']);
  expect(stdout).toMatch(/one\.yaml.*no fault[\s\S]*two\.yaml.*no fault/);
});

test('a fault is told with file, line and column: exit 2', async () => {
  const lines = curriculumText('azure-ai-103').split('\n');
  const at = lines.findIndex((line) => /^\s*(- )?minutes: .*value: \d+/.test(line));
  lines[at] = (lines[at] ?? '').replace(/value: \d+/, 'value: 1h');
  write('mine.yaml', lines.join('\n'));
  const { code, stdout, stderr } = await place.run(['curriculum', 'check', 'mine.yaml']);
  expect(code).toBe(2);
  expect(stdout).toMatch(new RegExp(`^mine\\.yaml:${at + 1}:\\d+ .*1h`, 'm'));
  expect(stdout + stderr).toMatch(/1 fault/);
  const json = await place.run(['curriculum', 'check', 'mine.yaml', '--json']);
  expect(json.code).toBe(2);
  expect(parseJson<Checked>(json.stdout).files[0]?.faults[0]?.line).toBe(at + 1);
});

test.each([
  ['no YAML', 'a: [1, 2\nb: "', /^mine\.yaml:\d+:\d+ /m],
  ['an empty file', '', /^mine\.yaml:\d+:\d+ /m],
  ['a list', '- 1\n', /^mine\.yaml:1:1 /m],
  ['control characters', 'id: "\u001b[31m"\n', /^mine\.yaml:\d+:\d+ /m],
])('%s: exit 2, one place, no stack', async (_, text, look) => {
  write('mine.yaml', text);
  const { code, stdout, stderr } = await place.run(['curriculum', 'check', 'mine.yaml']);
  expect(code).toBe(2);
  expect(stdout).toMatch(look);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).not.toContain('\u001b');
});

test('a file that is not there: exit 2', async () => {
  const { code, stdout, stderr } = await place.run(['curriculum', 'check', 'no.yaml', '--json']);
  expect(code).toBe(2);
  expect(stderr).toContain('no.yaml');
  expect(parseJson<ErrorDocument>(stdout).error.message).toContain('no.yaml');
});

test('the schema is JSON Schema with the keys of a curriculum', async () => {
  const { stdout } = await place.ok(['curriculum', 'schema']);
  const schema = parseJson<{ $schema: string; type: string; properties: Record<string, unknown> }>(
    stdout,
  );
  expect(schema.$schema).toMatch(/json-schema\.org/);
  expect(schema.type).toBe('object');
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining(['id', 'domains', 'activities', 'lifecycle']),
  );
});
