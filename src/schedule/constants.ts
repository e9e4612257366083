/** Constants of the schedule: the hard rules (design §5) and the choices behind soft goals. */

/** Rule 6. */
export const CONTENT_SHARE_BEFORE_EXAMS = 0.8;
export const DAYS_BETWEEN_PRACTICE_EXAMS = 3;
export const LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE = 10;
export const LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE = 3;
export const EXAM_REVIEW_WITHIN_DAYS = 3;
/** Rule 7: no content on the five dates before the exam, so content ends six before it. */
export const CONTENT_ENDS_DAYS_BEFORE_EXAM = 6;
/** Rule 7: on the eve there are reviews and logistics only. */
export const OTHER_WORK_ENDS_DAYS_BEFORE_EXAM = 2;

/** Soft goal: content is done by this share of the span (design: 80–85 %). */
export const CONTENT_SHARE_OF_SPAN = 0.82;

/** Design §7: a suggested day leaves at least this share of the need as cushion; below it, "tight". */
export const CUSHION_SHARE = 0.1;

/**
 * A week of bridges alone tires and hides why they are done: one minute of the exam's own light
 * content for every four of bridges, as long as there is some. Our choice.
 */
export const CONTENT_PER_BRIDGE_MINUTE = 0.25;

/** How far down the list the planner looks for an item that fits what is left of a window. */
export const LOOK_AHEAD = 64;

/** A lab that waits for a long enough window is booked at most this far ahead of its turn. */
export const BOOK_AHEAD_DAYS = 14;

/**
 * Days before the exam at which the last practice exam is tried, best first: a week leaves time
 * to act on its result and is not yet so early that the result is stale. Our choice within rule 6.
 */
export const LAST_PRACTICE_EXAM_ORDER = [7, 6, 8, 5, 9, 4, 10, 3] as const;

/**
 * Before the last resort, the last practice exam may come even earlier than rule 6 allows: days off
 * or busy weeks can leave no other place. It is said as a relaxed rule.
 */
export const LAST_PRACTICE_EXAM_RELAXED_ORDER = [11, 12, 13, 14, 16, 18, 21, 25, 28] as const;

/** Weeks in which a practice exam is tried with its review in time before the review may wait. */
export const STRICT_EXAM_ATTEMPTS = 3;

/** A practice exam that no window holds whole is spread over at most so many days. */
export const DAYS_FOR_A_CUT_EXAM = 28;

/** Rule 9: in so many last days each task is met once more. */
export const LAST_DAYS = 14;
/** Rule 9: as many tasks as half of the hours of those days allow. */
export const LAST_REVIEWS_SHARE = 0.5;
/** Rule 7: minutes of reviews and logistics on the day before the exam. */
export const EVE_MINUTES = 60;
/** Without an exam day: days after the content over which the last reviews are spread, until each task is met often enough. */
export const LAST_REVIEWS_SPREAD_DAYS = [7, 14, 28, 56] as const;

/** How far an unbroken session may lift a week over the level load. Design: no week over 1.25 × the mean. */
export const OVER_LEVEL = 1.2;

/** How many candidates are weighed against each other when a window is planned to its end. */
export const FILL_AHEAD = 12;

/**
 * A review of a task comes after so much of its minutes: its questions are about all of it. Where no other
 * slot is left, it still comes after the first reading alone. Our choice within rule 9.
 */
export const LEARNED_SHARE = 0.5;
