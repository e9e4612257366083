/** Twelve weeks of one learner: what she types, and beside each week whether the answers helped. */
import { isOpen, type Learner } from './learner.ts';

export interface Week {
  readonly title: string;
  /** What happens to her. */
  readonly story: string;
  readonly lives: (learner: Learner) => void;
  /** What she needed, and whether she got it; empty where nothing was asked. No figures: the commands show them, and they change. */
  readonly note: string;
}

/** What she gets in sets of questions, by domain. */
const SETS: Readonly<Record<string, number>> = { d1: 55, d2: 72, d3: 84, d4: 76, d5: 80 };

/** What she gets in one practice exam after the other. */
const EXAMS = [
  { percent: 61, domains: 'd1=66,d2=48,d3=72,d4=68,d5=70' },
  { percent: 77, domains: 'd1=80,d2=71,d3=80,d4=78,d5=79' },
  { percent: 84, domains: 'd1=86,d2=81,d3=85,d4=84,d5=85' },
] as const;
/** Below this the answer to a score is shown, and followed. */
const WEAK = 70;

/** What is planned for a day, done and ticked when it is over; scores where there are any. */
function studies(learner: Learner, date: string, words = ''): void {
  const saturday = new Date(`${date}T00:00:00Z`).getUTCDay() === 6;
  const own = learner
    .at(date, saturday ? '12:00' : '21:30')
    .sessions.filter(({ start, status }) => start.startsWith(date) && isOpen(status));
  const rest = own.filter(({ kind }) => !kind.startsWith('practice-'));
  if (rest.length > 0) {
    learner.ticks(
      rest.map(({ number }) => number),
      words,
    );
  }
  let weak = false;
  for (const { number, domain } of own.filter(({ kind }) => kind === 'practice-questions')) {
    const percent = SETS[domain ?? ''] ?? WEAK;
    weak ||= percent < WEAK;
    const command = `score ${number} ${percent} --questions 25`;
    if (percent < WEAK) learner.types(command);
    else learner.typesToo(command);
  }
  const exam = own.find(({ kind }) => kind === 'practice-exam');
  if (exam) {
    const sat = learner.sessions.filter(
      ({ kind, status }) => kind === 'practice-exam' && status === 'done',
    ).length;
    const { percent, domains } = EXAMS[Math.min(sat, EXAMS.length - 1)] ?? EXAMS[0];
    weak = true;
    learner.types(`score ${exam.number} ${percent} --domain ${domains} --questions 50`);
  }
  if (weak) replans(learner);
}

/** What is missed gets new places; where not all fits any more, she keeps the exam day. */
function replans(learner: Learner): void {
  learner.types('replan --yes');
  if (!learner.answered) learner.types('adjust --cut --yes');
}

const studiesAll = (learner: Learner, ...dates: string[]): void => {
  for (const date of dates) studies(learner, date);
};

