/** The weeks as one Markdown page. */
import { Learner } from './learner.ts';
import { WEEKS } from './weeks.ts';

const INTRO = [
  '# Twelve weeks with certplan',
  '',
  'An application developer in Berlin wants AI-103. She writes Python every day, knows APIs and roles in a',
  'cloud from using them, no more, and has eight hours a week: evenings, and Saturday mornings.',
  '',
  'Every answer below is what the program really wrote; of the sittings between them only the commands are shown.',
  '`npm run transcript` plays the twelve weeks anew, with the clock set by `CERTPLAN_NOW`. Under each week stands what she',
  'needed, and whether she got it.',
  '',
];

const fence = (lines: readonly string[]): string[] => ['```', ...lines, '```', ''];
const paragraph = (text: string): string[] => (text === '' ? [] : [text, '']);

/** @param binary path of `dist/certplan.js` */
export function twelveWeeks(binary: string): string {
  const learner = new Learner(binary);
  try {
    const weeks = WEEKS.flatMap(({ title, story, lives, note }) => {
      lives(learner);
      const { shown, brief } = learner.takeLines();
      return [
        `## ${title}`,
        '',
        ...paragraph(story),
        ...(shown.length === 0 ? [] : fence(shown)),
        ...(brief.length === 0
          ? []
          : [
              'After the other sittings, each answered in two or three lines:',
              '',
              ...fence(brief),
            ]),
        ...paragraph(note),
      ];
    });
    return `${[...INTRO, ...weeks].join('\n').trimEnd()}\n`;
  } finally {
    learner.leave();
  }
}
