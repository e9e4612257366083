/** The self-check questions as a text file that Anki imports, with what it needs to know in the first lines. */
import type { Plan } from '../../plan/plan.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { calendarName } from '../ics/wording.ts';
import type { SessionData } from '../session-data.ts';
import type { Words } from '../words/words.ts';
import { type Card, cardsOf } from './cards.ts';

/** Tab-separated: GUID, front, back, tags. A second import brings the notes up to date. */
export function renderAnki(plan: Plan, { words }: { readonly words: Words }): string {
  const head = [
    '#separator:tab',
    '#html:true',
    // Where there is none of that name (another language), Anki takes the one in use.
    '#notetype:Basic',
    `#deck:${calendarName(plan, words)}`,
    '#guid column:1',
    '#tags column:4',
  ];
  const rows = cardsOf(plan, words).map((card) =>
    [card.guid, field(card.question), back(card, words), card.tags.join(' ')].join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

/** Brackets could be a sound or a formula to Anki: `[sound:…]`, `[latex]`. */
const field = (text: string): string => escapeHtml(text).replaceAll('[', '&#91;');

function back({ topic, domain, learnedIn, askedIn }: Card, { events }: Words): string {
  return [
    `<b>${field(topic)}</b>`,
    ...(domain === null ? [] : [field(domain)]),
    ...(learnedIn.length === 0 ? [] : ['', events.lookItUpIn, ...learnedIn.map(material)]),
    ...(askedIn.length === 0 ? [] : ['', events.askedIn(askedIn.map(place).join(', '))]),
  ].join('<br>');
}

const place = ({ number, day }: SessionData): string => field(`${number} (${day})`);

function material(session: SessionData): string {
  const title = field(session.title);
  const link = session.url === null ? title : `<a href="${escapeHtml(session.url)}">${title}</a>`;
  return `${session.number} · ${field(session.kindName)}: ${link} (${field(session.day)})`;
}
