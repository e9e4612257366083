/** Codes on paper: a telephone comes to the page that the session names. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitsQrCode, qrCode } from '../../../src/documents/pdf/qr-code.ts';
import { layOutPlan, renderPdf } from '../../../src/documents/pdf/render-pdf.ts';
import { safeLink } from '../../../src/documents/pdf/text-cleaner.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { describePeer, hasCommand } from '../../support/peers.ts';
import { hostilePlan, options, theme, twoWeeks } from './pdf-samples.ts';

const linksOf = ({ sessions }: Plan): string[] =>
  sessions.flatMap(({ url }) => {
    const link = safeLink(url);
    return link === null || !fitsQrCode(link) ? [] : [link];
  });

describe('a code', () => {
  it('has its three eyes, and rows that stay inside', () => {
    const { size, stretches } = qrCode('https://example.com/');
    const dark = new Set(
      stretches.flatMap(([column, row, length]) =>
        Array.from({ length }, (_, step) => `${column + step},${row}`),
      ),
    );
    for (const [column, row] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const) {
      expect(dark.has(`${column},${row}`) && dark.has(`${column + 3},${row + 3}`)).toBe(true);
      expect(dark.has(`${column + 1},${row + 1}`)).toBe(false);
    }
    for (const [column, row, length] of stretches) {
      expect(column + length).toBeLessThanOrEqual(size);
      expect(row).toBeLessThan(size);
    }
  });

  it('is left out where it would be too fine for a telephone', () => {
    expect(fitsQrCode(`https://example.com/${'x'.repeat(200)}`)).toBe(true);
    expect(fitsQrCode(`https://example.com/${'x'.repeat(300)}`)).toBe(false);
    expect(fitsQrCode('')).toBe(false);
  });

  it('stands in the row of every session with a link, and of no other', () => {
    for (const plan of [twoWeeks(), hostilePlan()]) {
      const { pages } = layOutPlan(plan, { ...options('a4'), sections: ['weeks'] });
      const drawn = pages.flatMap(({ placed }) =>
        placed.flatMap(({ piece }) =>
          piece.decor.flatMap((shape) => (shape.type === 'qr' ? [shape.text] : [])),
        ),
      );
      expect(drawn.sort()).toEqual(linksOf(plan).sort());
      expect(drawn.length).toBeGreaterThan(4);
    }
  });
});

const DPI = 300;

/** What zbar reads in the right column of all pages. */
function decoded(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'certplan-qr-'));
  try {
    writeFileSync(join(folder, 'plan.pdf'), pdf);
    const pixels = (points: number): string => String(Math.round((points / 72) * DPI));
    const column = 64;
    const left = 595.28 - theme.page.right - column + 8;
    execFileSync('pdftoppm', [
      ...['-r', String(DPI), '-gray', '-png'],
      ...['-x', pixels(left), '-y', '0', '-W', pixels(column), '-H', pixels(842)],
      join(folder, 'plan.pdf'),
      join(folder, 'page'),
    ]);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.png'))
      .flatMap((file) => {
        const arguments_ = ['-q', '--raw', '-S', 'disable', '-S', 'qrcode.enable'];
        try {
          return execFileSync('zbarimg', [...arguments_, join(folder, file)], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          })
            .trim()
            .split('\n');
        } catch {
          // It ends with 4 where a page has no code.
          return [];
        }
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const present = hasCommand('zbarimg') && hasCommand('pdftoppm', ['-v']);

describePeer(
  'zbarimg',
  () => {
    it('decodes each code to its address', async () => {
      const plan = twoWeeks();
      const pdf = await renderPdf(plan, { ...options('a4'), sections: ['weeks'] });
      expect(decoded(pdf).sort()).toEqual(linksOf(plan).sort());
    });

    it('decodes addresses up to the longest that are printed', async () => {
      const plan = twoWeeks();
      const sessions = plan.sessions.slice(0, 8).map((session, index) => ({
        ...session,
        url: `https://example.com/${'long-way/'.repeat(index * 3)}${'x'.repeat(10)}?q=1&ä=${index}`,
      }));
      const hard = { ...plan, sessions };
      const pdf = await renderPdf(hard, { ...options('a4'), sections: ['weeks'] });
      expect(linksOf(hard)).toHaveLength(8);
      expect(decoded(pdf).sort()).toEqual(linksOf(hard).sort());
    });
  },
  present,
);
