/** The PDF in other languages: their words everywhere, their calendars, their letters; English stays behind. */
import { readdirSync, readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { eastAsianFont, eastAsianLetters } from '../../../src/cli/east-asian-font.ts';
import { waiverGroups } from '../../../src/documents/pdf/made-for-you.ts';
import { layOutPlan, type PdfOptions, renderPdf } from '../../../src/documents/pdf/render-pdf.ts';
import { wordsIn } from '../../../src/documents/words/words.ts';
import type { LanguageTag } from '../../../src/plan/language.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { describePeer } from '../../support/peers.ts';
import {
  english,
  faultsOf,
  framesOf,
  options,
  sixMonths,
  textBoxes,
  twoWeeks,
} from './pdf-samples.ts';

const japanese = await wordsIn('ja');
const eastAsian = eastAsianFont([...japanese.letters]);

async function optionsIn(tag: LanguageTag, paper: 'a4' | 'letter' = 'a4'): Promise<PdfOptions> {
  const base = options(paper);
  const words = await wordsIn(tag);
  const fallback = words.letters === '' ? null : eastAsian;
  return { ...base, words, fonts: { ...base.fonts, ...(fallback === null ? {} : { fallback }) } };
}

const linesOf = (plan: Plan, choice: PdfOptions): string[] =>
  textBoxes(layOutPlan(plan, choice)).map(({ text }) => text);

/** All fixed texts of a part of the catalogue; what functions make is not among them. */
const fixedTexts = (words: unknown): string[] =>
  typeof words === 'string'
    ? [words]
    : typeof words === 'object' && words !== null
      ? Object.values(words).flatMap(fixedTexts)
      : [];

/** What a plan itself says, with what stands in the file of its certification. */
const ownTexts = (plan: Plan): string =>
  [
    JSON.stringify(plan).replaceAll('\\"', '"'),
    ...waiverGroups(plan).map(({ because }) => `${because}:`),
  ].join('\n');

/** True for lines of the plan's own, also cut at the end, numbered or joined; for addresses and levels of skills. */
const isOwn = (line: string, own: string): boolean =>
  line
    .replace(/…$/, '')
    .replace(/^(?:\d+ |[·◆(] ?)/, '')
    .split(/[;·]|, (?=[a-z-]+ \d)/)
    .map((part) => part.trim())
    .every(
      (part) => part.includes('/') || /^[a-z-]+ \d( → \d)?\)?$/.test(part) || own.includes(part),
    );

const inLanguage = (tag: LanguageTag): void => {
  const plans: [string, Plan][] = [
    ['two weeks', twoWeeks()],
    ['six months', sixMonths()],
  ];

  it.each(plans)(
    '%s: what it shares with the English one are texts of the plan',
    async (_, plan) => {
      const before = new Set(linesOf(plan, options('a4')));
      const own = ownTexts(plan);
      const shared = linesOf(plan, await optionsIn(tag)).filter(
        (line) => before.has(line) && /\p{L}{2}.*\p{Ll}/u.test(line) && !isOwn(line, own),
      );
      expect([...new Set(shared)].filter((line) => !SAME_IN_ALL.has(line))).toEqual([]);
    },
  );

  it.each(plans)('%s: no sentence of the English catalogue is left', async (_, plan) => {
    const choice = await optionsIn(tag);
    const text = linesOf(plan, choice).join(' ');
    const own = [ownTexts(plan), ...fixedTexts(choice.words.pdf)].join('\n');
    const sentences = fixedTexts(english.pdf).filter(
      (sentence) => sentence.includes(' ') && /[a-z]{3}/.test(sentence) && !own.includes(sentence),
    );
    expect(sentences.length).toBeGreaterThan(40);
    expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
  });

  it.each(['a4', 'letter'] as const)(
    'on %s: inside the margins, without overlap',
    async (paper) => {
      for (const [, plan] of plans) {
        const layout = layOutPlan(plan, await optionsIn(tag, paper));
        expect(faultsOf(textBoxes(layout), framesOf(layout, paper))).toEqual([]);
      }
    },
  );

  it('has room for the names of kinds, durations and days', async () => {
    const { words, ...choice } = await optionsIn(tag);
    const lines = plans.flatMap(([, plan]) => linesOf(plan, { ...choice, words }));
    const fixed = [...Object.values(words.common.kinds), ...fixedTexts(words.pdf)];
    const cut = [...new Set(lines)].filter(
      (line) =>
        line.endsWith('…') &&
        line.length > 4 &&
        fixed.some((text) => text.startsWith(line.slice(0, -1))),
    );
    expect(cut).toEqual([]);
    expect(lines.filter((line) => /^\d+( h \d+)?…$/.test(line))).toEqual([]);
  });

  it('names document, outline and language', async () => {
    const choice = await optionsIn(tag);
    const { common, dates, pdf } = choice.words;
    const document = await getDocument({
      data: await renderPdf(sixMonths(), choice),
      verbosity: 0,
    }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Language: tag });
    const { name, examCode } = sixMonths().certification;
    expect((info as { Title: string }).Title).toBe(pdf.frame.documentTitle(name, examCode));
    const outline = await document.getOutline();
    const { cover, details, overview, calendar, weeks, scores, labs, resources, notes } = pdf;
    expect(outline.map(({ title }) => title)).toEqual(
      [cover, details, overview, calendar, weeks, scores, labs, resources, notes].map(
        ({ title }) => title,
      ),
    );
    expect(outline[3]?.items[1]?.title.toLowerCase()).toBe(dates.month('2026-12-01').toLowerCase());
    expect(outline[4]?.items[0]?.title).toBe(
      weeks.bookmark(1, 23, dates.span('2026-11-23', '2026-11-29')),
    );
    expect(common.kinds.lab).not.toBe(english.common.kinds.lab);
    await document.destroy();
  });
};

