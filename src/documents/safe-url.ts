/** Addresses from strangers, as documents may show them. */

const NOT_IN_URLS = /[\\^`{|}"'<>\s\p{Cc}\p{Cf}]/gu;

/**
 * The address as a browser would read it, percent-encoded; null where it is no http(s) address.
 * A user name in it is dropped: it serves only to make one host look like another.
 */
export function safeUrl(text: string | null): string | null {
  if (text === null) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return encodeIn(url.href, NOT_IN_URLS);
}

/** Percent-encodes what `characters` matches. */
export const encodeIn = (url: string, characters: RegExp): string =>
  url.replace(characters, (found) =>
    [...Buffer.from(found)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
