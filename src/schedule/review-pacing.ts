/** When a sitting of the forward pass opens with a review: spread over the plan, never piled up. */
import type { DayNumber } from '../time/civil-date.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { LEARNED_SHARE } from './constants.ts';

/** Rule 9 allows 30 minutes of reviews on any day; two of 15 keep it whatever else the day holds. */
const MOST_A_DAY = 2;
const AHEAD = 3;

export interface ReviewTerms {
  /** Reviews that the forward pass places. */
  readonly count: number;
  /** Minutes of one. */
  readonly each: number;
  /** Last date over which they are spread evenly; null: they follow the learning instead. */
  readonly until: DayNumber | null;
}

export class ReviewPacing {
  private placedCount = 0;
  private learned = 0;
  private firstLearned: DayNumber = Number.POSITIVE_INFINITY;
  private today: DayNumber = Number.NEGATIVE_INFINITY;
  private placedToday = 0;
  /** Tasks of which enough was learned on earlier days, and those that today's sessions are about. */
  private readonly learnedBefore = new Set<string>();
  private readonly learnedToday = new Set<string>();
  private learnedOn: DayNumber = Number.NEGATIVE_INFINITY;
  /** Minutes of content that have tasks of the exam, and by task those that make it worth a review. */
  private toLearn = 0;
  private readonly missing = new Map<string, number>();

  /** @param content what teaches tasks of the exam */
  constructor(
    private readonly terms: ReviewTerms,
    content: readonly Pick<WorkItem, 'minutes' | 'tasks'>[],
  ) {
    for (const { minutes, tasks } of content) {
      this.toLearn += minutes;
      for (const task of tasks) {
        this.missing.set(task, (this.missing.get(task) ?? 0) + minutes * LEARNED_SHARE);
      }
    }
  }

  get left(): number {
    return this.terms.count - this.placedCount;
  }

  /** Content of the exam's own tasks was placed. */
  learn(minutes: number, day: DayNumber, tasks: readonly string[]): void {
    this.learned += minutes;
    this.firstLearned = Math.min(this.firstLearned, day);
    this.turnTo(day);
    for (const task of tasks) {
      const missing = (this.missing.get(task) ?? 0) - minutes;
      this.missing.set(task, missing);
      if (missing <= 0) this.learnedToday.add(task);
    }
  }

  isDue(day: DayNumber): boolean {
    if (this.left <= 0 || this.room(day) <= 0) return false;
    return this.placedCount + 1 <= Math.round(this.terms.count * this.progress(day));
  }

  /** How many reviews may fill a rest of a sitting on this day, a little ahead of their time. */
  mayFill(day: DayNumber): number {
    const due = Math.round(this.terms.count * this.progress(day)) + AHEAD - this.placedCount;
    return Math.max(0, Math.min(this.room(day), this.left, due));
  }

  place(day: DayNumber): void {
    this.placedCount += 1;
    this.placedToday = day === this.today ? this.placedToday + 1 : 1;
    this.today = day;
  }

  /** How many more reviews the day may hold: each needs a task of its own, learned on an earlier day. */
  private room(day: DayNumber): number {
    this.turnTo(day);
    const today = day === this.today ? this.placedToday : 0;
    let tasks = this.learnedBefore.size;
    for (const task of this.learnedToday) if (this.learnedBefore.has(task)) tasks -= 1;
    return Math.min(MOST_A_DAY, tasks) - today;
  }

  /** What was learned on a day before this one can now be met again. */
  private turnTo(day: DayNumber): void {
    if (day <= this.learnedOn) return;
    for (const task of this.learnedToday) this.learnedBefore.add(task);
    this.learnedToday.clear();
    this.learnedOn = day;
  }

  private progress(day: DayNumber): number {
    const { until } = this.terms;
    if (until === null) return this.learned / Math.max(1, this.toLearn);
    return Math.min(1, (day - this.firstLearned) / Math.max(1, until - this.firstLearned));
  }
}
