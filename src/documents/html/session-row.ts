/**
 * One session as an item of the page's lists. Written here and not by the template: a year has hundreds of
 * them, and a template takes many times as long. How they look is told by `templates/page.css`.
 */
import type { SessionData } from '../session-data.ts';
import { fillPattern } from '../words/patterns.ts';
import type { Words } from '../words/words.ts';
import { escapeHtml as safe } from './escape-html.ts';
import { materialLanguage } from './material-language.ts';

const SAFE_ANYWHERE = /^[\w .,:;/?=%#+·–-]*$/;

/** Most values need no escaping, and finding that out is faster. */
const text = (value: string): string => (SAFE_ANYWHERE.test(value) ? value : safe(value));

/** @returns what makes of a session an `<li>` with the box, what it is and when, its link, and what can be unfolded */
export function sessionRows(words: Words): (session: SessionData) => string {
  const row = new Row(words);
  return (session) => row.of(session);
}

class Row {
  private readonly page: Words['page'];
  /** For elements with texts of the material; nothing where the page is in their language. */
  private readonly lang: string;

  constructor(words: Words) {
    this.page = words.page;
    this.lang = materialLanguage(words);
  }

  of(session: SessionData): string {
    const { number, kind, status } = session;
    return [
      `<li id="session-${number}" class="k-${kind} ${status}" data-session="${number}" data-kind="${kind}" data-domain="${text(session.domainId ?? 'none')}" data-status="${status}">`,
      `<input type="checkbox" id="s${number}" data-box="${number}"${session.done ? ' checked' : ''}${session.happened === null ? '' : ' disabled'}>`,
      `<div><label for="s${number}"><span class="number">${number}</span> <bdi class="title"${this.lang}>${text(session.heading)}</bdi>`,
      `<span class="meta">${this.meta(session)}</span></label>`,
      ...this.teardown(session),
      `<div class="more">${[...this.link(session), this.first(session), ...this.questions(session)].join('\n')}</div>`,
      '</div></li>',
    ].join('\n');
  }

  /** `19:00–19:45  45 min  lab`, the name of a part, and what became of it. */
  private meta({ startsAt, from, to, length, kindName, label, happened, note }: SessionData) {
    return [
      `<time datetime="${startsAt}">${from}–${to}</time>`,
      `<span>${text(length)}</span>`,
      `<span class="kind">${text(kindName)}</span>`,
      ...(label === null ? [] : [`<bdi${this.lang}>${text(label)}</bdi>`]),
      ...(happened === null ? [] : [`<span>${text(happened)}</span>`]),
      ...(happened === null && note !== null ? [`<span class="note">${text(note)}</span>`] : []),
    ].join(' ');
  }

  /** A text of the material inside one of the page. */
  private material(value: string): string {
    return this.lang === '' ? text(value) : `<span${this.lang}>${text(value)}</span>`;
  }

  /** What is left running costs money: it stands there without being unfolded. */
  private teardown({ teardown, billing }: SessionData): string[] {
    if (teardown.length === 0) return [];
    const what = this.material(billing.join('; '));
    const bills =
      billing.length === 0
        ? ''
        : ` <span class="soft">${fillPattern(text(this.page.billsWhileIdle), { what })}</span>`;
    return [
      `<p class="teardown" dir="auto"><b>${text(this.page.atTheEnd)}</b> ${this.material(teardown.join('; '))}${bills}</p>`,
    ];
  }

  /** A screen reader's list of links and buttons has many alike: each says whose it is. */
  private whose(number: number): string {
    return `<span class="unseen">${text(this.page.ofSession(number))}</span>`;
  }

  private link({ url, host, number }: SessionData): string[] {
    if (url === null) return [];
    return [
      `<a href="${text(url)}">${text(host ?? '')}<span class="unseen">${text(this.page.materialOf(number))}</span></a>`,
    ];
  }

  private first({ first, firstIsGiven, number }: SessionData): string {
    const lang = firstIsGiven ? this.lang : '';
    return `<details><summary>${text(this.page.firstStep)}${this.whose(number)}</summary><p dir="auto"${lang}>${text(first)}</p></details>`;
  }

  private questions({ questions, number }: SessionData): string[] {
    if (questions.length === 0) return [];
    const items = questions.map((question) => `<li dir="auto">${text(question)}</li>`).join('');
    const name = text(this.page.questions(questions.length));
    return [
      `<details><summary>${name}${this.whose(number)}</summary><ol${this.lang}>${items}</ol></details>`,
    ];
  }
}
