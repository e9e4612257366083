/** Colours of events: names of CSS, as RFC 7986 asks. Calendars without them have the categories. */
import type { EventKind } from '../../plan/calendar-choices.ts';

export const EVENT_COLORS = {
  docs: 'steelblue',
  course: 'royalblue',
  video: 'slateblue',
  lab: 'seagreen',
  project: 'teal',
  bridge: 'darkgoldenrod',
  review: 'mediumpurple',
  'practice-questions': 'darkorange',
  'practice-exam': 'orangered',
  'exam-review': 'indianred',
  logistics: 'slategray',
  exam: 'crimson',
  milestone: 'dimgray',
} as const satisfies Record<EventKind, string>;
