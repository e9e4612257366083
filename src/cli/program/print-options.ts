/** Options of the PDF, for the commands that write one. */
import type { Command } from 'commander';
import { PDF_SECTIONS } from '../../documents/pdf/sections.ts';
import { notEmpty, pdfSections } from './option-values.ts';

export const withPrintOptions = (command: Command): Command =>
  command
    .option('--sections <name,...>', `parts of the PDF: ${PDF_SECTIONS.join(', ')}`, pdfSections)
    .option('--for <name>', 'PDF: whose plan it is, for the cover', notEmpty);

/** Which days are printed: only where a plan is there already. */
export const withPrintRange = (command: Command): Command =>
  command
    .option('--from <date>', 'PDF: sessions from this day on')
    .option('--to <date>', 'PDF: sessions up to this day');
