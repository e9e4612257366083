/**
 * Every page as a picture, against pictures that were looked at. After a change that is meant to be
 * seen, look at the pages and write them anew: CERTPLAN_GOLDEN=write npx vitest run FILE.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { renderPdf } from '../../../src/documents/pdf/render-pdf.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { describePeer, hasCommand } from '../../support/peers.ts';
import { LEARNERS, type Print, tellOf } from '../learners/learners.ts';
import { ENGLISH, STAMP } from '../render-all.ts';
import { smallPlan } from '../small-plan.ts';
import { picturesOf, readPng, squaresApart, writePng } from './page-image.ts';
import { options } from './pdf-samples.ts';

const FOLDER = fileURLToPath(new URL('../golden/pages/', import.meta.url));
/** So many squares of a page may differ: of more than six thousand. */
const MOST_APART = 5;

const DOCUMENTS = LEARNERS.flatMap((learner) =>
  Object.entries(learner.prints).map(
    ([name, print]) => [`${learner.name}-${name}`, learner, print] as const,
  ),
);

const IN_ENGLISH = { words: ENGLISH, stamp: STAMP };

/** No font of the system is asked: names in other scripts look the same on every machine, not printable. */
const picturesFor = async (plan: Plan, print: Print, { words, stamp } = IN_ENGLISH) =>
  picturesOf(await renderPdf(plan, { ...options(print.paper), ...print, words, stamp }));

const fileOf = (name: string, page: number): string =>
  `${name}-${String(page + 1).padStart(2, '0')}.png`;

describePeer(
  'pdftoppm',
  () => {
    it.each(DOCUMENTS)('%s: every page looks as it did', async (name, learner, print) => {
      const told = await tellOf(learner);
      const pictures = await picturesFor(told.plan, print, told);
      const isOwn = (file: string): boolean =>
        file.startsWith(`${name}-`) && /^\d+\.png$/.test(file.slice(name.length + 1));
      if (process.env.CERTPLAN_GOLDEN === 'write') {
        mkdirSync(FOLDER, { recursive: true });
        for (const file of readdirSync(FOLDER).filter(isOwn)) rmSync(`${FOLDER}${file}`);
        pictures.forEach((picture, page) => {
          writeFileSync(`${FOLDER}${fileOf(name, page)}`, writePng(picture));
        });
      }
      expect(pictures).toHaveLength(readdirSync(FOLDER).filter(isOwn).length);
      pictures.forEach((picture, page) => {
        const file = `${FOLDER}${fileOf(name, page)}`;
        expect(existsSync(file)).toBe(true);
        const apart = squaresApart(readPng(readFileSync(file)), picture);
        expect([file, apart <= MOST_APART, apart]).toEqual([file, true, apart]);
      });
    });

    it('has a picture of nobody else', () => {
      const names: readonly string[] = DOCUMENTS.map(([name]) => name);
      const strangers = readdirSync(FOLDER).filter(
        (file) => !names.includes(file.replace(/-\d+\.png$/, '')),
      );
      expect(strangers).toEqual([]);
    });

    it('sees a title that changed, and a session that moved', async () => {
      const choice: Print = { paper: 'a4', sections: ['weeks'] };
      const before = await picturesFor(smallPlan, choice);
      const changed = (change: (session: Plan['sessions'][number]) => object): Plan => ({
        ...smallPlan,
        sessions: smallPlan.sessions.map((session) =>
          session.number === 3 ? { ...session, ...change(session) } : session,
        ),
      });
      const plans = [
        changed(() => ({ title: 'Something else altogether' })),
        changed(({ start }) => ({ start: start + 7 * 24 * 60 })),
      ];
      for (const plan of plans) {
        const after = await picturesFor(plan, choice);
        const apart = before.map((picture, page) => {
          const other = after[page];
          return other === undefined ? 0 : squaresApart(picture, other);
        });
        expect(Math.max(...apart)).toBeGreaterThan(MOST_APART);
      }
    });
  },
  hasCommand('pdftoppm', ['-v']),
);
