/** Plans, fonts and theme for the PDF tests; the text boxes of a layout; outside tools. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Paper, paperSize } from '../../../src/documents/pdf/desk.ts';
import type { Block, TextItem } from '../../../src/documents/pdf/piece.ts';
import type { PdfOptions, PlanLayout } from '../../../src/documents/pdf/render-pdf.ts';
import { runningLines } from '../../../src/documents/pdf/running-lines.ts';
import { parsePdfTheme } from '../../../src/documents/pdf/theme.ts';
import { wordsIn } from '../../../src/documents/words/words.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { samplePlan } from '../../support/sample-plan.ts';

export const themeJson = (): unknown =>
  JSON.parse(readFileSync(new URL('../../../templates/pdf-theme.json', import.meta.url), 'utf8'));
export const theme = parsePdfTheme(themeJson());

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
  'ttf',
);
export const fontBytes = (file: string): Uint8Array => readFileSync(join(fontFolder, file));
export const fonts = {
  regular: fontBytes(theme.fonts.regular),
  bold: fontBytes(theme.fonts.bold),
  oblique: fontBytes(theme.fonts.oblique),
};
export const wideFonts = {
  regular: fontBytes('DejaVuSans.ttf'),
  bold: fontBytes('DejaVuSans-Bold.ttf'),
  oblique: fontBytes('DejaVuSans-Oblique.ttf'),
};

export const english = await wordsIn('en');

export const options = (paper: Paper): PdfOptions => ({
  paper,
  stamp: new Date('2026-11-25T12:00:00Z'),
  theme,
  words: english,
  fonts,
});

/** A plan of two weeks, of a retired exam: no exam day. */
export const twoWeeks = (): Plan =>
  samplePlan({
    certification: 'azure-ai-102',
    skills: 'python=4,apis=4,iam=4,statistics=4,ml=4,cloud-azure=4',
    hours: 8,
    depth: 'essential',
  });

export const sixMonths = (): Plan => samplePlan();

export const nineMonths = (): Plan =>
  samplePlan({ skills: 'python=0,apis=0,iam=0,statistics=0', hours: 7 });

/** Titles as a stranger might write them: other scripts, no spaces, control characters, bad links. */
export function hostilePlan(): Plan {
  const plan = twoWeeks();
  const titles = [
    '機械学習の基礎と評価 — 機械学習の基礎と評価',
    `Un${'breakable'.repeat(44)}`,
    'مقدمة في تعلم الآلة مع Python',
    'Zażółć gęślą jaźń ☐ Ελληνικά Русский e\u0301',
    'a\u0000b\u001b[31mred\u202Eright-to-left\u200b\nline two\u2028three',
    '🚀 Emoji 👩‍🔬 lab',
    'word '.repeat(79),
    '',
  ];
  const urls = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://例え.jp/パス?q=(1)',
    'nonsense',
  ];
  return {
    ...plan,
    name: `plan ${'x'.repeat(300)}`,
    sessions: plan.sessions.map((session, index) => ({
      ...session,
      title: titles[index % titles.length] ?? '',
      label: index % 3 === 0 ? 'label '.repeat(60) : null,
      first: 'first '.repeat(60),
      url: index % 2 === 0 ? (urls[(index / 2) % urls.length] ?? null) : session.url,
      teardown: Array.from({ length: 30 }, (_, step) => `step ${step} ${'long '.repeat(60)}`),
      billing: Array.from({ length: 30 }, () => 'bill '.repeat(70)),
      questions: Array.from({ length: 12 }, () => 'question '.repeat(44)),
      status: (['planned', 'done', 'skipped', 'missed'] as const)[index % 4] ?? 'planned',
      actual: index % 4 === 1 ? { on: '2026-12-02' as const, minutes: 155, felt: null } : null,
      pinned: index % 5 === 0,
    })),
    warnings: Array.from({ length: 40 }, (_, index) => ({
      code: 'x',
      message: `warning ${index} ${'loud '.repeat(120)}`,
    })),
    cuts: Array.from({ length: 70 }, (_, index) => ({
      activity: `cut-${index}`,
      title: 'cut '.repeat(90),
      minutes: 45,
      reason: 'reason '.repeat(60),
      weightLost: 1.5,
    })),
    waived: Array.from({ length: 70 }, (_, index) => ({
      activity: `waived-${index}`,
      kind: 'docs' as const,
      title: 'known '.repeat(60),
      minutes: 20,
      reason: `waived: because ${index} ${'of it '.repeat(50)}`,
    })),
    certification: {
      ...plan.certification,
      name: 'Certificate '.repeat(30),
      examCode: 'X'.repeat(200),
    },
  };
}

