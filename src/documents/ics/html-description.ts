/** The description once more for calendars that show HTML (X-ALT-DESC): Outlook does, others take the text. */
import { escapeHtml } from '../html/escape-html.ts';
import { safeUrl } from '../safe-url.ts';

const ITEM = '- ';

/** @param text as `eventDescription` writes it: lines, `- ` before items, links on lines of their own */
export function htmlDescription(text: string): string {
  let html = '';
  let inList = false;
  for (const line of text.split('\n')) {
    const isItem = line.startsWith(ITEM);
    if (isItem !== inList) html += isItem ? '<ul>' : '</ul>';
    inList = isItem;
    html += isItem ? `<li>${escapeHtml(line.slice(ITEM.length))}</li>` : `${lineOf(line)}<br>`;
  }
  return `<html><body>${html}${inList ? '</ul>' : ''}</body></html>`;
}

function lineOf(line: string): string {
  const url = /^https?:\/\/\S+$/.test(line) ? safeUrl(line) : null;
  const shown = escapeHtml(line);
  return url === null ? shown : `<a href="${escapeHtml(url)}">${shown}</a>`;
}
