/** The first page. */
import type { Certification } from '../../../../curriculum/curriculum.ts';
import type { Depth } from '../../../../curriculum/vocabulary.ts';
import type { Feasibility } from '../../../../plan/plan.ts';
import type { Sentence } from '../../sentence.ts';

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

export const cover = {
  title: 'Your plan',
  kicker: 'STUDY PLAN',
  /** Around the owner's name. */
  forOwner: { before: 'for ', after: '' },
  planName: (name: string): string => `plan ${name}`,
  levels: {
    foundational: 'foundational',
    associate: 'associate',
    professional: 'professional',
    specialty: 'specialty',
  } as Readonly<Record<Certification['level'], string>>,
  examMinutes: (minutes: number): string => `${minutes} minutes`,
  /** @param number `65`, `40–60` */
  examQuestions: (number: string): string => `${number} questions`,
  /** @param of the highest score; null: not known */
  passAt: (score: number, of: number | null): string =>
    `pass at ${score}${of === null ? '' : ` of ${of}`}`,
  price: (usd: number): string => `${usd} US dollars`,
  /** @param text what `common.costs` says */
  costs: (text: string): string => `Costs: ${text}`,
  verdicts: {
    fits: 'Fits',
    tight: 'Tight',
    'does-not-fit': 'Does not fit',
  } as Readonly<Record<Feasibility['verdict'], string>>,
  /** @param from the first day; null: there is none */
  weeks: (weeks: number, from: string | null): string =>
    `${count(weeks, 'week')}${from === null ? '' : ` from ${from}`}`,
  needed: 'of study needed',
  offered: 'offered by your windows',
  cushion: 'cushion',
  noExamDay: 'No exam day: the plan ends with a practice exam and its review.',
  examIsGone: (examCode: string, lastDay: string): string =>
    `No exam day: ${examCode} could last be sat on ${lastDay}. The plan ends with a practice exam and its review.`,
  examOn: (date: string, time: string | null): string =>
    `Exam ${date}${time === null ? '' : ` at ${time}`}`,
  /** Follows the day of the exam. @param days from today on; negative: it is over */
  countdown: (isSuggested: boolean, days: number, today: string): string => {
    const left =
      days > 1
        ? `${days} days from ${today}`
        : days === 1
          ? 'tomorrow'
          : days === 0
            ? 'today'
            : 'behind you';
    return `${isSuggested ? ' (suggested)' : ''}  ·  ${left}`;
  },
  keyDates: 'Key dates',
  suggested: (milestone: string): string => `${milestone} (suggested)`,
  firstSession: 'First session',
  lastSession: 'Last session',
  yourWeek: 'Your week',
  atMost: (hours: string): string => `${hours} a week at most`,
  moreWindows: (windows: number): string =>
    `and ${windows} more ${windows === 1 ? 'window' : 'windows'}`,
  timesIn: (zone: string): string => `Times are in ${zone}`,
  depths: {
    essential: 'essential',
    standard: 'standard',
    thorough: 'thorough',
  } as Readonly<Record<Depth, string>>,
  sittings: (hours: string, depth: string): string => `Sittings up to ${hours} · depth ${depth}`,
  daysOff: (days: number): string => `${count(days, 'day')} off`,
  goodToKnow: 'Good to know',
  /** @param weight per cent of the exam */
  cuts: (items: number, weight: number): string =>
    `Left out so that it fits: ${count(items, 'item')}, about ${weight.toFixed(0)} % of the exam's weight thinly covered. The list is on the next page.`,
};

/** What is told of a skill that was not given. */
export interface NotGiven {
  readonly skill: string;
  readonly level: number;
  readonly source: 'inferred' | 'assumed';
}

/** "How this plan was made for you". Durations come with their sign; steps are `ml 0 → 3`. */
export const madeForYou = {
  heading: 'How this plan was made for you',
  nothing: 'You have all that this exam asks for: nothing was added.',
  foundations: (added: string, steps: readonly string[]): Sentence => ({
    lead: `weaker ML foundations: ${added}`,
    rest: steps.length === 0 ? 'in slower reading' : `(${steps.join(', ')})`,
  }),
  /** @param areOthers some bridges were told of before */
  bridges: (
    added: string,
    pieces: number,
    steps: readonly string[],
    areOthers: boolean,
  ): Sentence => ({
    lead: `${areOthers ? 'other bridges' : 'bridges'}: ${added}`,
    rest: `in ${count(pieces, 'piece')} (${steps.join(', ')})`,
  }),
  /** @param because in the plan's words; null: several reasons */
  shortChecks: (
    because: string | null,
    items: number,
    noun: 'reading' | 'item',
    saved: string,
  ): Sentence => ({
    lead: `${because ?? 'other things you know'}:`,
    rest: `${count(items, noun)} became ${items === 1 ? 'a short check' : 'short checks'}: ${saved}`,
  }),
  carried: (saved: string, items: number, plan: string): Sentence => ({
    lead: `carried over: ${saved}`,
    rest: `${count(items, 'item')} ${items === 1 ? 'is' : 'are'} done in plan ${plan}`,
  }),
  pace: (change: string, isSlower: boolean): Sentence => ({
    lead: `your pace: ${change}`,
    rest: isSlower
      ? 'against the published times: where a skill is short, reading and labs take longer'
      : 'against the published times: where a skill is strong, reading and labs go faster',
  }),
  /** @param example `--skill ml=2` */
  notGiven: (skills: readonly NotGiven[], example: string): Sentence => ({
    lead: 'not given, so inferred:',
    rest: `${skills
      .map(
        ({ skill, level, source }) =>
          `${skill} ${level}${source === 'assumed' ? ' (assumed)' : ''}`,
      )
      .join(', ')}. If that is wrong, change it: ${example}`,
  }),
};
