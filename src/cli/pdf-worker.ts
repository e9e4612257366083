/** Renders the PDF beside the other documents: it takes longer than all of them together. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from '../plan/plan.ts';
import { type Paper, renderDocument } from './documents.ts';

export interface PdfTask {
  readonly plan: Plan;
  readonly paper: Paper;
}

const { plan, paper } = workerData as PdfTask;
const content = await renderDocument('pdf', plan, { paper });
const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
parentPort?.postMessage(bytes);