/** Words that languages share. */
const SAME_IN_ALL = new Set(['November 2026', 'April 2027', 'Material', 'Total', 'Europe/Berlin']);

describe.each(['de', 'es'] as const)('in %s', inLanguage);
describePeer('a font with Japanese letters', () => inLanguage('ja'), eastAsian !== null);

describe('the calendar of a month', () => {
  const headOf = async (tag: LanguageTag): Promise<string[]> => {
    const choice = { ...(await optionsIn(tag)), sections: ['calendar'] as const };
    const [page] = layOutPlan(sixMonths(), choice).pages;
    const row = page?.placed[1]?.piece.blocks[0]?.content ?? [];
    return row
      .slice(1)
      .flatMap((cell) => ('tag' in cell ? cell.content : []))
      .flatMap((item) => ('tag' in item || item.type !== 'text' ? [] : item.run.text));
  };
  const daysInFirstRow = async (tag: LanguageTag): Promise<number> => {
    const choice = { ...(await optionsIn(tag)), sections: ['calendar'] as const };
    const [page] = layOutPlan(sixMonths(), choice).pages;
    const row = page?.placed[2]?.piece.blocks[0]?.content ?? [];
    const empty = row.slice(1).filter((cell) => 'tag' in cell && cell.content.length === 0);
    return 7 - empty.length;
  };

  it.each([
    ['de', 'Mo', 'So', 1],
    ['en', 'Mon', 'Sun', 1],
    ['en-US', 'Sun', 'Sat', 7],
  ] as const)('in %s: from %s to %s', async (tag, first, last, inFirstRow) => {
    const head = await headOf(tag);
    expect([head.length, head[0], head[6]]).toEqual([7, first, last]);
    // 1 November 2026 is a Sunday.
    expect(await daysInFirstRow(tag)).toBe(inFirstRow);
  });

  describePeer(
    'a font with Japanese letters',
    () => {
      it('in ja: from Sunday', async () => {
        expect((await headOf('ja')).join('')).toBe('日月火水木金土');
      });
    },
    eastAsian !== null,
  );
});

describe('letters of Japanese', () => {
  it('are all in the list that a font is chosen by', () => {
    const folder = new URL('../../../src/documents/words/ja/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.startsWith('pdf') || file === 'common.ts')
      .filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(4);
    const used = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('');
    const { weekdays, dayAndYear, month } = japanese.dates;
    const dates = [...weekdays, dayAndYear('2026-12-02'), month('2026-12-01')].join('');
    const listed = new Set(japanese.letters);
    expect(eastAsianLetters(used + dates).filter((letter) => !listed.has(letter))).toEqual([]);
  });
});

it('a subscription of a plan for several exams says for which in the language of the page', async () => {
  const plan = twoWeeks();
  const month = {
    ...{ id: 'aws-skill-builder', name: 'AWS Skill Builder for ONE-1', usd: 29 },
    ...{ items: ['one', 'two'], examCode: 'ONE-1' },
  };
  const costs = { examUsd: 150, priced: [], subscriptions: [month], unpriced: [], knownUsd: 179 };
  const text = linesOf({ ...plan, costs }, await optionsIn('de')).join(' ');
  expect(text).toContain('AWS Skill Builder (ONE-1)');
  expect(text).not.toContain('AWS Skill Builder for');
  expect(linesOf({ ...plan, costs }, options('a4')).join(' ')).toContain(month.name);
});
