/** Same inputs, same files: on every machine, in every zone and locale. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src/cli/export-formats.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import { BEGINNER, LEARNED } from '../documents/learners/beginner.ts';
import { EXPERT } from '../documents/learners/expert.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { HOOK_MILLISECONDS, NOW, parseJson, Sandbox } from './run.ts';
import { NO_FILES, planLine, planOf, quickPlan } from './sample.ts';

interface Life {
  /** The line that makes the plan. */
  readonly plan: readonly string[];
  readonly paper: 'a4' | 'letter';
  readonly now: string;
  /** What happens to it later. */
  readonly events: readonly (readonly string[])[];
  readonly later: string;
  /** A calendar with busy times. */
  readonly busy?: string;
}

const LIVES = {
  'a quick plan': {
    plan: quickPlan('x', '--paper', 'a4'),
    paper: 'a4',
    now: NOW,
    events: [],
    later: '2026-12-01T08:00:00Z',
  },
  'a beginner with a history': {
    plan: [...planLine(BEGINNER), '--paper', 'letter', '--lang', 'es-CL'],
    paper: 'letter',
    now: BEGINNER.now,
    events: [
      ['done', '1', '2', '3', '--on', '2027-03-15', '--felt', 'hard'],
      ['done', '4', '5', '--on', '2027-03-16', '--minutes', '25'],
      ['skip', '9', '--why', 'Lo sé; ya leí <esto> & más'],
      ['adjust', '--skill', LEARNED, '--yes'],
    ],
    later: '2027-03-27T22:00:00Z',
  },
  'an expert with a busy calendar': {
    plan: [...planLine(EXPERT), '--paper', 'a4', '--for', '山田 花子', '--lang', 'ja'],
    paper: 'a4',
    now: EXPERT.now,
    events: [],
    later: '2027-04-03T12:00:00Z',
    busy: EXPERT.busy,
  },
} as const satisfies Record<string, Life>;

/**
 * Ids of events are random, and with them the checksums of their lines: each id is named by its
 * place, so that what refers to it is compared, too.
 */
function withoutChance(journal: string): string {
  const ids = new Map<string, number>();
  return journal
    .replace(/"sum":"[\da-f]{8}"/g, '')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, ids.size);
      return `id ${ids.get(id)}`;
    });
}

const printOf = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex');

/** The fingerprints of all that a life leaves behind: files, and the stored plan. */
async function liveAt(life: Life, env: Record<string, string>): Promise<Record<string, string>> {
  const place = new Sandbox();
  if (life.busy !== undefined) writeFileSync(join(place.work, 'busy.ics'), life.busy);
  await place.ok(life.plan, { env: { ...env, CERTPLAN_NOW: life.now } });
  const later = { env: { ...env, CERTPLAN_NOW: life.later } };
  for (const line of life.events) await place.ok(line, later);
  for (const format of EXPORT_FORMATS) {
    const print = format === 'pdf' ? ['--paper', life.paper] : [];
    await place.ok(['export', format, '-o', `exported.${format}`, ...print], later);
  }
  const [journal = ''] = Object.keys(place.snapshot(join(place.home, 'plans'))).filter((file) =>
    file.endsWith('.jsonl'),
  );
  return {
    ...place.snapshot(place.work),
    'the stored plan': printOf(
      withoutChance(readFileSync(join(place.home, 'plans', journal), 'utf8')),
    ),
  };
}

describe.each(Object.entries(LIVES))('byte for byte: %s', (_, life) => {
  let first: Record<string, string>;
  beforeAll(async () => {
    first = await liveAt(life, { TZ: 'UTC', LANG: 'C.UTF-8' });
    // Three files of the plan, each format, the journal.
    expect(Object.keys(first).length).toBeGreaterThanOrEqual(3 + EXPORT_FORMATS.length + 1);
  }, HOOK_MILLISECONDS);

  test.concurrent.each([
    ['America/Santiago', 'de_DE.UTF-8'],
    ['Asia/Tokyo', 'en_US.UTF-8'],
    ['Australia/Lord_Howe', 'C'],
  ])('TZ=%s LANG=%s', async (zone, locale) => {
    expect(await liveAt(life, { TZ: zone, LANG: locale, LC_ALL: locale })).toEqual(first);
  });
});

describe.concurrent('the program', () => {
  test.each([BEGINNER, EXPERT])('makes the plan of the golden files: $name', async (learner) => {
    const place = new Sandbox();
    if ('busy' in learner) writeFileSync(join(place.work, 'busy.ics'), learner.busy);
    const { stdout } = await place.ok([...planLine(learner), '--dry-run', '--json'], {
      env: { CERTPLAN_NOW: learner.now },
    });
    expect(planOf(stdout)).toEqual(parseJson(JSON.stringify(planDocument(samplePlan(learner)))));
  });

  test('writes the same bytes on a later export as with the plan', async () => {
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
