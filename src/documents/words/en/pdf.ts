/** Words of the PDF, by its pages. Durations, dates and times come in as they are to be printed. */
import { cover, madeForYou } from './pdf/cover.ts';
import { details, overview } from './pdf/overview.ts';
import { frame, labs, notes, resources } from './pdf/reference.ts';
import { calendar, scores, weeks } from './pdf/sheets.ts';

export const pdf = {
  cover,
  madeForYou,
  details,
  overview,
  calendar,
  weeks,
  scores,
  labs,
  resources,
  notes,
  frame,
};

export type PdfWords = typeof pdf;
