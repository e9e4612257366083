/** Names and links as calendar files and task files write them. */
import type { Plan } from '../../plan/plan.ts';
import { plainText } from '../../text/plain-text.ts';
import { encodeIn } from '../safe-url.ts';
import type { SessionData } from '../session-data.ts';
import type { Words } from '../words/words.ts';

/** What people see as the calendar's name. */
export function calendarName(
  plan: Pick<Plan, 'name' | 'certification'>,
  { common }: Words,
): string {
  const { examCode, id } = plan.certification;
  return plainText(`${common.studyPlan(examCode)}${plan.name === id ? '' : ` (${plan.name})`}`);
}

/** RFC 5545 §3.3.11, for the one text that both libraries write as it stands: the name above. */
export const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

/** ical-generator writes a URL as if it were text, with a backslash before these. */
export const calendarUrl = (url: string): string => encodeIn(url, /[,;]/g);

/** `12 · lab: Title (2 of 3)`. */
export const sessionSummary = (data: SessionData): string =>
  `${data.number} · ${data.kindName}: ${data.heading}`;