export const WEEKS: readonly Week[] = [
  {
    title: 'Week 1: a plan, and the first evening',
    story:
      'Sunday evening. The exam is booked for the Wednesday after Easter; the windows are left to certplan.',
    lives(learner) {
      learner
        .at('2027-01-10', '18:00')
        .types(
          'plan azure-ai-103 --skill python=3,apis=2,iam=2,statistics=1 --hours 8 --exam 2027-03-31T10:00 --timezone Europe/Berlin',
        );
      learner.at('2027-01-11', '18:55').types('today');
      const [first = 1, second = 2] = learner.open('2027-01-11');
      learner.at('2027-01-11', '19:30').types(`done ${first} --minutes 20`);
      learner.at('2027-01-11', '19:31').types(`show ${second}`);
      studiesAll(learner, '2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-16');
    },
    note: 'She needed to know whether Easter is realistic, and what to do at seven. Both are answered, with the reasons for the hours that she had not expected, and the first session names its first action. From then on an evening costs her one line.',
  },
  {
    title: 'Week 2: a hard one, and a dinner on Thursday',
    story:
      'One session takes longer than planned, an evening goes badly, and on Thursday friends come to dinner.',
    lives(learner) {
      const hard = learner.find(
        'no review',
        ({ kind, start }) => kind !== 'review' && start.startsWith('2027-01-18'),
      ).number;
      learner.at('2027-01-18', '19:00').types(`start ${hard}`);
      learner.at('2027-01-18', '19:52').types('stop --felt hard');
      studies(learner, '2027-01-18');
      studies(learner, '2027-01-19', ' --felt again');
      studies(learner, '2027-01-20');
      const [dinner = 0] = learner.open('2027-01-21');
      learner.at('2027-01-21', '12:30').types(`move ${dinner} sat`);
      studiesAll(learner, '2027-01-21', '2027-01-23');
      learner.at('2027-01-24', '20:00').types('status');
    },
    note: 'She needed to say that it was hard without writing a diary: the timer and one word do it, and the next re-plan looks for another review of what felt bad. The session of the dinner evening has a new place in one line, with a word that it lies outside her windows. The forecast stays sober although she has kept every evening, and says what it rests on; what the chance to pass means so early is less clear than it could be.',
  },
  {
    title: 'Week 3: two evenings that did not happen',
    story: 'Tuesday and Wednesday go to a release at work.',
    lives(learner) {
      studies(learner, '2027-01-25');
      learner.at('2027-01-28', '18:50').types('today');
      replans(learner.at('2027-01-28', '18:52'));
      studiesAll(learner, '2027-01-28', '2027-01-30');
    },
    note: 'She needed a way back without reproach. One line counts what is open, and the next step is the re-plan, not the guilt; the exam day stays, and the cushion is named. What has no room is said, too. The list of what else moves is longer than she reads.',
  },
  {
    title: 'Week 4: ticks on a sheet, and one thing known from work',
    story:
      'She studies without her laptop and ticks the checklist in an editor on her phone. One exercise she does every week at work; one Saturday she is at a wedding.',
    lives(learner) {
      learner.at('2027-02-01', '08:00').types('export checklist -o plan.md');
      const known = learner.find(
        'a bridge',
        ({ kind, start }) => kind === 'bridge' && start > '2027-02-01',
      );
      learner
        .at('2027-02-01', '18:55')
        .types(`skip ${known.number} --why "use it every day at work"`);
      studies(learner, '2027-02-01');
      const sheet = ['2027-02-02', '2027-02-03', '2027-02-04'].flatMap((date) =>
        learner.open(date),
      );
      learner.edits('plan.md', (text) =>
        sheet.reduce(
          (changed, number) =>
            changed.replace(new RegExp(`^- \\[ \\] (.*\\b${number}\\b)`, 'm'), '- [x] $1'),
          text,
        ),
      );
      learner.at('2027-02-04', '21:40').types('import plan.md');
      learner.at('2027-02-05', '08:00').types('adjust --off 2027-02-20 --yes');
      studies(learner, '2027-02-06');
    },
    note: 'She needed her own sheet to count, and it does: what was ticked there is done here, and nothing done here is lost. The skipped session is gone for good; that others build on it is said, in numbers that she has to look up. The day off is granted, with its price in moves and in cushion.',
  },
  {
    title: 'Week 5: away',
    story: 'Flu. Nothing is typed, nothing is read, and nothing nags.',
    lives() {},
    note: '',
  },
  {
    title: 'Week 6: back',
    story: '',
    lives(learner) {
      learner.at('2027-02-15', '18:45').types('today');
      replans(learner.at('2027-02-15', '18:46'));
      learner.at('2027-02-15', '18:47').types('today');
      studiesAll(learner, '2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-20');
      learner.at('2027-02-21', '20:00').types('status');
    },
    note: 'After a week in bed she needed to hear that it is not lost. The first answer counts what is open and sends her to the re-plan before anything else; the second puts what was missed into the next evenings and keeps the exam day. On Sunday the status does not flatter: it says what the week has cost, and names a change that would help. She reads it, and waits.',
  },
  {
    title: 'Week 7: a wrong number',
    story: 'Wednesday, late: a slip of the keyboard.',
    lives(learner) {
      studiesAll(learner, '2027-02-22', '2027-02-23');
      const wrong = learner.find('later', ({ start }) => start > '2027-03-02').number;
      learner.at('2027-02-24', '20:00').types(`done ${wrong}`);
      learner.types('undo');
      studiesAll(learner, '2027-02-24', '2027-02-25', '2027-02-27');
    },
    note: 'She needed her slip to be noticed and to cost nothing. The answer says for which day the session was planned, which is how she sees it, and undo takes it back without asking.',
  },
  {
    title: 'Week 8: fewer hours, and it does not fit',
    story: 'A project at work takes an evening and a half from her, every week until the exam.',
    lives(learner) {
      learner.at('2027-03-01', '08:00').types('adjust --hours 5');
      learner.at('2027-03-01', '08:05').types('adjust --hours 5 --cut --yes');
      studiesAll(learner, '2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-06');
    },
    note: 'She needed a straight answer before she promised anything to anyone: it does not fit, by how much, and two ways out, each planned through and ready to be typed. She keeps the day and takes the cut; what goes, and how much of the exam it leaves thin, is said when it is done too. It hurts, but it is not hidden.',
  },
  {
    title: 'Week 9: Easter',
    story: 'She would like the four days of Easter off.',
    lives(learner) {
      learner.at('2027-03-08', '08:00').types('adjust --off 2027-03-26..2027-03-29 --yes');
      studiesAll(learner, '2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11');
      studies(learner, '2027-03-13');
      learner.at('2027-03-14', '20:00').types('week');
    },
    note: 'She needed to know what Easter costs before she asked for it. The answer comes before anything is written; where the days cannot be had, the nearest exam day that would allow them is named, and she can decide for the family or for the date.',
  },
  {
    title: 'Week 10: what the scores say',
    story: '',
    lives(learner) {
      studiesAll(learner, '2027-03-15', '2027-03-16', '2027-03-17', '2027-03-18', '2027-03-20');
      learner.at('2027-03-21', '20:00').types('status');
    },
    note: "Wherever a set of questions or a practice exam goes badly, she needed to know what to do with the number. The answer holds it against the exam's own mark, names the weakest domain, and the re-plan adds what has room; where nothing is added, it says what comes back anyway and what there is no room for. The estimate in the status falls with a bad score and says what it rests on.",
  },
  {
    title: 'Week 11: the last full week',
    story: '',
    lives(learner) {
      studiesAll(learner, '2027-03-22', '2027-03-23', '2027-03-24', '2027-03-25', '2027-03-27');
      learner.at('2027-03-28', '20:00').types('status');
    },
    note: 'She needed to see whether it got better, and it is in the same place as before: the domains, the estimate with its range, and the time that is left. What she does not find is a word on whether to sit the exam at all; the range of the estimate has to do.',
  },
  {
    title: 'Week 12: the exam',
    story: 'Easter Monday, two evenings of reviews, and Wednesday at ten.',
    lives(learner) {
      studies(learner, '2027-03-29');
      learner.at('2027-03-30', '18:00').types('today');
      studies(learner, '2027-03-30');
      learner.at('2027-03-31', '07:00').types('today');
      learner.at('2027-04-01', '09:00').types('today');
    },
    note: 'She needed rest more than minutes, and the program says so: the day before holds short reviews and nothing else, and the morning of the exam has no task at all. Whether she passed is hers to tell.',
  },
];
