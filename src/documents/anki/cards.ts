/**
 * The self-check questions as cards. Curricula hold no answers, so a back says where the answer is found:
 * the task, the material that teaches it, and its sessions.
 */
import { createHash } from 'node:crypto';
import type { Certification } from '../../curriculum/curriculum.ts';
import type { Kind } from '../../curriculum/vocabulary.ts';
import type { Plan } from '../../plan/plan.ts';
import { plainText } from '../../text/plain-text.ts';
import type { SessionData } from '../session-data.ts';
import { templateData } from '../template-data.ts';
import type { Words } from '../words/words.ts';

export interface Card {
  /** The same for the same question in every plan and after every re-plan. */
  readonly guid: string;
  readonly question: string;
  /** `1.1 Store data`, or the title of the session that asks. */
  readonly topic: string;
  readonly domain: string | null;
  /** Sessions with the material, in order of time. */
  readonly learnedIn: readonly SessionData[];
  /** Sessions that ask the question. */
  readonly askedIn: readonly SessionData[];
  /** `CAI-C01::d1` and `CAI-C01::1.1`: Anki makes a tree of it. */
  readonly tags: readonly string[];
}

/** What asks, and does not teach. */
const ASKING: ReadonlySet<Kind> = new Set([
  'review',
  'practice-questions',
  'practice-exam',
  'exam-review',
]);
const LOOK_ALIKE = /^look-alike: /;
/** Of many sessions those that are about the fewest tasks say most about one. */
const MATERIAL_NAMED = 4;

/** @param plan for several certifications: as `wholePlan` gives it */
export function cardsOf(plan: Plan, words: Words): Card[] {
  const { certification } = plan;
  const sessions = templateData(plan, words).weeks.flatMap((week) => week.sessions);
  const ofTasks = certification.domains.flatMap((domain) =>
    domain.tasks.flatMap((task) => {
      const about = sessions.filter(({ taskIds }) => taskIds.includes(task.id));
      return [...new Set(task.checks.map(plainText))].map((question): Card => {
        const tags = [tag(certification, domain.id), tag(certification, task.id)];
        return {
          guid: guidOf([...tags, question]),
          question,
          topic: `${task.id} ${plainText(task.title)}`,
          domain: plainText(domain.title),
          learnedIn: nearest(about.filter(({ kind }) => !ASKING.has(kind))),
          askedIn: about.filter(({ questions }) => questions.includes(question)),
          tags,
        };
      });
    }),
  );
  const known = new Set(ofTasks.map(({ question }) => question));
  const own = sessions.flatMap((session) => ownCards(session, known, certification));
  return [...ofTasks, ...firstOfEach(own)];
}

/** Each part of an activity asks the same: the first one stands for all. */
const firstOfEach = (cards: readonly Card[]): Card[] => {
  const byGuid = new Map<string, Card>();
  for (const card of cards) if (!byGuid.has(card.guid)) byGuid.set(card.guid, card);
  return [...byGuid.values()];
};

/** Questions that are no task's any more. What a bridge asks is a result to show, no question. */
function ownCards(
  session: SessionData,
  known: ReadonlySet<string>,
  certification: Certification,
): Card[] {
  if (!ASKING.has(session.kind)) return [];
  return session.questions
    .map((question) => question.replace(LOOK_ALIKE, ''))
    .filter((question) => !known.has(question))
    .map((question) => {
      const place = session.domainId ?? session.kind;
      const tags = [place, ...(session.taskIds.length > 1 ? [] : session.taskIds)];
      return {
        guid: guidOf([certification.id, session.title, question]),
        question,
        topic: session.title,
        domain: session.domain,
        learnedIn: [],
        askedIn: [session],
        tags: tags.map((id) => tag(certification, id)),
      };
    });
}

function nearest(sessions: readonly SessionData[]): SessionData[] {
  const titles = new Map<string, SessionData>();
  // Of a material in parts the first one names it.
  for (const session of sessions) {
    if (!titles.has(session.title)) titles.set(session.title, session);
  }
  return [...titles.values()]
    .sort((a, b) => a.taskIds.length - b.taskIds.length)
    .slice(0, MATERIAL_NAMED)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** In a plan for several certifications the id names its own: `MLA-C02 1.1`. */
const tag = ({ examCode }: Certification, id: string): string =>
  (id.includes(' ') ? id : `${examCode} ${id}`)
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}._-]/gu, '_'))
    .join('::');

const guidOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20);
