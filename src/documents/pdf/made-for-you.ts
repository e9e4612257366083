/** "How this plan was made for you", in sentences. Words only; no layout. */
import { isReading, type Skill } from '../../curriculum/vocabulary.ts';
import { sharedSums } from '../../plan/done-elsewhere.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Waiver } from '../../workload/workload.ts';
import type { Sentence } from '../words/sentence.ts';
import type { Words } from '../words/words.ts';
import type { Desk } from './desk.ts';

/** Skills whose lack is what "weaker ML foundations" counts. */
const FOUNDATION_SKILLS: readonly string[] = ['statistics', 'ml', 'math'] satisfies Skill[];

const signed = (minutes: number, { common }: Words): string =>
  `${minutes < 0 ? '−' : '+'} ${common.roundHours(Math.abs(minutes))}`;

/** A plan, and the language to tell of it. */
type SpokenPlan = Pick<Desk, 'plan' | 'words'>;

export interface WaiverGroup {
  /** Why: `python 3`, `you know 1.2`. */
  readonly because: string;
  readonly items: readonly Waiver[];
  readonly minutes: number;
  /** `reading` where all of it is first reading. */
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

function waiverSentences({ plan, words }: SpokenPlan): Sentence[] {
  const groups = waiverGroups(plan);
  const sentence = (
    because: string | null,
    items: number,
    noun: WaiverGroup['noun'],
    minutes: number,
  ): Sentence => words.pdf.madeForYou.shortChecks(because, items, noun, signed(-minutes, words));
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
            null,
            rest.reduce((sum, { items }) => sum + items.length, 0),
            'item',
            rest.reduce((sum, { minutes }) => sum + minutes, 0),
          ),
        ]),
  ];
}

/** `carried over: 12 items, − 9 h, from plan june`. */
const carriedSentences = ({ plan: { shared = [] }, words }: SpokenPlan): Sentence[] =>
  sharedSums(shared).carried.map(({ plan, items, minutes }) =>
    words.pdf.madeForYou.carried(signed(-minutes, words), items, plan),
  );

/** Sentences for the cover, the weightiest first. */
export function madeForYouSentences(spoken: SpokenPlan): Sentence[] {
  const { plan, words } = spoken;
  const { madeForYou } = plan;
  const say = words.pdf.madeForYou;
  const sentences: Sentence[] = [];
  const step = ({ skill, from, to }: { skill: string; from: number; to: number }): string =>
    `${skill} ${from} → ${to}`;
  if (madeForYou.weakerFoundationsMinutes > 0) {
    const steps = madeForYou.bridges.filter(({ skill }) => FOUNDATION_SKILLS.includes(skill));
    sentences.push(
      say.foundations(signed(madeForYou.weakerFoundationsMinutes, words), steps.map(step)),
    );
  }
  const others = madeForYou.bridges.filter(({ skill }) => !FOUNDATION_SKILLS.includes(skill));
  if (others.length > 0) {
    const minutes = others.reduce((sum, bridge) => sum + bridge.minutes, 0);
    const bridges = others.reduce((sum, bridge) => sum + bridge.count, 0);
    const areOthers = madeForYou.bridges.length > others.length;
    sentences.push(say.bridges(signed(minutes, words), bridges, others.map(step), areOthers));
  }
  sentences.push(...waiverSentences(spoken), ...carriedSentences(spoken));
  if (madeForYou.paceMinutes !== 0) {
    sentences.push(say.pace(signed(madeForYou.paceMinutes, words), madeForYou.paceMinutes > 0));
  }
  if (madeForYou.notGiven.length > 0) {
    const first = madeForYou.notGiven[0];
    const example = `--skill ${first?.skill ?? 'ml'}=${Math.min(4, (first?.level ?? 1) + 2)}`;
    sentences.push(say.notGiven(madeForYou.notGiven, example));
  }
  return sentences;
}