export interface TextBox {
  readonly page: number;
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

function* textItems(blocks: readonly Block[]): Generator<TextItem> {
  for (const block of blocks) {
    for (const item of block.content) {
      if ('tag' in item) yield* textItems([item]);
      else if (item.type === 'text') yield item;
    }
  }
}

/** Every stretch of text with the box that its font reserves, from the corner of the paper. */
export function textBoxes({ desk, pages }: PlanLayout): TextBox[] {
  const { page } = theme;
  const running = runningLines(desk, pages);
  const box = (index: number, { x, baseline, run }: TextItem, top: number): TextBox => {
    const { ascent, descent } = desk.set.faces[run.style.face];
    return {
      page: index,
      text: run.text,
      xMin: page.left + x,
      xMax: page.left + x + run.width,
      yMin: top + baseline - ascent * run.style.size,
      yMax: top + baseline + descent * run.style.size,
    };
  };
  return pages.flatMap((layout, index) => [
    ...layout.placed.flatMap(({ piece, y }) =>
      [...textItems(piece.blocks)].map((item) => box(index, item, page.top + y)),
    ),
    ...running(index).items.map((item) => box(index, item, 0)),
  ]);
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The area that text may use: between the margins, head and foot included. Points. */
export function frameOf(paper: Paper, onItsSide = false): Frame {
  const [short, long] = paperSize(paper);
  const [width, height] = onItsSide ? [long, short] : [short, long];
  const half = theme.type.tiny;
  return {
    left: theme.page.left,
    right: width - theme.page.right,
    top: theme.page.head - half,
    bottom: height - theme.page.foot + half,
  };
}

/** The frame of each page of a layout. */
export const framesOf =
  ({ pages }: Pick<PlanLayout, 'pages'>, paper: Paper) =>
  (page: number): Frame =>
    frameOf(paper, pages[page]?.landscape ?? false);

/** Boxes that leave the frame or meet another box, as readable lines; none in a good layout. */
export function faultsOf(
  boxes: readonly TextBox[],
  frameOfPage: (page: number) => Frame,
  slack = 0.3,
): string[] {
  const faults: string[] = [];
  const name = ({ page, text }: TextBox) => `page ${page + 1} "${text.slice(0, 40)}"`;
  const byPage = new Map<number, TextBox[]>();
  for (const box of boxes) {
    const list = byPage.get(box.page) ?? [];
    list.push(box);
    byPage.set(box.page, list);
    const frame = frameOfPage(box.page);
    const inside =
      box.xMin >= frame.left - slack &&
      box.xMax <= frame.right + slack &&
      box.yMin >= frame.top - slack &&
      box.yMax <= frame.bottom + slack;
    if (!inside) faults.push(`outside the margins: ${name(box)}`);
  }
  for (const list of byPage.values()) {
    const sorted = [...list].sort((a, b) => a.yMin - b.yMin);
    sorted.forEach((box, index) => {
      for (let other = index + 1; other < sorted.length; other += 1) {
        const next = sorted[other];
        if (!next || next.yMin >= box.yMax - slack) break;
        if (next.xMin < box.xMax - slack && box.xMin < next.xMax - slack) {
          faults.push(`overlap: ${name(box)} and "${next.text.slice(0, 40)}"`);
        }
      }
    });
  }
  return faults;
}

/** True where the tool can be run. With CI set a missing tool is a failure, not a skip. */
export function hasTool(tool: string): boolean {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI) throw new Error(`${tool} is not installed, and CI must have it`);
    console.warn(`skipped: ${tool} is not installed`);
    return false;
  }
}

/** Runs a tool on a PDF; `@` in the arguments stands for the file. */
export function runOn(pdf: Uint8Array, tool: string, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'certplan-pdf-'));
  const file = join(folder, 'plan.pdf');
  try {
    writeFileSync(file, pdf);
    return execFileSync(
      tool,
      args.map((arg) => (arg === '@' ? file : arg)),
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
