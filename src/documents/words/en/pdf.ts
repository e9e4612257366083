/** Words of the PDF. */

export const pdf = {};

export type PdfWords = typeof pdf;
