import type { PdfWords } from '../en/pdf.ts';

export const pdf: PdfWords = {};
