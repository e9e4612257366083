/** What is asked, and what the answers lead to: nothing here needs a terminal. */
import { describe, expect, test } from 'vitest';
import { type Answers, NO_ANSWERS } from '../../../src/cli/init/answers.ts';
import { certificationChoices } from '../../../src/cli/init/ask-certifications.ts';
import {
  askedSkills,
  levelQuestion,
  otherSkillsQuestion,
} from '../../../src/cli/init/ask-skills.ts';
import { checkBy } from '../../../src/cli/init/check-by.ts';
import { waysOut } from '../../../src/cli/init/ways-out.ts';
import { hours } from '../../../src/cli/program/option-values.ts';
import { toAscii } from '../../../src/cli/terminal/ascii.ts';
import { stringWidth } from '../../../src/cli/terminal/string-width.ts';
import { indexEntry } from '../../../src/curriculum/index-entry.ts';
import type { Level, Skill } from '../../../src/curriculum/vocabulary.ts';
import { parseWindows } from '../../../src/learner/windows.ts';
import type { CivilDate } from '../../../src/time/civil-date.ts';
import { CERTIFICATIONS, curriculum, foundations } from '../../support/curricula.ts';

const index = CERTIFICATIONS.map((id) => indexEntry(curriculum(id)));
const TODAY = '2026-11-25' as CivilDate;
const WIDTHS = [60, 80, 100, 120];

describe('the list of certifications', () => {
  test('has what can be booked now first and what is over last', () => {
    const ids = certificationChoices(index, TODAY, 100).map(({ value }) => value.id);
    expect(ids).toHaveLength(index.length);
    expect(ids.slice(-2).sort()).toEqual(['aws-mls-c01', 'azure-ai-102']);
    expect(ids.indexOf('azure-ai-103')).toBeLessThan(ids.indexOf('aws-mla-c02'));
  });
  test('says what is over, and what came after it', () => {
    const old = certificationChoices(index, TODAY, 100).find(
      ({ value }) => value.id === 'azure-ai-102',
    );
    expect(old?.label).toContain('retired');
    expect(old?.hint).toBe('last exam day was 2026-06-30, then azure-ai-103');
  });
  test.each(WIDTHS)('fits %i columns with bar and button', (width) => {
    for (const { label } of certificationChoices(index, TODAY, width)) {
      expect(stringWidth(label) + 5).toBeLessThanOrEqual(width);
      expect(toAscii(label).length + 5).toBeLessThanOrEqual(width);
    }
  });
});

describe('the self-rating', () => {
  const skills = askedSkills([
    { examCode: 'A-1', requires: { python: 3, iam: 0, ml: 2 } },
    { examCode: 'B-2', requires: { python: 3, apis: 1, 'cloud-aws': 2, ml: 1 } },
  ]);

  test('asks for what one of the certifications builds on, first rank first', () => {
    expect(skills).toEqual([
      { skill: 'python', required: 3, examCodes: ['A-1', 'B-2'] },
      { skill: 'apis', required: 1, examCodes: ['B-2'] },
      { skill: 'ml', required: 2, examCodes: ['A-1'] },
      { skill: 'cloud-aws', required: 2, examCodes: ['B-2'] },
    ]);
  });

  test('offers each level by what one can do, and to leave it open', () => {
    for (const facts of foundations().skills) {
      for (const width of WIDTHS) {
        const question = levelQuestion(
          facts,
          { skill: facts.id, required: 3, examCodes: ['A-1'] },
          width,
        );
        expect(question.choices.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, null]);
        for (const { label } of question.choices) {
          const lines = label.split('\n');
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) {
            // clack wraps at its own count of columns, 13 less than there are.
            expect(stringWidth(line) + 2).toBeLessThanOrEqual(Math.max(width - 13, 54));
          }
        }
      }
    }
  });

  test('begins at the level given before, else at "aware", which counts where nothing is said', () => {
    const facts = foundations().skills[0];
    if (!facts) throw new Error('no skill');
    const asked = { skill: facts.id, required: 3 as Level, examCodes: ['A-1'] };
    expect(levelQuestion(facts, asked, 80).first).toBe(1);
    expect(levelQuestion(facts, asked, 80, 4).first).toBe(4);
  });

  test('says what the other skills would count as', () => {
    const given = new Map<Skill, Level>([
      ['python', 3],
      ['cloud-aws', 2],
    ]);
    const labels = otherSkillsQuestion(skills.slice(2), given).choices.map(({ label }) => label);
    expect(labels[0]).toMatch(/^ml +needs 2 +taken as 0 none$/);
    expect(labels[1]).toMatch(/^cloud-aws +needs 2 +you said 2 basic$/);
  });
});

describe('where the plan does not fit', () => {
  const answers: Answers = {
    ...NO_ANSWERS,
    certifications: ['azure-ai-103', 'azure-ai-901'],
    hours: 4,
    exams: ['2027-03-01T09:00', '2027-01-10'],
  };
  const all = [
    { kind: 'hours', value: 11.5 },
    { kind: 'exam', value: '2027-02-05' as CivilDate },
    { kind: 'depth', value: 'essential' },
    { kind: 'cut', activities: ['a', 'b'], minutesSaved: 90, weightLost: 2.5 },
  ] as const;

  test('each remedy is the same answers with one changed', () => {
    expect(waysOut(answers, all, 'azure-ai-901').map(({ value }) => value)).toEqual([
      { ...answers, hours: 11.5 },
      { ...answers, exams: ['2027-03-01T09:00', '2027-02-05'] },
      { ...answers, depth: 'essential' },
      { ...answers, cut: true },
      { ...answers, exams: [] },
    ]);
  });
  test('a later exam day keeps its time of day', () => {
    expect(waysOut(answers, all, 'azure-ai-103')[1]?.value.exams).toEqual([
      '2027-02-05T09:00',
      '2027-01-10',
    ]);
  });
  test('what would not do is not offered', () => {
    const none = [
      { kind: 'hours', value: null },
      { kind: 'exam', value: null },
      { kind: 'depth', value: null },
      { kind: 'cut', activities: null },
    ] as const;
    expect(waysOut({ ...answers, exams: [] }, none, null)).toEqual([]);
  });
});

describe('what is typed', () => {
  test('is refused in the words of the flag', async () => {
    expect(await checkBy(hours)('61')).toContain('from 1 to 60');
    expect(await checkBy(parseWindows)('mon 25:00-26:00')).toContain('is no time of day; write');
    expect(await checkBy(parseWindows)('mon 19:00-21:00')).toBeNull();
  });
  test('a fault of the program is no fault of what is typed', () => {
    const broken = checkBy(() => {
      throw new TypeError('broken');
    });
    expect(() => broken('x')).toThrow('broken');
  });
});
