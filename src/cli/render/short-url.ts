/** A link as a reminder of where it leads; `certplan show N` has it whole. */

import { safeUrl } from '../../documents/safe-url.ts';
import { shorten } from '../terminal/layout.ts';
import { stringWidth } from '../terminal/string-width.ts';

/** `docs.aws.amazon.com/…/formats`; null where it is no http(s) address. */
export function shortUrl(text: string | null, width: number): string | null {
  const safe = safeUrl(text);
  if (safe === null) return null;
  const url = new URL(safe);
  const host = url.host.replace(/^www\./, '');
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const end = parts.at(-1);
  if (end === undefined) return shorten(host, width);
  const whole = `${host}/${parts.length > 1 ? '…/' : ''}${end}`;
  if (stringWidth(whole) <= width) return whole;
  const room = width - stringWidth(host) - stringWidth('/…/');
  return room >= 4 ? `${host}/…/${shorten(end, room)}` : shorten(host, width);
}
