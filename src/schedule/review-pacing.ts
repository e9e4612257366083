/** When a sitting of the forward pass opens with a review: spread over the plan, never piled up. */
import type { DayNumber } from '../time/civil-date.ts';

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

  /** @param toLearn minutes of content that have tasks of the exam */
  constructor(
    private readonly terms: ReviewTerms,
    private readonly toLearn: number,
  ) {}

  get left(): number {
    return this.terms.count - this.placedCount;
  }

  /** Content of the exam's own tasks was placed. */
  learn(minutes: number, day: DayNumber): void {
    this.learned += minutes;
    this.firstLearned = Math.min(this.firstLearned, day);
  }

  isDue(day: DayNumber): boolean {
    if (this.left <= 0 || day <= this.firstLearned) return false;
    if (day === this.today && this.placedToday >= MOST_A_DAY) return false;
    return this.placedCount + 1 <= Math.round(this.terms.count * this.progress(day));
  }

  /** How many reviews may fill a rest of a sitting on this day, a little ahead of their time. */
  mayFill(day: DayNumber): number {
    if (this.left <= 0 || day <= this.firstLearned) return 0;
    const today = day === this.today ? this.placedToday : 0;
    const due = Math.round(this.terms.count * this.progress(day)) + AHEAD - this.placedCount;
    return Math.max(0, Math.min(MOST_A_DAY - today, this.left, due));
  }

  place(day: DayNumber): void {
    this.placedCount += 1;
    this.placedToday = day === this.today ? this.placedToday + 1 : 1;
    this.today = day;
  }

  private progress(day: DayNumber): number {
    const { until } = this.terms;
    if (until === null) return this.learned / Math.max(1, this.toLearn);
    return Math.min(1, (day - this.firstLearned) / Math.max(1, until - this.firstLearned));
  }
}
