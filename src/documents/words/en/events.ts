/** Words of calendar, task list, checklist and deck: what is read session by session. */

export const events = {};

export type EventsWords = typeof events;
