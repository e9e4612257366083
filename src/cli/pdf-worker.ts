/** Renders the PDF beside the other documents: it takes longer than all of them together. */
import { parentPort } from 'node:worker_threads';
import type { Plan } from '../plan/plan.ts';
import { type DocumentOptions, newState, preparePdf, renderDocument } from './documents.ts';

export interface PdfTask {
  readonly plan: Plan;
  readonly options: DocumentOptions;
}

parentPort?.once('message', async ({ plan, options }: PdfTask) => {
  const content = await renderDocument('pdf', newState(plan), options);
  parentPort?.postMessage(typeof content === 'string' ? Buffer.from(content) : content);
});
// The plan is still being made: what is needed to print it can be loaded meanwhile.
await preparePdf();
