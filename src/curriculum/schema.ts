/**
 * The shape of the YAML files in `curricula/`, as one zod schema. The JSON Schema for editors is
 * made from it (`certplan curriculum schema`). References between parts (task ids, `after` edges,
 * weights) cannot be said in a schema; they are checked in `rules/`.
 */
import * as z from 'zod';
import { HINT_CODES } from './hints.ts';
import { CURRICULUM_KINDS, DEPTHS, MINUTES_BASES, SKILLS, VENDORS } from './vocabulary.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'expected lower-case letters, digits, ".", "_" or "-"');
const line = z
  .string()
  .trim()
  .min(1)
  .max(400)
  // Curricula may come from strangers: no control character may reach a terminal or a document.
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'expected one line of text without control characters');
const webAddress = z
  .string()
  .max(600)
  .regex(/^https?:\/\/[^\s"<>\\^`{|}]+$/, 'expected an http or https address');
const date = z.iso.date('expected a date, YYYY-MM-DD');
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const skillLevels = z.partialRecord(z.enum(SKILLS), level);
const dollars = z.number().min(0).max(20_000);

const minutes = z.strictObject({
  value: z.int().min(5).max(1200),
  basis: z.enum(MINUTES_BASES),
  checked: date,
});

export const taskSchema = z.strictObject({
  id: z.string().regex(/^[1-9]\.[1-9][0-9]?$/, 'expected an id like "1.2", in quotes'),
  title: line,
  topics: z.array(line).default([]),
  'mix-with': z.array(z.string()).default([]),
  checks: z.array(line).min(3),
});

export const domainSchema = z.strictObject({
  id: z.string().regex(/^d[1-9]$/, 'expected d1 to d9'),
  title: line,
  weight: z.union([
    z.number().min(1).max(100),
    z.tuple([z.number().min(1).max(100), z.number().min(1).max(100)]),
  ]),
  tasks: z.array(taskSchema).min(1),
});

const lab = z.strictObject({
  setup: z.array(line).default([]),
  steps: z.array(line).min(1),
  teardown: z.array(line).min(1),
  'bills-while-idle': z.boolean(),
  billing: z.array(line).default([]),
  stops: z.array(line).default([]),
});

export const activitySchema = z.strictObject({
  id: slug,
  kind: z.enum(CURRICULUM_KINDS),
  title: line,
  publisher: line.optional(),
  url: webAddress,
  minutes,
  'cost-usd': dollars.nullable(),
  verified: line.optional(),
  tasks: z.array(z.string()).min(1),
  'builds-on': skillLevels.default({}),
  teaches: skillLevels.optional(),
  after: z.array(slug).default([]),
  depth: z.enum(DEPTHS),
  for: z.literal('beginners').optional(),
  first: line.optional(),
  questions: z.int().min(1).max(400).optional(),
  // What has to be subscribed to for a month; `cost-usd` is that month's price.
  subscription: slug.optional(),
  lab: lab.optional(),
  steps: z
    .array(z.strictObject({ title: line, minutes: z.int().min(20).max(240) }))
    .min(1)
    .optional(),
  teardown: z.array(line).optional(),
});

export const curriculumSchema = z.strictObject({
  id: slug,
  vendor: z.enum(VENDORS),
  name: line,
  'exam-code': line,
  level: z.enum(['foundational', 'associate', 'professional', 'specialty']),
  checked: date,
  lifecycle: z.strictObject({
    'first-exam': date.nullable(),
    'general-availability': date.nullable(),
    'last-exam': date.nullable(),
    note: line.optional(),
  }),
  successors: z.array(slug).default([]),
  // An earlier version that has no file of its own.
  predecessor: z
    .strictObject({
      'exam-code': line,
      'first-exam': date.nullable(),
      'last-exam': date.nullable(),
      note: line.optional(),
    })
    .optional(),
  exam: z.strictObject({
    minutes: z.int().min(20).max(400),
    'minutes-note': line.optional(),
    questions: z.union([z.int(), z.tuple([z.int(), z.int()])]).nullable(),
    'questions-scored': z.int().nullable(),
    'passing-score': z.number().nullable(),
    'score-scale': z.tuple([z.number(), z.number()]).nullable(),
    'price-usd': dollars.nullable(),
    'question-types': z.array(line),
    style: line,
    retake: z.strictObject({ 'wait-days': z.int().min(0).max(400), rules: line }),
    'reschedule-days': z.int().min(0).max(60),
    beta: z
      .strictObject({
        'exam-code': line,
        questions: z.int().nullable(),
        minutes: z.int().nullable(),
        'price-usd': dollars.nullable(),
      })
      .optional(),
  }),
  'validity-months': z.int().min(1).max(120).nullable(),
  renewal: z.strictObject({
    text: line,
    'opens-months-before': z.number().min(0).max(60).nullable(),
  }),
  experience: line,
  requires: skillLevels,
  services: z.array(line).default([]),
  notes: z.array(line).default([]),
  sources: z.array(z.strictObject({ fact: line, url: webAddress, seen: line })).min(1),
  // Hints of `curriculum check` that cannot be followed, with the reason.
  'hints-answered': z.partialRecord(z.enum(HINT_CODES), line).optional(),
  guide: slug,
  domains: z.array(domainSchema).min(1),
  activities: z.array(activitySchema).min(1).max(2000),
});

/** Every key that a curriculum knows, wherever it stands. */
export const CURRICULUM_KEYS: readonly string[] = [
  ...new Set(
    [
      curriculumSchema,
      curriculumSchema.shape.exam,
      curriculumSchema.shape.lifecycle,
      domainSchema,
      taskSchema,
      activitySchema,
      minutes,
      lab,
    ].flatMap(({ shape }) => Object.keys(shape)),
  ),
  ...SKILLS,
];

const bridge = z.strictObject({
  id: slug,
  kind: z.enum(['docs', 'course', 'video', 'lab', 'exercise']),
  title: line,
  publisher: line.optional(),
  url: webAddress.nullable(),
  minutes,
  'cost-usd': dollars.nullable(),
  verified: line.optional(),
  role: z.enum(['core', 'alternative', 'extra']),
  for: z.array(z.enum(VENDORS)).optional(),
  overlaps: slug.optional(),
  after: z.array(slug).default([]),
  first: line.optional(),
  'done-when': line.optional(),
  note: line.optional(),
  teardown: z.array(line).optional(),
});

export const foundationsSchema = z.strictObject({
  checked: date,
  notes: z.array(line).default([]),
  sources: z.array(z.strictObject({ fact: line, url: webAddress.nullable(), seen: line })).min(1),
  skills: z.array(
    z.strictObject({
      id: z.enum(SKILLS),
      name: line,
      levels: z.array(z.strictObject({ level, 'can-do': z.array(line).min(1) })).length(5),
      'self-check': z.array(line).default([]),
      steps: z
        .array(
          z.strictObject({
            from: level,
            to: level,
            goal: line,
            bridges: z.array(bridge).min(1),
          }),
        )
        .length(4),
    }),
  ),
});

export type CurriculumYaml = z.output<typeof curriculumSchema>;
export type FoundationsYaml = z.output<typeof foundationsSchema>;
