import { describe, expect, it } from 'vitest';
import { milestoneTitle } from '../../../src/documents/words/milestone-title.ts';
import { type Words, wordsIn } from '../../../src/documents/words/words.ts';
import { LANGUAGES, type LanguageTag } from '../../../src/plan/language.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { DOCUMENTS, ENGLISH } from '../render-all.ts';
import { smallPlan } from '../small-plan.ts';

const OTHERS: readonly Words[] = await Promise.all(
  LANGUAGES.filter((language) => language !== 'en').map(wordsIn),
);
const german = await wordsIn('de');
const spanish = await wordsIn('es');
const japanese = await wordsIn('ja');

/** What is in a catalogue, by its path: `events.labels.exam`. Functions are left to the tests below. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => texts(own, `${path}.${key}`));
}
const textsOf = ({ common, events, page }: Words): Map<string, string> =>
  new Map(texts({ common, events, page }, ''));

/** Every kind of milestone, something of every status, something that costs by the month. */
const plan: Plan = {
  ...smallPlan,
  exam: { date: '2027-04-24', minute: null, source: 'suggested' },
  sessions: smallPlan.sessions.map((session) =>
    session.number === 1
      ? { ...session, actual: { on: '2027-03-23', minutes: 50, felt: 'hard' } }
      : session.number === 9
        ? { ...session, subscription: 'aws-skill-builder', costUsd: 29 }
        : session,
  ),
};

/** Without what only programs read. The page's script is the same in every language; its words are in the page. */
const readable = (document: string): string =>
  document
    .replaceAll('\r\n ', '')
    .replace(/<(script|style)>[\s\S]*?<\/\1>/g, '')
    .replace(/ (class|id|value|fill|data-(?:kind|status))="[^"]*"/g, '')
    .replace(/^CATEGORIES:.*$/gm, '');

