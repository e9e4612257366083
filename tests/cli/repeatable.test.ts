/** Same inputs, same files: on every machine, in every zone and locale. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOOK_MILLISECONDS, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const FILES = ['x.ics', 'x.pdf', 'x.md', 'x.html'] as const;

interface Written {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly json: string;
}

async function writeAt(env: Record<string, string>): Promise<Written> {
  const place = new Sandbox();
  const { stdout } = await place.ok(quickPlan('x', '--paper', 'a4', '--json'), { env });
  await place.ok(['export', 'html', '-o', 'x.html'], { env });
  const files = FILES.map((file) => [file, readFileSync(join(place.work, file))] as const);
  return { files: Object.fromEntries(files), json: stdout };
}

describe.concurrent('byte for byte', () => {
  let first: Written;
  beforeAll(async () => {
    first = await writeAt({ TZ: 'UTC', LANG: 'C.UTF-8' });
  }, HOOK_MILLISECONDS);

  test.each([
    ['UTC', 'C.UTF-8'],
    ['UTC', 'C'],
    ['America/Santiago', 'de_DE.UTF-8'],
    ['Asia/Tokyo', 'en_US.UTF-8'],
    ['Australia/Lord_Howe', 'C'],
  ])('TZ=%s LANG=%s', async (zone, locale) => {
    const again = await writeAt({ TZ: zone, LANG: locale, LC_ALL: locale });
    for (const file of FILES) {
      expect([file, again.files[file]?.equals(first.files[file] ?? Buffer.of())]).toEqual([
        file,
        true,
      ]);
    }
    expect(again.json).toBe(first.json);
  });

  test('a later export writes the same bytes as the plan did', async () => {
    const place = new Sandbox();
    await place.ok(quickPlan('x', '--paper', 'a4'));
    const later = { env: { CERTPLAN_NOW: '2026-12-01T08:00:00Z' } };
    const formats = [
      ['ics', 'x.ics'],
      ['pdf', 'x.pdf'],
      ['checklist', 'x.md'],
    ] as const;
    for (const [format, file] of formats) {
      const { bytes } = await place.ok(['export', format, '--paper', 'a4'], later);
      expect([file, bytes.equals(readFileSync(join(place.work, file)))]).toEqual([file, true]);
    }
  });
});

describe.concurrent('stamps and paper', () => {
  const place = new Sandbox();
  beforeAll(async () => {
    await place.ok(quickPlan('x', ...NO_FILES));
  }, HOOK_MILLISECONDS);

  test('SOURCE_DATE_EPOCH fixes the stamps of the files', async () => {
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    const ics = (await place.ok(['export', 'ics'], { env })).stdout;
    const stamps = new Set(ics.match(/^DTSTAMP:.*$/gm)?.map((line) => line.trimEnd()));
    expect([...stamps]).toEqual(['DTSTAMP:20231114T221320Z']);
    const pdf = (await place.ok(['export', 'pdf'], { env })).bytes.toString('latin1');
    expect(pdf).toContain('20231114221320');
    expect(pdf).not.toContain('20261125');
  });

  test('without it the stamp is when the plan was made', async () => {
    const ics = (await place.ok(['export', 'ics'])).stdout;
    const stamps = new Set(ics.match(/^DTSTAMP:.*$/gm)?.map((line) => line.trimEnd()));
    expect([...stamps]).toEqual(['DTSTAMP:20261125T120000Z']);
  });

  test.each([
    ['en_US.UTF-8', [], '612 792'],
    ['de_DE.UTF-8', [], '595.28 841.89'],
    ['C', [], '595.28 841.89'],
    ['en_US.UTF-8', ['--paper', 'a4'], '595.28 841.89'],
    ['de_DE.UTF-8', ['--paper', 'letter'], '612 792'],
  ])('paper under %s %j is %s', async (locale, flags, size) => {
    const { bytes } = await place.ok(['export', 'pdf', ...flags], { env: { LANG: locale } });
    const boxes = bytes.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g) ?? [];
    const onItsSide = size.split(' ').reverse().join(' ');
    expect(new Set(boxes)).toEqual(
      new Set([`/MediaBox [0 0 ${size}]`, `/MediaBox [0 0 ${onItsSide}]`]),
    );
  });
});
