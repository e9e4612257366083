export const EXPORT_FORMATS = [
  'ics',
  'pdf',
  'checklist',
  'html',
  'csv',
  'json',
  'todo',
  'anki',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Endings of the files that each format is written to. */
export const FORMAT_ENDINGS = {
  ics: 'ics',
  pdf: 'pdf',
  checklist: 'md',
  html: 'html',
  csv: 'csv',
  json: 'json',
  todo: 'todo.ics',
  anki: 'anki.txt',
} as const satisfies Record<ExportFormat, string>;
