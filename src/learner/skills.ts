/** What the learner knows: given, inferred from what was given, or assumed. */
import { didYouMean } from '../curriculum/nearest.ts';
import {
  type FIRST_RANK_SKILLS,
  LEVEL_NAMES,
  LEVELS,
  type Level,
  SKILLS,
  type Skill,
} from '../curriculum/vocabulary.ts';
import { badInput } from '../errors.ts';

export type SkillSource = 'given' | 'inferred' | 'assumed';

export interface LearnerSkill {
  readonly level: Level;
  readonly source: SkillSource;
}

export type LearnerSkills = Readonly<Record<Skill, LearnerSkill>>;
export type GivenSkills = ReadonlyMap<Skill, Level>;

const isSkill = (name: string): name is Skill => (SKILLS as readonly string[]).includes(name);

function parseLevel(text: string, skill: string): Level {
  const word = text.trim().toLowerCase();
  const byName = (LEVEL_NAMES as readonly string[]).indexOf(word);
  const level = LEVELS.find((value) => String(value) === word || value === byName);
  if (level === undefined) {
    throw badInput(
      'bad-level',
      `--skill ${skill}=${text}: "${text}" is no level`,
      'levels are 0 none, 1 aware, 2 basic, 3 working, 4 strong',
    );
  }
  return level;
}

/**
 * Reads `python=3,apis=basic`, repeatable; the last value for a skill holds.
 * @throws UserError for a skill or level that does not exist
 */
export function parseSkills(options: readonly string[]): GivenSkills {
  const given = new Map<Skill, Level>();
  for (const part of options.flatMap((option) => option.split(','))) {
    const text = part.trim();
    if (text === '') continue;
    const [name = '', ...rest] = text.split('=').map((piece) => piece.trim());
    const level = rest.length > 0 ? rest.join('=') : undefined;
    if (level === undefined || level === '') {
      throw badInput(
        'bad-skill',
        `--skill ${text}: a level is missing`,
        'write NAME=LEVEL, for example python=3',
      );
    }
    if (!isSkill(name)) {
      throw badInput(
        'unknown-skill',
        `--skill ${text}: there is no skill "${name}"${didYouMean(name, SKILLS)}`,
        `skills are ${SKILLS.join(', ')}`,
      );
    }
    given.set(name, parseLevel(level, name));
  }
  return given;
}

/** One level below, not under none. */
const below = (level: Level): Level => LEVELS[Math.max(0, level - 1)] ?? 0;
const lower = (a: Level, b: Level): Level => (a < b ? a : b);

interface Inference {
  readonly from: readonly Skill[];
  readonly level: (levelOf: (skill: Skill) => Level) => Level;
}

/**
 * How a skill that was not given follows from others. All rules are monotone: a lower level of a
 * source never gives a higher one, so that knowing less never shortens a plan. Source: the design
 * ("Words") for ml, cloud, notebooks and sql-data; the others are our judgement in its spirit.
 */
const INFERENCES = {
  // One below the weaker of its two legs: knowing statistics and Python is not yet modelling.
  ml: {
    from: ['statistics', 'python'],
    level: (of) => below(lower(of('statistics'), of('python'))),
  },
  // Who handles access management has met a cloud.
  'cloud-aws': { from: ['iam'], level: (of) => of('iam') },
  'cloud-azure': { from: ['iam'], level: (of) => of('iam') },
  'cloud-google': { from: ['iam'], level: (of) => of('iam') },
  notebooks: { from: ['python'], level: (of) => of('python') },
  'sql-data': { from: ['python'], level: (of) => below(of('python')) },
  math: { from: ['statistics'], level: (of) => below(of('statistics')) },
  'git-terminal': { from: ['python'], level: (of) => below(of('python')) },
  'responsible-ai': { from: ['ml'], level: (of) => below(of('ml')) },
  monitoring: { from: ['iam'], level: (of) => below(of('iam')) },
} as const satisfies Record<Exclude<Skill, (typeof FIRST_RANK_SKILLS)[number]>, Inference>;

const isInferable = (skill: Skill): skill is keyof typeof INFERENCES => skill in INFERENCES;

/** Completes what was given to a level for every skill. First-rank skills not given are "aware". */
export function completeSkills(given: GivenSkills): LearnerSkills {
  const known = new Map<Skill, LearnerSkill>();
  const resolve = (skill: Skill): LearnerSkill => {
    const found = known.get(skill);
    if (found) return found;
    const level = given.get(skill);
    let result: LearnerSkill;
    if (level !== undefined) {
      result = { level, source: 'given' };
    } else if (isInferable(skill)) {
      const rule: Inference = INFERENCES[skill];
      const grounded = rule.from.some((source) => resolve(source).source !== 'assumed');
      result = {
        level: rule.level((source) => resolve(source).level),
        source: grounded ? 'inferred' : 'assumed',
      };
    } else {
      result = { level: 1, source: 'assumed' };
    }
    known.set(skill, result);
    return result;
  };
  return Object.fromEntries(SKILLS.map((skill) => [skill, resolve(skill)])) as Record<
    Skill,
    LearnerSkill
  >;
}
