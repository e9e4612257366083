/** "How this plan was made for you", in sentences. Words only; no layout. */
import { isReading, type Skill } from '../../curriculum/vocabulary.ts';
import { sharedSums } from '../../plan/done-elsewhere.ts';
import type { Plan } from '../../plan/plan.ts';
import { formatRoundHours } from '../../plan/words.ts';
import type { Waiver } from '../../workload/workload.ts';

/** What stands in bold, and what follows it. */
export interface Sentence {
  readonly lead: string;
  readonly rest: string;
}

/** Skills whose lack is what "weaker ML foundations" counts. */
const FOUNDATION_SKILLS: readonly string[] = ['statistics', 'ml', 'math'] satisfies Skill[];

const signed = (minutes: number): string =>
  `${minutes < 0 ? '−' : '+'} ${formatRoundHours(Math.abs(minutes))}`;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

export interface WaiverGroup {
  /** Why: `python 3`, `you know 1.2`. */
  readonly because: string;
  readonly items: readonly Waiver[];
  readonly minutes: number;
  /** `readings` where all of it is first reading, else `items`. */
  readonly noun: 'reading' | 'item';
}

/** Waivers with the same reason together, the largest saving first. */
export function waiverGroups(plan: Pick<Plan, 'waived'>): WaiverGroup[] {
  const groups = new Map<string, Waiver[]>();
  for (const waiver of plan.waived) {
    const because = waiver.reason
      .replace(/^waived: /, '')
      .replace(/^it teaches what you have, /, '')
      .replace(/ \((?:none|aware|basic|working|strong)((?:, \w+)?)\)/g, (_, source: string) =>
        source === '' ? '' : ` (${source.slice(2)})`,
      );
    groups.set(because, [...(groups.get(because) ?? []), waiver]);
  }
  return [...groups]
    .map(
      ([because, items]): WaiverGroup => ({
        because,
        items,
        minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
        noun: items.every(({ kind }) => isReading(kind)) ? 'reading' : 'item',
      }),
    )
    .sort((a, b) => b.minutes - a.minutes || (a.because < b.because ? -1 : 1));
}

/** The groups that a cover has room for; the rest as one. */
const GROUPS_ON_COVER = 3;

function waiverSentences(plan: Plan): Sentence[] {
  const groups = waiverGroups(plan);
  const sentence = (because: string, items: number, noun: string, minutes: number): Sentence => ({
    lead: `${because}:`,
    rest: `${count(items, noun)} became ${items === 1 ? 'a short check' : 'short checks'}: ${signed(-minutes)}`,
  });
  const shown = groups.slice(0, GROUPS_ON_COVER);
  const rest = groups.slice(GROUPS_ON_COVER);
  return [
    ...shown.map(({ because, items, noun, minutes }) =>
      sentence(because, items.length, noun, minutes),
    ),
    ...(rest.length === 0
      ? []
      : [
          sentence(
            'other things you know',
            rest.reduce((sum, { items }) => sum + items.length, 0),
            'item',
            rest.reduce((sum, { minutes }) => sum + minutes, 0),
          ),
        ]),
  ];
}

/** `carried over: 12 items, − 9 h, from plan june`. */
const carriedSentences = ({ shared = [] }: Plan): Sentence[] =>
  sharedSums(shared).carried.map(({ plan, items, minutes }) => ({
    lead: `carried over: ${signed(-minutes)}`,
    rest: `${count(items, 'item')} ${items === 1 ? 'is' : 'are'} done in plan ${plan}`,
  }));

/** Sentences for the cover, the weightiest first. */
export function madeForYouSentences(plan: Plan): Sentence[] {
  const { madeForYou } = plan;
  const sentences: Sentence[] = [];
  const step = ({ skill, from, to }: { skill: string; from: number; to: number }): string =>
    `${skill} ${from} → ${to}`;
  if (madeForYou.weakerFoundationsMinutes > 0) {
    const steps = madeForYou.bridges.filter(({ skill }) => FOUNDATION_SKILLS.includes(skill));
    sentences.push({
      lead: `weaker ML foundations: ${signed(madeForYou.weakerFoundationsMinutes)}`,
      rest: steps.length === 0 ? 'in slower reading' : `(${steps.map(step).join(', ')})`,
    });
  }
  const others = madeForYou.bridges.filter(({ skill }) => !FOUNDATION_SKILLS.includes(skill));
  if (others.length > 0) {
    const minutes = others.reduce((sum, bridge) => sum + bridge.minutes, 0);
    const bridges = others.reduce((sum, bridge) => sum + bridge.count, 0);
    sentences.push({
      lead: `${madeForYou.bridges.length > others.length ? 'other bridges' : 'bridges'}: ${signed(minutes)}`,
      rest: `in ${count(bridges, 'piece')} (${others.map(step).join(', ')})`,
    });
  }
  sentences.push(...waiverSentences(plan), ...carriedSentences(plan));
  if (madeForYou.paceMinutes !== 0) {
    sentences.push({
      lead: `your pace: ${signed(madeForYou.paceMinutes)}`,
      rest:
        madeForYou.paceMinutes > 0
          ? 'against the published times: where a skill is short, reading and labs take longer'
          : 'against the published times: where a skill is strong, reading and labs go faster',
    });
  }
  if (madeForYou.notGiven.length > 0) {
    const skills = madeForYou.notGiven.map(({ skill, level, source }) =>
      source === 'assumed' ? `${skill} ${level} (assumed)` : `${skill} ${level}`,
    );
    const first = madeForYou.notGiven[0];
    const example = `--skill ${first?.skill ?? 'ml'}=${Math.min(4, (first?.level ?? 1) + 2)}`;
    sentences.push({
      lead: 'not given, so inferred:',
      rest: `${skills.join(', ')}. If that is wrong, change it: ${example}`,
    });
  }
  return sentences;
}
