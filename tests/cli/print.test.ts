/** What `plan` and `export pdf` print: sections, days, a name, ticks, and fonts of the system. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describePeer, hasCommand } from '../support/peers.ts';
import { HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const place = new Sandbox();

beforeAll(async () => {
  await place.ok(quickPlan('x', ...NO_FILES));
}, HOOK_MILLISECONDS);

const exportPdf = (...flags: string[]) => place.run(['export', 'pdf', '--paper', 'a4', ...flags]);

/** The text of a PDF as poppler reads it. */
const textIn = (bytes: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], {
    input: bytes,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });

describe('mistakes in what is printed', () => {
  test.each([
    [['--sections', 'weks'], /no section "weks".*did you mean "weeks"/],
    [['--sections', ''], /no section ""/],
    [['--from', 'someday'], /--from: "someday" is not a date/],
    [['--to', '2027-02-30'], /--to: "2027-02-30" is not a date/],
    [['--from', '2027-01-09', '--to', '2027-01-08'], /2027-01-09 comes after --to 2027-01-08/],
    [['--from', '2031-01-01'], /no session of the plan lies on the days/],
    [['--for', ''], /empty/],
  ])('%j: exit 2, one message, nothing on stdout', async (flags, message) => {
    const { code, stdout, stderr } = await exportPdf(...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('other formats have everything: exit 2', async () => {
    for (const flags of [
      ['--sections', 'cover'],
      ['--from', 'today'],
      ['--for', 'Ada'],
    ]) {
      const { code, stderr } = await place.run(['export', 'csv', ...flags]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/csv has everything/);
    }
  });

  test('plan tells them before anything is stored', async () => {
    const { code, stdout } = await place.run([
      ...quickPlan('y', '--sections', 'weeks,posters', '--json'),
    ]);
    expect(code).toBe(2);
    expect(parseJson(stdout)).toMatchObject({
      error: { message: expect.stringMatching(/posters/) },
    });
    expect((await place.run(['show', '--plan', 'y'])).code).toBe(4);
  });
});

describePeer(
  'pdftotext',
  () => {
    test('prints what is asked for, for whom it is asked', async () => {
      const { code, bytes } = await exportPdf('--sections', 'weeks,cover', '--for', 'Ngô Thị Ánh');
      expect(code).toBe(0);
      const text = textIn(bytes);
      expect(text).toContain('for Ngô Thị Ánh');
      expect(text).toContain('Weekly checklists');
      expect(text).not.toContain('Lab safety\n');
    });

    test('relative days count from now', async () => {
      const { bytes } = await exportPdf('--sections', 'weeks', '--from', 'today', '--to', '+1w');
      const text = textIn(bytes);
      expect(text).toMatch(/Week 1 of/);
      expect(text).not.toMatch(/Week 3 of/);
    });

    test('plan prints the same as a later export', async () => {
      const other = new Sandbox();
      const flags = ['--paper', 'a4', '--sections', 'cover,calendar', '--for', 'Ada'];
      await other.ok(quickPlan('x', ...flags));
      const { bytes } = await other.ok(['export', 'pdf', ...flags]);
      expect(textIn(bytes)).toContain('for Ada');
      expect(bytes.equals(readFileSync(join(other.work, 'x.pdf')))).toBe(true);
    });

    test('what is done comes ticked, with its real minutes', async () => {
      const other = new Sandbox();
      await other.ok(quickPlan('x', ...NO_FILES));
      await other.ok(['done', '1', '--minutes', '37', '--on', 'today']);
      const { bytes } = await other.ok(['export', 'pdf', '--sections', 'weeks']);
      expect(textIn(bytes)).toContain('37 min real, 25 Nov');
    });
  },
  hasCommand('pdftotext', ['-v']),
);

describe('letters that the fonts lack', () => {
  const name = ['--sections', 'cover', '--for', '山田 太郎'];

  test('without a font: a note on stderr, and the PDF is written', async () => {
    const empty = join(place.root, 'no-fonts');
    mkdirSync(empty, { recursive: true });
    const { code, stderr } = await place.run(['export', 'pdf', ...name], {
      env: { CERTPLAN_FONTS: empty },
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/no font for them was found; install one such as Noto Sans CJK/);
  });

  test('folders without fonts, or that are not there, are no fault', async () => {
    const { code } = await place.run(['export', 'pdf', ...name], {
      env: { CERTPLAN_FONTS: '/proc/nothing:/no/such/folder' },
    });
    expect(code).toBe(0);
  });

  const droid = '/usr/share/fonts/truetype/droid';
  describePeer(
    'fonts-droid-fallback',
    () => {
      test('with one: the name is printed, and no note comes', async () => {
        const { stderr, bytes } = await place.ok(['export', 'pdf', ...name], {
          env: { CERTPLAN_FONTS: droid },
        });
        expect(stderr).not.toMatch(/font/);
        expect(textIn(bytes)).toContain('山田');
      });
    },
    hasCommand('ls', [`${droid}/DroidSansFallbackFull.ttf`]) && hasCommand('pdftotext', ['-v']),
  );
});