describe.each(OTHERS)('the words in $tag', (words) => {
  const own = textsOf(words);
  const english = textsOf(ENGLISH);

  it('are those that English has, none of them empty', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of own) expect([path, text.trim()]).not.toEqual([path, '']);
  });

  it('are no English sentences', () => {
    const same = [...own].filter(
      ([path, text]) => text.split(' ').length > 2 && text === english.get(path),
    );
    expect(same).toEqual([]);
  });

  it('keep the places that the page fills, and the commands', () => {
    const marks = (text = ''): string[] => (text.match(/\{\w+\}|`[^`]*`/g) ?? []).sort();
    for (const [path, text] of own) {
      expect([path, ...marks(text)]).toEqual([path, ...marks(english.get(path))]);
    }
  });

  it.each(Object.keys(DOCUMENTS))('fill the %s, and nothing else does', (name) => {
    const document = readable(DOCUMENTS[name]?.(plan, words) ?? '');
    expect(document).not.toMatch(/undefined|\[object|=> |NaN/);
    expect(document.length).toBeGreaterThan(200);
  });

  it.each(['ics', 'todo', 'checklist', 'checklist as text', 'checklist for Org', 'anki', 'html'])(
    'leave no fixed English word in the %s',
    (name) => {
      const document = readable(DOCUMENTS[name]?.(plan, words) ?? '');
      const all = new Set(own.values());
      const left = [...english.values()].filter(
        (text) => text.length > 8 && !all.has(text) && document.includes(text),
      );
      expect(left).toEqual([]);
      for (const phrase of ['a week', ' to Sun', 'Why here', 'Exam CAI', 'Week 1', 'Tick a box']) {
        expect(document).not.toContain(phrase);
      }
    },
  );
});

it('a language that this version does not know: English, its dates as well', async () => {
  const words = await wordsIn('fr-CA' as LanguageTag);
  expect([words.tag, words.dates.day('2026-12-02')]).toEqual(['en', 'Wed 2 Dec']);
});

describe('functions', () => {
  it('know one and several', () => {
    expect([german.page.questions(1), german.page.questions(2)]).toEqual(['1 Frage', '2 Fragen']);
    expect([spanish.page.questions(1), spanish.page.questions(2)]).toEqual([
      '1 pregunta',
      '2 preguntas',
    ]);
    expect([german.events.minutes(1), german.events.minutes(2)]).toEqual(['1 Minute', '2 Minuten']);
    expect([spanish.events.minutes(1), spanish.events.minutes(2)]).toEqual([
      '1 minuto',
      '2 minutos',
    ]);
    expect(german.page.hoursText(1, 'a', 'b', 'c')).toMatch(/^1 Woche mit /);
    expect(spanish.page.hoursText(2, 'a', 'b', 'c')).toMatch(/^2 semanas de /);
    expect(spanish.events.after([3, 4, 6], 1)).toBe('después de 3, 4 y 6 (y 1 anterior)');
    expect(spanish.events.after([3], 2)).toBe('después de 3 (y 2 anteriores)');
    expect(german.events.after([3, 4], 0)).toBe('nach 3 und 4');
    expect(japanese.events.after([3, 4], 0)).toBe('3、4の後');
  });

  it('know them in English, too', () => {
    const { cover, overview, weeks } = ENGLISH.pdf;
    expect([weeks.planned('1 h', 1), weeks.planned('2 h', 2)]).toEqual([
      'planned 1 h in 1 session',
      'planned 2 h in 2 sessions',
    ]);
    expect([cover.moreWindows(1), cover.moreWindows(2)]).toEqual([
      'and 1 more window',
      'and 2 more windows',
    ]);
    expect(cover.cuts(1, 2)).toContain('1 item,');
    expect(overview.hoursAlt(1, 'a', 'b', 'c')).toMatch(/^Hours of study in one week, from a to b/);
  });

  it('say costs in one sentence', () => {
    const costs = {
      examUsd: 150,
      priced: [],
      subscriptions: [{ id: 'aws-skill-builder', name: 'AWS Skill Builder', usd: 29.5, items: [] }],
      unpriced: [
        { id: 'a', kind: 'lab', title: 'a' },
        { id: 'b', kind: 'lab', title: 'b' },
        { id: 'c', kind: 'project', title: 'c' },
        { id: 'd', kind: 'course', title: 'd' },
      ],
      knownUsd: 179.5,
    } as const;
    expect(ENGLISH.common.costs(costs)).toBe(
      'about 179.50 USD: exam 150, AWS Skill Builder one month 29.50; 2 labs, 1 project bill by use: not known; 1 course: price not known',
    );
    expect(german.common.costs(costs)).toBe(
      'etwa 179,50 USD: Prüfung 150, AWS Skill Builder für einen Monat 29,50; 2 Labore, 1 Projekt werden nach Verbrauch berechnet: nicht bekannt; 1 Kurs: Preis nicht bekannt',
    );
    expect(spanish.common.costs(costs)).toBe(
      'unos 179,50 USD: examen 150, un mes de AWS Skill Builder 29,50; 2 laboratorios, 1 proyecto se cobran por uso: se desconoce; 1 curso: precio desconocido',
    );
    expect(japanese.common.costs(costs)).toBe(
      '約179.50米ドル：受験料 150、AWS Skill Builder 1か月 29.50；ラボ2件、プロジェクト1件は従量課金：金額不明；コース1件：価格不明',
    );
    const free = { examUsd: 0, priced: [], subscriptions: [], unpriced: [], knownUsd: 0 };
    expect(german.common.costs(free)).toBe('nichts zu bezahlen');
  });

  it('name milestones by their kind, each with the exam that it is about', () => {
    const several: Plan = {
      ...smallPlan,
      sittings: {
        one: { examCode: 'ONE-1', minute: 600 },
        two: { examCode: 'TWO-2', minute: null },
      },
    };
    const exam = (certification: string) =>
      ({ kind: 'exam', certification, date: '2027-04-24', title: 'Exam' }) as const;
    expect(milestoneTitle(several, exam('one'), german)).toBe('Prüfung ONE-1 um 10:00');
    expect(milestoneTitle(several, exam('two'), japanese)).toBe('TWO-2試験');
    expect(milestoneTitle(several, exam('two'), ENGLISH)).toBe('Exam');
  });
});
