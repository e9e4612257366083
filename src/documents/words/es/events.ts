import type { EventsWords } from '../en/events.ts';

export const events: EventsWords = {};
