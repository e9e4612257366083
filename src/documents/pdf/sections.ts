/** The parts of the PDF that can be chosen, in the order in which they are printed. */
export const PDF_SECTIONS = [
  'cover',
  'details',
  'overview',
  'calendar',
  'weeks',
  'scores',
  'labs',
  'resources',
  'notes',
] as const;
export type PdfSection = (typeof PDF_SECTIONS)[number];
