/** Pages to look things up, and what stands on all pages. */

export const labs = {
  title: 'Lab safety',
  intro: (cloud: string): string =>
    `What is left running in ${cloud} costs money by the hour. Tear down in the same session, while you still know what you made.`,
  before: 'Before the first lab',
  /** @param session that does it; null: none */
  openAccount: (
    cloud: 'AWS' | 'Azure' | 'Google Cloud',
    session: { readonly number: number; readonly day: string } | null,
  ): string =>
    `Open ${cloud === 'Google Cloud' ? 'a' : 'an'} ${cloud} account of your own${session === null ? '' : ` (session ${session.number}, ${session.day})`}; switch on multi-factor sign-in for its owner.`,
  /** To be ticked, after the account. */
  rules: [
    'Set a budget alarm at the sum you can afford to lose. An alarm tells you; it does not stop anything.',
    'Work in one region only and write it down: what is not seen is not deleted.',
    'Tag or name everything you make, with one word, so that you can find all of it again.',
    'The day after a lab, look at the cost page once.',
  ] as readonly string[],
  costs: 'What it may cost',
  nothingKnown: 'No price is known in advance for anything in this plan.',
  known: (sum: string, prices: readonly string[]): string =>
    `Known prices, in US dollars, add up to about ${sum}: ${prices.join('; ')}.`,
  month: (name: string, price: string, items: number): string =>
    `one month of ${name} ${price}${items > 1 ? `, for ${items} items` : ''}`,
  monthNotKnown: (name: string): string =>
    `${name}: a month of it is needed; its price is not known.`,
  notPublished: (open: number, all: number): string =>
    `For ${open} of ${all} labs and projects no sum is published; see what bills by the hour below.`,
  examItself: (price: string): string => `The exam itself: ${price}, plus tax.`,
  tearDown: 'Tear-down, lab by lab',
  nothingRuns: 'This plan has no lab that leaves anything running.',
  session: (number: number): string => `session ${number}`,
  sessions: (numbers: readonly number[]): string => `sessions ${numbers.join(', ')}`,
  sessionRange: (first: number, last: number): string => `sessions ${first} to ${last}`,
  days: (from: string, to: string): string => `${from} to ${to}`,
  noPrice: 'no price published',
  free: 'free',
  about: (price: string): string => `about ${price}`,
  billing: 'Keeps billing until then: ',
};

export const resources = {
  title: 'Resource index',
  intro:
    'Every source once, in the order in which the plan comes to it. The numbers are its sessions.',
  bridges: 'Bridges: what the exam takes for granted',
  wholeExam: 'For the whole exam',
};

export const notes = {
  title: 'Notes and sources',
  intro: (checked: string): string =>
    `Facts of the exam as checked on ${checked}. Vendors change them: look at the official page before you book.`,
  exam: 'The exam',
  retake: (rules: string): string => `Taking it again: ${rules}`,
  renewal: (rules: string): string => `Renewal: ${rules}`,
  material: 'The material',
  sources: 'Sources',
  missing:
    'Some characters are not in the fonts of this document: [no font] stands for letters, □ for other signs. For Chinese, Japanese and Korean install a font such as Noto Sans CJK and write the PDF again. The calendar file and the checklist have them all.',
};

export const frame = {
  /** Room for the name of a kind in the key of the marks, in points. */
  keyColumn: 76,
  foot: (revision: number, printed: string): string =>
    `certplan · revision ${revision} · ${printed}`,
  documentTitle: (name: string, examCode: string): string => `${name} (${examCode}): study plan`,
  subject: (plan: string, owner: string | null): string =>
    `Study plan ${plan}${owner === null ? '' : `, for ${owner}`}`,
};
