import { describe, expect, it } from 'vitest';
import { parseFoundations } from '../../src/curriculum/read-yaml.ts';
import { LEVELS, SKILLS, VENDORS } from '../../src/curriculum/vocabulary.ts';
import { foundations } from '../support/curricula.ts';
import { replaced, told, unmark } from './small-curriculum.ts';

const bridgeText = (id: string): string =>
  `{id: ${id}, kind: docs, title: Read ${id}, url: 'https://example.org/${id}', ` +
  "minutes: {value: 20, basis: estimate, checked: '2026-11-23'}, cost-usd: 0, role: core}";

const stepText = (from: number): string =>
  `  - from: ${from}\n    to: ${from + 1}\n    goal: more\n    bridges:\n    - ${bridgeText(`b${from}`)}\n`;

const SMALL = `checked: '2026-11-23'
sources: [{fact: all, url: null, seen: today}]
skills:
- id: python
  name: Python
  levels:
${LEVELS.map((level) => `  - {level: ${level}, can-do: [something]}\n`).join('')}  steps:
${[0, 1, 2, 3].map(stepText).join('')}`;

function expectFault(message: string, from: string, to: string): void {
  const { text, line, column } = unmark(replaced(SMALL, from, to));
  const parsed = parseFoundations(text);
  expect(told(parsed.ok ? [] : parsed.faults)).toEqual([`${line}:${column} ${message}`]);
}

describe('a foundations file', () => {
  it('is sound when small', () => expect(parseFoundations(SMALL)).toMatchObject({ ok: true }));

  it('names each bridge once', () => {
    expectFault(
      'skills[0].steps[2].bridges[0].id: "b1" is used twice; ids are unique',
      'id: b2,',
      'id: «b1,',
    );
  });

  it('has after edges between bridges only', () => {
    expectFault(
      'skills[0].steps[2].bridges[0].after[0]: no bridge "b7"; did you mean "b0"?',
      'id: b2,',
      'after: [«b7], id: b2,',
    );
  });

  it('has overlaps between bridges only', () => {
    expectFault(
      'skills[0].steps[2].bridges[0].overlaps: no bridge "elsewhere"',
      'id: b2,',
      'overlaps: «elsewhere, id: b2,',
    );
  });

  it('has no circle of bridges', () => {
    const text = replaced(
      replaced(SMALL, 'id: b1,', 'after: [b2], id: b1,'),
      'id: b2,',
      'after: [b1], id: b2,',
    );
    const parsed = parseFoundations(text);
    const faults = parsed.ok ? [] : parsed.faults;
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toMatch(/runs in a circle: (b1 → b2 → b1|b2 → b1 → b2)$/);
    // The skills as a whole: a circle may run through several of them.
    expect(`${faults[0]?.line}:${faults[0]?.column}`).toBe('4:1');
  });

  it('has the steps in order, each one level up', () => {
    expectFault(
      'skills[0].steps[2].from: expected the step from 2 to 3',
      'from: 2\n    to: 3',
      'from: «2\n    to: 4',
    );
  });

  it('has four steps for every skill', () => {
    expectFault(
      'skills[0].steps: expected at least 4 entries',
      `  steps:\n${[0, 1, 2, 3].map(stepText).join('')}`,
      `  steps:\n${[0, 1, 2].map(stepText).join('').replace('- from: 0', '«- from: 0')}`,
    );
  });

  it('gives an address to a bridge unless it is an exercise of our own', () => {
    const parsed = parseFoundations(replaced(SMALL, "url: 'https://example.org/b2'", 'url: null'));
    expect(parsed.ok).toBe(true);
  });
});

describe('the built-in foundations', () => {
  const { skills, bridges } = foundations();

  it('describe every skill, and each of its five levels', () => {
    expect(skills.map((skill) => skill.id).sort()).toEqual([...SKILLS].sort());
    for (const skill of skills) {
      expect(skill.levels.map((entry) => entry.level)).toEqual([...LEVELS]);
      expect(skill.selfCheck.length, skill.id).toBeGreaterThan(0);
    }
  });

  it('have core material for every step of every skill, whatever the cloud', () => {
    const lacking = SKILLS.flatMap((skill) =>
      [0, 1, 2, 3].flatMap((from) =>
        VENDORS.filter(
          (vendor) =>
            !bridges.some(
              (bridge) =>
                bridge.skill === skill &&
                bridge.from === from &&
                bridge.role === 'core' &&
                (bridge.vendors === null || bridge.vendors.includes(vendor)),
            ),
        ).map((vendor) => `${skill} ${from} for ${vendor}`),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('lead nowhere but to http and https', () => {
    const odd = bridges.filter((bridge) => bridge.url !== null && !/^https?:\/\//.test(bridge.url));
    expect(odd).toEqual([]);
  });

  it('say what to do and when it is done, where there is no address', () => {
    const vague = bridges.filter(
      (bridge) => bridge.url === null && (bridge.first === null || bridge.doneWhen === null),
    );
    expect(vague.map((bridge) => bridge.id)).toEqual([]);
  });

  it('never let two bridges overlap each other, so that one of them is always planned', () => {
    const byId = new Map(bridges.map((bridge) => [bridge.id, bridge]));
    const chained = bridges.filter(
      (bridge) => bridge.overlaps !== null && byId.get(bridge.overlaps)?.overlaps !== null,
    );
    expect(chained.map((bridge) => bridge.id)).toEqual([]);
  });
});
