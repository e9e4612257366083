/** The text of a calendar event: what to do first, where, why, and what to type afterwards. */
import { plainLines } from '../../text/plain-text.ts';
import type { SessionData } from '../session-data.ts';
import type { Words } from '../words/words.ts';

/** Lines under a name, each after `- `; none where there is nothing to list. */
const list = (name: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [name, ...items.map((item) => `- ${item}`)];

/** @returns lines, with blank ones between what belongs together */
export function eventDescription(session: SessionData, { events }: Words): string {
  const { labels } = events;
  const { happened, first, url, facts, domain, tasks, moreQuestions } = session;
  const blocks: readonly (readonly string[])[] = [
    [happened ?? first, ...(url === null ? [] : [url])],
    [
      facts.join(' · '),
      ...(domain === null ? [] : [`${labels.domain}: ${domain}`]),
      ...(tasks.length === 0 ? [] : [`${labels.tasks}: ${tasks.join('; ')}`]),
    ],
    list(labels.whyHere, session.reasons),
    [...list(labels.tearDown, session.teardown), ...list(labels.billsUntilThen, session.billing)],
    list(labels.checkYourself, [
      ...session.firstQuestions,
      ...(moreQuestions === null ? [] : [moreQuestions]),
    ]),
    session.commands,
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return plainLines(lines.join('\n\n')).trim();
}
