import type { PageWords } from '../en/page.ts';

export const page: PageWords = {};
