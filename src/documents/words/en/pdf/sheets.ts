/** What hangs on the wall and lies on the desk: calendars, weekly lists, scores. */

export const calendar = {
  title: 'Calendar',
  /** Head of a column of 30 points. */
  week: 'Week',
  off: 'off',
  /** Of a session, where there is little room. */
  minutes: (minutes: number): string => `${minutes} m`,
  more: (sessions: number, hours: string): string => `+ ${sessions} more, ${hours}`,
};

export const weeks = {
  title: 'Weekly checklists',
  intro: (zone: string): string =>
    `Times are in ${zone}. The number before a title is what you type: certplan done 14. Titles are links; where a line ends in …, the link has the rest.`,
  week: (place: number, of: number): string => `Week ${place} of ${of}`,
  bookmark: (place: number, of: number, days: string): string => `Week ${place} of ${of}: ${days}`,
  continued: '(continued)',
  noSession: 'no session',
  figures: 'The week in figures',
  planned: (hours: string, sessions: number): string =>
    `planned ${hours} in ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
  /** Gaps to write into. */
  real: 'real ______ h ______ min',
  done: 'done ______',
  minutesPlanned: (minutes: number): string => `${minutes} min planned`,
  pinned: 'pinned',
  minutesReal: (minutes: number, day: string): string => `${minutes} min real, ${day}`,
  /** Behind a gap for the minutes. */
  minutesToWrite: 'min real',
  notes: 'notes',
  part: (part: number, of: number, label: string | null): string =>
    `part ${part} of ${of}${label === null ? '' : `: ${label}`}`,
  first: (text: string): string => `first: ${text}`,
  tearDown: (steps: readonly string[]): string => `at end: tear-down: ${steps.join('; ')}`,
  tearDownPart: 'at end: tear-down of all that the next part does not need (list: lab safety page)',
  moreQuestions: (questions: number): string => `and ${questions} more: certplan show`,
};

export const scores = {
  title: 'Practice scores',
  intro:
    'Per cent right in each domain, by hand. Then certplan score NUMBER PERCENT --domain d1=70,d2=55, and certplan replan: the weak domains get more of the hours that remain.',
  date: 'Date',
  exam: 'Practice exam',
  /** Head of a narrow column. */
  total: 'Total',
  domain: (title: string, weight: number): string => `${title}, ${weight} % of the exam`,
  note: (facts: string): string =>
    `The real exam: ${facts}. Vendors scale their scores, so a percentage is no more than an estimate; 80 % on a fresh form is a fair sign.`,
  wrongOptions: 'Why the wrong options are wrong',
  question: 'Question or topic',
  whyWrong: 'Why each wrong option is wrong',
  again: 'Study again',
};
