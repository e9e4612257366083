/** `certplan recommend --explain`: how the points came about. */
import { PARTS, type Part, type ScoringRow } from '../../recommend/points.ts';
import type { Recommendation } from '../../recommend/rank.ts';
import type { ScoringTable } from '../../recommend/schema.ts';
import { columns, padStart } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';

const HEADS = {
  start: 'start',
  background: 'backg.',
  goal: 'goal',
  platform: 'platf.',
  postings: 'jobs',
  hours: 'hours',
  by: 'by',
  budget: 'budget',
  status: 'status',
} as const satisfies Record<Part, string>;

const signed = (points: number): string => (points < 0 ? `−${-points}` : String(points));

export function explanation(
  ranking: readonly Recommendation[],
  { points, certifications }: ScoringTable,
  style: Style,
): string[] {
  const cell = (part: Part, text: string): string =>
    padStart(text, Math.max(4, HEADS[part].length));
  const heads = PARTS.map((part) => cell(part, HEADS[part]));
  const rows = ranking.map(({ candidate, points: own, score }) => [
    candidate.id,
    ...PARTS.map((part) => cell(part, signed(own[part]))),
    padStart(String(score), 5),
  ]);
  const most = (pick: (row: ScoringRow) => Readonly<Record<string, number>>): number =>
    Math.max(...Object.values(certifications).flatMap((row) => Object.values(pick(row))));
  const { postings, hours, by, budget, platform, status } = points;
  const rules = [
    `everyone starts with ${points.start}; background gives up to ${most(({ background }) => background)}, goal up to ${most(({ goal }) => goal)}, by the row of each certification`,
    `the named platform gives ${platform}; jobs: ${postings.platform} × share of postings on its platform + ${postings.topics} × share of what they ask for`,
    `hours take 1 for each ${hours['per-point']} h, at most ${hours.most}; by: tight −${by.tight}, too late −${by['too-late']}, beta only −${by['beta-only']}; over budget −${budget}`,
    `status: beta −${status.beta}, retiring −${status.retiring}, announced −${status.announced}; a retired exam has 0 and comes last`,
    'what was not told adds nothing; the whole table is recommend/scoring.yaml of this package',
  ];
  return [
    ...columns([['points', ...heads, 'score'], ...rows], 1),
    ...rules.flatMap((rule) => wrap(`  ${rule}`, style.width, '  ')),
  ];
}
