import type { Catalogue } from '../words.ts';
import { common } from './common.ts';
import { events } from './events.ts';
import { page } from './page.ts';
import { pdf } from './pdf.ts';

export const catalogue: Catalogue = { common, events, page, pdf, letters: '' };
