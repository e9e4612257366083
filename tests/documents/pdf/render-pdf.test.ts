/** The bytes, and what other programs read out of them. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { layOutPlan, renderPdf } from '../../../src/documents/pdf/render-pdf.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import {
  faultsOf,
  fonts,
  framesOf,
  hasTool,
  hostilePlan,
  nineMonths,
  options,
  runOn,
  sixMonths,
  type TextBox,
  twoWeeks,
} from './pdf-samples.ts';

const PAPERS = ['a4', 'letter'] as const;
const PLANS: [string, Plan][] = [
  ['two weeks', twoWeeks()],
  ['nine months', nineMonths()],
  ['hostile titles', hostilePlan()],
];

describe('bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('are the same for the same input, in any zone of the process', async () => {
    const first = await renderPdf(sixMonths(), options('a4'));
    process.env.TZ = 'Pacific/Apia';
    const second = await renderPdf(sixMonths(), options('a4'));
    process.env.TZ = 'America/Santiago';
    const third = await renderPdf(sixMonths(), options('a4'));
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, third)).toBe(0);
  });

  it('change with the stamp alone', async () => {
    const later = { ...options('a4'), stamp: new Date('2026-11-25T12:00:01Z') };
    const [one, two] = await Promise.all([
      renderPdf(twoWeeks(), options('a4')),
      renderPdf(twoWeeks(), later),
    ]);
    expect(Buffer.compare(one, two)).not.toBe(0);
  });

  it('name the document and its language', async () => {
    const text = Buffer.from(await renderPdf(twoWeeks(), options('a4'))).toString('latin1');
    const holds = (part: string): boolean => text.includes(part);
    const wanted = [
      '(certplan)',
      '/Lang (en)',
      '/DisplayDocTitle true',
      '/Outlines',
      '/StructTreeRoot',
    ];
    expect(wanted.filter((part) => !holds(part))).toEqual([]);
    expect(holds('Helvetica')).toBe(false);
  });

  it('hold no link but http and https', async () => {
    const text = Buffer.from(await renderPdf(hostilePlan(), options('a4'))).toString('latin1');
    const targets = [...text.matchAll(/\/URI \(([^)]*)/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !/^https?:/.test(target))).toEqual([]);
  });

  it('need only one font when all faces are the same file', async () => {
    const same = { regular: fonts.regular, bold: fonts.regular, oblique: fonts.regular };
    const pdf = await renderPdf(twoWeeks(), { ...options('a4'), fonts: same });
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.match(/\/FontFile2/g)).toHaveLength(1);
  });

  it('refuse what is no font', async () => {
    const broken = { ...options('a4'), fonts: { ...fonts, bold: new Uint8Array(40) } };
    await expect(renderPdf(twoWeeks(), broken)).rejects.toThrow(/TrueType/);
  });
});

const poppler = hasTool('pdftotext');

/** Words with their boxes, as poppler finds them. */
function wordsIn(pdf: Uint8Array): TextBox[] {
  const html = runOn(pdf, 'pdftotext', ['-bbox-layout', '@', '-']);
  const boxes: TextBox[] = [];
  let page = -1;
  for (const line of html.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const word =
      /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>/.exec(
        line,
      );
    if (!word) continue;
    const [, xMin, yMin, xMax, yMax, text = ''] = word;
    boxes.push({
      page,
      text,
      xMin: Number(xMin),
      yMin: Number(yMin),
      xMax: Number(xMax),
      yMax: Number(yMax),
    });
  }
  return boxes;
}

describe.skipIf(!poppler)('read by poppler', () => {
  describe.each(PLANS)('%s', (name, plan) => {
    const pdfs = new Map<string, Uint8Array>();
    beforeAll(async () => {
      for (const paper of PAPERS) pdfs.set(paper, await renderPdf(plan, options(paper)));
    });
    const pdfOf = (paper: string): Uint8Array => pdfs.get(paper) ?? new Uint8Array();

    it.each(PAPERS)('on %s: every word inside the margins, none on another', (paper) => {
      const words = wordsIn(pdfOf(paper));
      const frames = framesOf(layOutPlan(plan, options(paper)), paper);
      expect(words.length).toBeGreaterThan(500);
      // Boxes of accents that poppler splits off, and of joined scripts, may touch their letters.
      const checked =
        name === 'hostile titles' ? words.filter(({ text }) => /^[\x20-\x7e]+$/.test(text)) : words;
      expect(faultsOf(checked, frames, 0.6)).toEqual([]);
    });

    it('all fonts are embedded subsets', () => {
      const lines = runOn(pdfOf('a4'), 'pdffonts', ['@']).trim().split('\n').slice(2);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatch(/^[A-Z]{6}\+DejaVu\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
      }
    });
  });

  it.each([
    ['in reading order', []],
    ['as laid out', ['-layout']],
  ])('%s: each session number stands once before its title', async (_, args) => {
    for (const plan of [twoWeeks(), nineMonths()]) {
      const text = runOn(await renderPdf(plan, options('a4')), 'pdftotext', [...args, '@', '-']);
      const lists = text.slice(text.lastIndexOf('Times are in'));
      const lines = lists.slice(0, lists.indexOf('Practice scores\n\n')).split('\n');
      for (const { number, title } of plan.sessions) {
        const start = title.slice(0, 24).trim();
        const hits = lines.filter((line) => {
          const match = /^\s*(\d+)\s+(.*)$/.exec(line);
          return match?.[1] === String(number) && match[2]?.startsWith(start);
        });
        expect(hits, `session ${number} "${title}"`).toHaveLength(1);
      }
    }
  });

  it.each(['ليلى عبد الله', 'ליאת בן־דוד', 'Ngô Thị Ánh', 'Ελένη Łódź Щербина'])(
    'finds the name %s on the cover, letters joined and words in order',
    async (owner) => {
      const choice = { ...options('a4'), owner, sections: ['cover'] as const };
      const text = runOn(await renderPdf(twoWeeks(), choice), 'pdftotext', ['@', '-']);
      // Marks of direction that poppler sets around it.
      expect(text.replace(/[\u202A-\u202E]/g, '')).toContain(`for ${owner}\n`);
    },
  );

  it('says what weak foundations cost, on one line', async () => {
    const text = runOn(await renderPdf(sixMonths(), options('a4')), 'pdftotext', ['@', '-']);
    expect(text).toMatch(/weaker ML foundations: \+ \d+ h \(statistics 1 → 2, ml 0 → 3/);
  });
});

describe.skipIf(!hasTool('qpdf'))('checked by qpdf', () => {
  it.each(PLANS)('%s: no error, no warning', async (_, plan) => {
    const report = runOn(await renderPdf(plan, options('letter')), 'qpdf', ['--check', '@']);
    expect(report).toContain('No syntax or stream encoding errors found');
    expect(report).not.toMatch(/WARNING/i);
  });
});

describe('a year', () => {
  it('fits in 2 MB, with everything in it', async () => {
    const plan = samplePlan({ skills: 'python=0,apis=0,iam=0,statistics=0', hours: 5 });
    expect(plan.exam?.date.slice(0, 7)).toBe('2027-11');
    expect((await renderPdf(plan, options('a4'))).length).toBeLessThan(2_000_000);
  });
});

describe('speed', () => {
  it('renders six months in well under a second', async () => {
    const plan = sixMonths();
    await renderPdf(plan, options('a4'));
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const start = process.cpuUsage();
      await renderPdf(plan, options('a4'));
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
    // Measured at 60 to 150 ms of processor time; the bound leaves room for slow machines.
    expect(Math.min(...times)).toBeLessThan(800);
  });
});
