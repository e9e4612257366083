import type { PdfWords } from '../en/pdf.ts';
import { cover, madeForYou } from './pdf/cover.ts';
import { details, overview } from './pdf/overview.ts';
import { frame, labs, notes, resources } from './pdf/reference.ts';
import { calendar, scores, weeks } from './pdf/sheets.ts';

export const pdf: PdfWords = {
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
