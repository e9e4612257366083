/** `certplan export FORMAT`: one document, to stdout or a file. */
import { didYouMean } from '../../curriculum/nearest.ts';
import { badInput } from '../../errors.ts';
import { asOf } from '../../progress/state.ts';
import type { Context } from '../context.ts';
import { type Paper, paperByLocale, renderDocument } from '../documents.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export-formats.ts';
import { writeFileWhole } from '../files.ts';
import { openPlan } from '../open-plan.ts';

export interface ExportFlags {
  readonly output?: string;
  readonly paper?: Paper;
}

const isFormat = (format: string): format is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(format);

export async function exportCommand(
  context: Context,
  format: string,
  flags: ExportFlags,
): Promise<void> {
  if (!isFormat(format)) {
    throw badInput(
      'unknown-format',
      `there is no format "${format}"${didYouMean(format, EXPORT_FORMATS)}`,
      `formats are ${EXPORT_FORMATS.join(', ')}`,
    );
  }
  const toFile = flags.output !== undefined && flags.output !== '-';
  if (format === 'pdf' && !toFile && process.stdout.isTTY) {
    throw badInput(
      'binary-to-terminal',
      'a PDF would garble the terminal',
      'name a file: -o plan.pdf',
    );
  }
  if (context.json && !toFile && format !== 'json') {
    throw badInput(
      'json-and-document',
      `--json and ${format} cannot share stdout`,
      'name a file: -o FILE',
    );
  }
  const { plan: stored, notes, now } = openPlan(context);
  for (const note of notes) context.warn(note);
  // Only the JSON document speaks of what was missed; the others are the same whenever they are made.
  const plan = format === 'json' ? asOf(stored, Math.floor(now / 60_000)) : stored;
  const content = await renderDocument(format, plan, { paper: flags.paper ?? paperByLocale() });
  if (!toFile) {
    process.stdout.write(content);
    return;
  }
  const path = flags.output ?? '';
  writeFileWhole(path, content);
  if (context.json) context.printJson({ schema: 'certplan.export/1', format, file: path });
  else context.hint(`wrote  ${path}`);
}
