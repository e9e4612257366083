/** What the learner knows: a level a skill, by what somebody of that level can do. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { SkillFacts } from '../../curriculum/foundations.ts';
import {
  FIRST_RANK_SKILLS,
  LEVEL_NAMES,
  LEVELS,
  type Level,
  SKILLS,
  type Skill,
} from '../../curriculum/vocabulary.ts';
import { completeSkills, type GivenSkills } from '../../learner/skills.ts';
import { builtInCurriculum } from '../built-in-curricula.ts';
import { columns, padEnd, shorten } from '../terminal/layout.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Answers } from './answers.ts';
import type { Question } from './asker.ts';
import type { Interview } from './interview.ts';

export interface AskedSkill {
  readonly skill: Skill;
  /** The highest level that one of the certifications builds on, above 0. */
  readonly required: Level;
  /** Codes of the exams that ask for it. */
  readonly examCodes: readonly string[];
}

/** Skills that at least one of the certifications requires, the first-rank ones first. */
export function askedSkills(
  curricula: readonly Pick<Curriculum, 'requires' | 'examCode'>[],
): AskedSkill[] {
  return SKILLS.flatMap((skill) => {
    const required = Math.max(...curricula.map(({ requires }) => requires[skill] ?? 0));
    const level = LEVELS.find((value) => value === required) ?? 0;
    if (level === 0) return [];
    const examCodes = curricula
      .filter(({ requires }) => requires[skill] === level)
      .map(({ examCode }) => examCode);
    return [{ skill, required: level, examCodes }];
  });
}

const inWords = (level: Level): string => `${level} ${LEVEL_NAMES[level]}`;

/** `3 working`, and room after the longest. */
const LEVEL_COLUMN = 11;
/**
 * Bar and radio button before each choice (clack counts the bar's colours as columns, too), and room for
 * an ellipsis spelt out in ASCII.
 */
const MARGIN = 17;
/** A radio button and its blank, before the first line of a choice only. */
const BUTTON = 2;
/** So that five levels and the question fit a terminal of 24 lines. */
const MOST_LINES = 2;

/**
 * @param width columns of the terminal
 * @param given a level that was given before
 */
export function levelQuestion(
  facts: SkillFacts,
  { required, examCodes }: AskedSkill,
  width: number,
  given?: Level,
): Question<Level | null> {
  const choices = facts.levels.map(({ level, canDo }) => {
    const lines = wrap(canDo.join('; '), width - MARGIN - LEVEL_COLUMN);
    const shown = lines.slice(0, MOST_LINES);
    const last = shown.length - 1;
    if (lines.length > MOST_LINES) {
      shown[last] = shorten(`${shown[last]} ${lines[MOST_LINES]}`, width - MARGIN - LEVEL_COLUMN);
    }
    const set = ' '.repeat(LEVEL_COLUMN + BUTTON);
    return {
      value: level as Level | null,
      label: padEnd(inWords(level), LEVEL_COLUMN) + shown.join(`\n${set}`),
    };
  });
  const usual = given ?? 1;
  return {
    message: `${facts.name}: what can you do? ${examCodes.join(' and ')} builds on ${inWords(required)}.`,
    choices: [
      ...choices,
      { value: null, label: 'not sure: left open, the plan says what it assumes' },
    ],
    first: Math.max(
      0,
      choices.findIndex(({ value }) => value === usual),
    ),
  };
}

/** Which of the other skills the learner wants to rate: what is left follows from what was said. */
export function otherSkillsQuestion(
  others: readonly AskedSkill[],
  given: GivenSkills,
): Question<AskedSkill> {
  const followed = completeSkills(given);
  const labels = columns(
    others.map(({ skill, required }) => [
      skill,
      `needs ${required}`,
      given.has(skill)
        ? `you said ${inWords(followed[skill].level)}`
        : `taken as ${inWords(followed[skill].level)}`,
    ]),
  );
  return {
    message: 'Rate more of these? Enter takes them as they stand.',
    choices: others.map((value, index) => ({ value, label: labels[index] ?? value.skill })),
  };
}

export async function askSkills(
  { asker, foundations, width }: Interview,
  answers: Answers,
): Promise<Answers> {
  const asked = askedSkills(answers.certifications.map(builtInCurriculum));
  const skills = new Map(answers.skills);
  const rate = async (one: AskedSkill): Promise<void> => {
    const facts = foundations.skills.find(({ id }) => id === one.skill);
    if (!facts) return;
    const level = await asker.one(levelQuestion(facts, one, width, skills.get(one.skill)));
    if (level === null) skills.delete(one.skill);
    else skills.set(one.skill, level);
  };
  const isFirstRank = ({ skill }: AskedSkill): boolean =>
    (FIRST_RANK_SKILLS as readonly Skill[]).includes(skill);
  for (const one of asked.filter(isFirstRank)) await rate(one);
  const others = asked.filter((one) => !isFirstRank(one));
  if (others.length > 0) {
    for (const one of await asker.some(otherSkillsQuestion(others, skills))) await rate(one);
  }
  return { ...answers, skills };
}
