/** `--lang`: of `plan`, which keeps it, and of `export`; and what comes back from documents in any language. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { BERLIN, NO_FILES, quickPlan, STRONG } from './sample.ts';

const place = new Sandbox();
beforeAll(async () => {
  await place.ok(quickPlan('english', ...NO_FILES));
  await place.ok(quickPlan('german', '--lang', 'de_AT.UTF-8', '--no-pdf'));
  await place.ok(quickPlan('japanese', '--lang', 'ja', ...NO_FILES));
}, HOOK_MILLISECONDS);

const exported = async (format: string, ...args: string[]): Promise<string> =>
  (await place.ok(['export', format, ...args])).stdout;
const languageOf = async (name: string) =>
  parseJson<{ language?: string }>(await exported('json', '--plan', name)).language;

describe('a plan made in a language', () => {
  test('has its documents in it, then and later, and says so in its JSON', async () => {
    expect(place.read('german.md')).toContain('## Woche 1 (');
    expect(await exported('checklist', '--plan', 'german')).toBe(place.read('german.md'));
    expect(place.read('german.ics')).toContain('Lernplan');
    expect(await exported('html', '--plan', 'german')).toContain('<html lang="de-AT">');
    expect(await languageOf('german')).toBe('de-AT');
    expect(await languageOf('english')).toBeUndefined();
  });

  test('can be exported in another one, once', async () => {
    expect(await exported('checklist', '--plan', 'german', '--lang', 'es')).toContain(
      '## Semana 1',
    );
    expect(await exported('checklist', '--plan', 'german', '--lang', 'en')).toContain('## Week 1');
    expect(await exported('checklist', '--plan', 'german')).toBe(place.read('german.md'));
    expect(await exported('anki', '--plan', 'german')).toContain('#deck:Lernplan');
  });

  test('keeps it through adjustments and undo, and hands it on', async () => {
    const off = ['--off', '2026-12-24..2026-12-26', '--yes', '--plan', 'german'];
    await place.ok(['adjust', ...off]);
    expect(await languageOf('german')).toBe('de-AT');
    await place.ok(['undo', '--plan', 'german']);
    expect(await exported('checklist', '--plan', 'german')).toContain('## Woche 1 (');
    const next = ['plan', 'azure-ai-103', '--from', 'german', '--name', 'next', ...NO_FILES];
    await place.ok(next);
    expect(await languageOf('next')).toBe('de-AT');
    await place.ok([...next, '--lang', 'en', '--force']);
    expect(await languageOf('next')).toBe('en');
  });

  test('is one for several certifications, too, each milestone with its exam', async () => {
    const both = ['plan', 'azure-ai-901', 'azure-ai-103', ...STRONG, '--hours', '10', ...BERLIN];
    await place.ok([...both, '--name', 'both', '--lang', 'de', ...NO_FILES]);
    expect(await languageOf('both')).toBe('de');
    const list = await exported('checklist', '--plan', 'both');
    expect(list).toContain('Prüfung AI-901');
    expect(list).toContain('Prüfung AI-103');
    const calendar = (await exported('ics', '--plan', 'both')).replaceAll('\r\n ', '');
    expect(calendar).toContain('SUMMARY:AI-901 buchen');
    expect(calendar).toContain('CATEGORIES:practice exam');
  });

  test('is told in the terminal in English, as ever', async () => {
    expect((await place.ok(['show', '--plan', 'german'])).stdout).not.toMatch(/Woche|Prüfung/);
  });

  test('fills templates of one’s own in it', async () => {
    const template = '{{ lang }} {{ words.checkYourself }} {{ words.behind | marked }}\n';
    writeFileSync(join(place.work, 'mine.md.liquid'), template);
    const mine = await exported('checklist', '--template', 'mine.md.liquid', '--plan', 'german');
    expect(mine).toMatch(/^de-AT Prüfe dich selbst Im Rückstand\? `certplan replan` /);
  });
});

describe.each(['german', 'japanese'])('ticks in the documents of the %s plan', (name) => {
  const done = async (): Promise<number[]> => {
    const { stdout } = await place.ok(['show', '--json', '--plan', name]);
    return parseJson<{ sessions: { number: number; status: string }[] }>(stdout).sessions.flatMap(
      (session) => (session.status === 'done' ? session.number : []),
    );
  };
  const cameBack = async (file: string, text: string): Promise<void> => {
    writeFileSync(join(place.work, file), text);
    await place.ok(['import', file, '--plan', name]);
  };

  test('come back from checklists, from the page and from task lists', async () => {
    const list = await exported('checklist', '--plan', name);
    await cameBack('list.md', list.replace('[ ] **1**', '[x] **1**'));
    const org = await exported('checklist', '--template', 'org', '--plan', name);
    await cameBack('list.org', org.replace(/^\*\* TODO 2 /m, '** DONE 2 '));
    const text = await exported('checklist', '--template', 'text', '--plan', name);
    await cameBack('list.txt', text.replace(/^\[ \] 3 /m, '[x] 3 '));
    const head = list.split('\n')[0] ?? '';
    await cameBack('page.md', `${head}\n# チェック\n\n- [x] **4** <!-- done 2026-11-24 --> x\n`);
    const tasks = await exported('todo', '--plan', name);
    const ticked = tasks.replace(
      /(SUMMARY:5 [\s\S]*?)STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0/,
      '$1STATUS:COMPLETED\r\nPERCENT-COMPLETE:100',
    );
    expect(ticked).not.toBe(tasks);
    await cameBack('tasks.ics', ticked);
    expect(await done()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe.concurrent('what cannot be', () => {
  test.each(['xx', 'fr', 'deutsch!', ''])('a language %j', async (tag) => {
    const lines = [
      ['export', 'html', '--lang', tag, '-o', 'never.html'],
      quickPlan('never', '--lang', tag),
    ];
    for (const line of lines) {
      const { code, stdout } = await place.run([...line, '--json']);
      const { error } = parseJson<ErrorDocument>(stdout);
      expect([code, error.code]).toEqual([2, 'unknown-language']);
      expect(error.hint).toContain('languages are en, de, es, ja');
    }
  });

  test.each(['csv', 'json'])('%s in a language', async (format) => {
    const { code, stderr } = await place.run(['export', format, '--lang', 'de']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `--lang is for ics, pdf, checklist, html, todo and anki, not for ${format}`,
    );
  });
});

test.each(['plan', 'export'])('help of %s names it', async (command) => {
  expect((await place.ok([command, '--help'])).stdout).toMatch(/--lang <tag>/);
  expect((await place.ok(['completion', 'bash'])).stdout).toContain('--lang');
});
