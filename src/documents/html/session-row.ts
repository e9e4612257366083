/**
 * One session as an item of the page's lists. Written here and not by the template: a year has hundreds of
 * them, and a template takes many times as long. How they look is told by `templates/page.css`.
 */
import type { SessionData } from '../template-data.ts';
import { escapeHtml as safe } from './escape-html.ts';

const SAFE_ANYWHERE = /^[\w .,:;/?=%#+·–-]*$/;

/** Most values need no escaping, and finding that out is faster. */
const text = (value: string): string => (SAFE_ANYWHERE.test(value) ? value : safe(value));

/** @returns an `<li>` that holds the box, what it is and when, its link, and what can be unfolded */
export function sessionRow(session: SessionData): string {
  const { number, kind, status } = session;
  return [
    `<li id="session-${number}" class="k-${kind} ${status}" data-session="${number}" data-kind="${kind}" data-domain="${text(session.domainId ?? 'none')}" data-status="${status}">`,
    `<input type="checkbox" id="s${number}" data-box="${number}"${session.done ? ' checked' : ''}${session.happened === null ? '' : ' disabled'}>`,
    `<div><label for="s${number}"><span class="number">${number}</span> <bdi class="title">${text(session.heading)}</bdi>`,
    `<span class="meta">${metaOf(session)}</span></label>`,
    ...teardownOf(session),
    `<div class="more">${[...linkOf(session), firstOf(session), ...questionsOf(session)].join('\n')}</div>`,
    '</div></li>',
  ].join('\n');
}

/** `19:00–19:45  45 min  lab`, the name of a part, and what became of it. */
function metaOf({ startsAt, from, to, minutes, kindName, label, happened, note }: SessionData) {
  return [
    `<time datetime="${startsAt}">${from}–${to}</time>`,
    `<span>${minutes} min</span>`,
    `<span class="kind">${text(kindName)}</span>`,
    ...(label === null ? [] : [`<bdi>${text(label)}</bdi>`]),
    ...(happened === null ? [] : [`<span>${text(happened)}</span>`]),
    ...(happened === null && note !== null ? [`<span class="note">${note}</span>`] : []),
  ].join(' ');
}

/** What is left running costs money: it stands there without being unfolded. */
function teardownOf({ teardown, billing }: SessionData): string[] {
  if (teardown.length === 0) return [];
  const bills =
    billing.length === 0
      ? ''
      : ` <span class="soft">(bills while idle: ${text(billing.join('; '))})</span>`;
  return [
    `<p class="teardown" dir="auto"><b>At the end:</b> ${text(teardown.join('; '))}${bills}</p>`,
  ];
}

/** A screen reader's list of links and buttons has many alike: each says whose it is. */
const whose = (number: number): string => `<span class="unseen"> of session ${number}</span>`;

const linkOf = ({ url, host, number }: SessionData): string[] =>
  url === null
    ? []
    : [
        `<a href="${text(url)}">${text(host ?? '')}<span class="unseen">, material of session ${number}</span></a>`,
      ];

const firstOf = ({ first, number }: SessionData): string =>
  `<details><summary>First step${whose(number)}</summary><p dir="auto">${text(first)}</p></details>`;

function questionsOf({ questions, number }: SessionData): string[] {
  if (questions.length === 0) return [];
  const items = questions.map((question) => `<li dir="auto">${text(question)}</li>`).join('');
  const name = `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`;
  return [`<details><summary>${name}${whose(number)}</summary><ol>${items}</ol></details>`];
}
