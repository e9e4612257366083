/** What docs/curricula.md teaches works as it stands there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Sandbox } from '../cli/run.ts';

const text = readFileSync(new URL('../../docs/curricula.md', import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );

test('its commands run, with the file that is written and with the example', async () => {
  const place = new Sandbox();
  const [made = '', checked = '', planned = ''] = blocks('sh')
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^certplan /, ''));
  await place.ok(made.split(' '));
  for (const example of blocks('yaml')) {
    for (const content of [place.read('data-basics.yaml'), example]) {
      writeFileSync(join(place.work, 'data-basics.yaml'), content);
      const { stdout, stderr } = await place.ok(checked.split(' '));
      expect(stdout).toBe('data-basics.yaml: no fault\n');
      // Its addresses are examples, and a task on one page is what a small example has.
      expect(stderr.match(/hint: /g)?.length).toBeLessThanOrEqual(2);
      const plan = await place.ok([...planned.split(' '), '--force', '--no-pdf']);
      expect(plan.stdout).toMatch(/ {2}fits {3}/);
    }
  }
  expect(blocks('yaml')).toHaveLength(1);
});

test('it names every verdict, and the folder', () => {
  for (const word of ['fine', 'moved', 'doubtful', 'broken']) {
    expect(text).toMatch(new RegExp(`^\\| ${word} +\\|`, 'm'));
  }
  expect(text).toContain('certplan/curricula');
});
