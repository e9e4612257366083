/** What a browser may do with the page: draw it, and run the one script that came with it. */
import { createHash } from 'node:crypto';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * A Content-Security-Policy that forbids the network, forms, frames, handlers in attributes, and every
 * script and style but these two, letter for letter.
 */
export const contentPolicy = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
