/** Renders the PDF beside the other documents: it takes longer than all of them together. */
import { parentPort } from 'node:worker_threads';
import type { Plan } from '../plan/plan.ts';
import { newState, type Paper, preparePdf, renderDocument } from './documents.ts';

export interface PdfTask {
  readonly plan: Plan;
  readonly paper: Paper;
}

parentPort?.once('message', async ({ plan, paper }: PdfTask) => {
  const content = await renderDocument('pdf', newState(plan), { paper });
  parentPort?.postMessage(typeof content === 'string' ? Buffer.from(content) : content);
});
// The plan is still being made: what is needed to print it can be loaded meanwhile.
await preparePdf();
