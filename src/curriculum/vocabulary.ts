/**
 * The closed lists that everything else is typed by: skills, levels, kinds, depths, vendors.
 * A new member fails the build wherever a table is closed by `satisfies Record<…>`.
 */

/** Skills of the first rank: what the learner does not give of these counts as "aware" (1). */
export const FIRST_RANK_SKILLS = ['python', 'apis', 'iam', 'statistics'] as const;

export const SKILLS = [
  ...FIRST_RANK_SKILLS,
  'ml',
  'cloud-aws',
  'cloud-azure',
  'cloud-google',
  'notebooks',
  'sql-data',
  'math',
  'git-terminal',
  'responsible-ai',
  'monitoring',
] as const;
export type Skill = (typeof SKILLS)[number];

/** 0 none, 1 aware, 2 basic, 3 working, 4 strong. */
export const LEVELS = [0, 1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_NAMES = ['none', 'aware', 'basic', 'working', 'strong'] as const;

export type SkillLevels = Readonly<Partial<Record<Skill, Level>>>;

/** Kinds that a curriculum file may contain. */
export const CURRICULUM_KINDS = [
  'docs',
  'course',
  'video',
  'lab',
  'practice-questions',
  'practice-exam',
  'project',
] as const;
export type CurriculumKind = (typeof CURRICULUM_KINDS)[number];

/** All kinds of an activity; the last four are made by the planner. */
export const KINDS = [...CURRICULUM_KINDS, 'bridge', 'review', 'exam-review', 'logistics'] as const;
export type Kind = (typeof KINDS)[number];

const IS_CONTENT = {
  docs: true,
  course: true,
  video: true,
  lab: true,
  project: true,
  bridge: true,
  'practice-questions': false,
  'practice-exam': false,
  review: false,
  'exam-review': false,
  logistics: false,
} as const satisfies Record<Kind, boolean>;

/** Content is what teaches: docs, course, video, lab, project, bridge (design, "Words"). */
export const isContent = (kind: Kind): boolean => IS_CONTENT[kind];

/** First reading: docs, course, video. */
export const isReading = (kind: Kind): boolean =>
  kind === 'docs' || kind === 'course' || kind === 'video';

export const DEPTHS = ['essential', 'standard', 'thorough'] as const;
export type Depth = (typeof DEPTHS)[number];

export const VENDORS = ['aws', 'microsoft', 'google'] as const;
export type Vendor = (typeof VENDORS)[number];

/** The skill that stands for "knows this vendor's cloud". */
export const CLOUD_SKILL = {
  aws: 'cloud-aws',
  microsoft: 'cloud-azure',
  google: 'cloud-google',
} as const satisfies Record<Vendor, Skill>;

/** Where a number of minutes comes from. */
export const MINUTES_BASES = ['published', 'word-count', 'estimate'] as const;
export type MinutesBasis = (typeof MINUTES_BASES)[number];
