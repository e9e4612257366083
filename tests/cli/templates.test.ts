/** `export checklist --template`: the forms that ship, and files of one's own, which may be anybody's. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox, STACK } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const place = new Sandbox();
beforeAll(async () => {
  await place.ok(quickPlan('mine', ...NO_FILES));
}, HOOK_MILLISECONDS);

const write = (name: string, text: string): void => writeFileSync(join(place.work, name), text);
const exported = (template: string, ...more: string[]) =>
  place.run(['export', 'checklist', '--template', template, ...more]);

/** Exit code 2, one message without a stack. @returns code and message */
async function refusal(template: string, format = 'checklist') {
  const { code, stdout, stderr } = await place.run([
    ...['export', format, '--template', template, '-o', 'never', '--json'],
  ]);
  expect([template, code]).toEqual([template, 2]);
  expect(stderr).not.toMatch(STACK);
  const { error } = parseJson<ErrorDocument>(stdout);
  return error;
}

describe.concurrent('the forms that ship', () => {
  test('Markdown is what there is without the option', async () => {
    const { stdout } = await exported('markdown');
    expect((await place.ok(['export', 'checklist'])).stdout).toBe(stdout);
  });

  test.each([
    ['text', 'ticked.txt', /^\[ \] 1 /m, '[x] 1 '],
    ['org', 'ticked.org', /^\*\* TODO 1 /m, '** DONE 1 '],
  ])('%s comes back', async (name, file, open, ticked) => {
    const own = new Sandbox();
    await own.ok(quickPlan('mine', ...NO_FILES));
    await own.ok(['export', 'checklist', '--template', name, '-o', file]);
    const text = own.read(file);
    expect(text).toMatch(open);
    writeFileSync(join(own.work, file), text.replace(open, ticked));
    expect((await own.ok(['import', file])).stdout).toContain('1 session done (1)');
  });

  test('todo.txt is a line a session', async () => {
    const { stdout } = await exported('todo.txt');
    expect(stdout).toMatch(/^2026-11-25 1 .* \+mine @[a-z-]+ due:\d{4}-\d\d-\d\d$/m);
  });
});

describe.concurrent('a template of one’s own', () => {
  test('is filled with the plan, escaped for what it makes', async () => {
    write('mine.md.liquid', '{{ plan.name }}: {{ weeks.size }} weeks\n<b> {{ "<b>" }}\n');
    const { code, stdout } = await exported('mine.md.liquid');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^mine: \d+ weeks\n<b> &lt;b&gt;\n$/),
    ]);
  });

  test('is told its mistakes with line and column', async () => {
    write('wrong.md.liquid', 'a\nb\n{% for week in weeks %}\n- {{ week.nome }}\n{% endfor %}');
    const error = await refusal('wrong.md.liquid');
    expect(error.message).toBe('wrong.md.liquid:4:6 undefined variable: week.nome');
    expect(error.hint).toContain('docs/templates.md');
    write('open.md.liquid', 'a\n{% for week in weeks %}');
    expect((await refusal('open.md.liquid')).message).toMatch(
      /^open\.md\.liquid:2:1 .*not closed$/,
    );
  });

  test.each([
    ['unknown-template', 'markdwon', /did you mean "markdown"/],
    ['cannot-read', './nothing.md', /nothing\.md/],
    ['cannot-read', '.', /\./],
  ])('%s for %s', async (code, name, message) => {
    expect(await refusal(name)).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('is text, and only for checklists', async () => {
    write('binary.md', 'a\0b');
    expect((await refusal('binary.md')).code).toBe('not-text');
    expect((await refusal('markdown', 'csv')).code).toBe('not-for-this-format');
  });

  test('is read before the plan is', async () => {
    const { code, stderr } = await new Sandbox().run([
      'export',
      'checklist',
      '--template',
      'markdwon',
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('markdwon')]);
  });
});

describe.concurrent('a template of a stranger', () => {
  const SECRET = 'do not read me';
  test.each([
    "{% include 'secret.txt' %}",
    "{% render './secret.txt' %}",
    "{% layout 'secret.txt' %}",
    "{{ 'secret.txt' | inline }}",
    '{{ process.env.HOME }}',
    '{{ plan.constructor }}',
    "{{ plan['__proto__'] }}",
  ])('reads no file and runs no code: %s', async (text) => {
    write('secret.txt', SECRET);
    const name = `stranger-${text.length}.txt`;
    write(name, text);
    const error = await refusal(name);
    expect(error.message).toMatch(/:1:\d+ /);
    expect(error.message).not.toContain(SECRET);
  });

  // The loops go on for hours where nothing stops them.
  const LOOP = '{% for a in (1..9999) %}{% for b in (1..9999) %}';
  const ENDS = '{% endfor %}{% endfor %}';
  test.each([
    ['time', `${LOOP}{% for c in (1..9999) %}{% assign d = c %}{% endfor %}${ENDS}`, /limit/],
    ['output', `${LOOP}${'x'.repeat(10_000)}${ENDS}`, /limit/],
    [
      'memory',
      `{% capture a %}${LOOP}${'x'.repeat(100_000)}${ENDS}{% endcapture %}`,
      /memory|limit|length/i,
    ],
    ['size', ' '.repeat(1_000_100), /larger|limit/],
  ])('comes to an end: too much %s', async (what, text, message) => {
    write(`endless-${what}.txt`, text);
    expect((await refusal(`endless-${what}.txt`)).message).toMatch(message);
  });
});
