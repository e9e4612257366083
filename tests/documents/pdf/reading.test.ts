/** Read by pdf.js, as browsers and screen readers do: tags, links, bookmarks, the order of the text. */

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/documents/pdf/render-pdf.ts';
import { safeLink } from '../../../src/documents/pdf/text-cleaner.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { options, sixMonths } from './pdf-samples.ts';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/** Ids of marked content in the order of the structure: the order in which it is read aloud. */
const contentIds = (node: Node): string[] =>
  [...nodesOf(node)].flatMap(({ type, id }) => (type === 'content' && id ? [id] : []));

interface TextPart {
  readonly type?: string;
  readonly id?: string | null;
  readonly str?: string;
}

/** The text of a page in the order of its tags. */
function readAloud(tree: Node, parts: readonly TextPart[]): string {
  const byId = new Map<string, string>();
  let open: string | null = null;
  for (const { type, id, str } of parts) {
    if (type === 'beginMarkedContentProps') open = id ?? null;
    else if (type === 'endMarkedContent') open = null;
    else if (str !== undefined && open !== null) {
      byId.set(open, `${byId.get(open) ?? ''} ${str}`);
    }
  }
  return contentIds(tree)
    .map((id) => byId.get(id) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
}

interface Page {
  readonly tree: Node;
  readonly text: string;
  readonly links: readonly { readonly url?: string; readonly dest?: unknown }[];
}

describe('read by pdf.js', () => {
  const plan: Plan = sixMonths();
  let document: PDFDocumentProxy;
  let pages: Page[];

  beforeAll(async () => {
    const data = await renderPdf(plan, { ...options('a4'), owner: 'Ada & <Lovelace>' });
    document = await getDocument({ data, verbosity: 0 }).promise;
    pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index): Promise<Page> => {
        const page = await document.getPage(index + 1);
        const [tree, content, links] = await Promise.all([
          page.getStructTree(),
          page.getTextContent({ includeMarkedContent: true }),
          page.getAnnotations(),
        ]);
        return {
          tree: tree as Node,
          text: readAloud(tree as Node, content.items as readonly TextPart[]),
          links: links as Page['links'],
        };
      }),
    );
  }, 60_000);
  afterAll(() => document.destroy());

  it('has a tree of tags on every page, with nothing but what belongs there', () => {
    const roles = new Set(pages.flatMap(({ tree }) => [...nodesOf(tree)].map(({ role }) => role)));
    roles.delete(undefined);
    expect([...roles].sort()).toEqual(
      [
        'Document',
        'Figure',
        'H1',
        'H2',
        'H3',
        'Link',
        'P',
        'Root',
        'Sect',
        'TD',
        'TH',
        'TR',
        'Table',
      ].sort(),
    );
    for (const { tree } of pages) expect(contentIds(tree).length).toBeGreaterThan(0);
  });

  it('describes each chart and each link in words', () => {
    const nodes = pages.flatMap(({ tree }) => [...nodesOf(tree)]);
    const figures = nodes.filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => (alt ?? '').slice(0, 14))).toEqual([
      'Timeline. Brid',
      'Hours of study',
      'Expected recal',
    ]);
    for (const { alt } of nodes.filter(({ role }) => role === 'Link')) expect(alt).toMatch(/\S/);
  });

  it('has every link area in the tree', () => {
    for (const { tree, links } of pages) {
      const inTree = [...nodesOf(tree)].filter(
        ({ type }) => type === 'annotation' || type === 'object',
      );
      expect(inTree).toHaveLength(links.length);
    }
  });

  it('leads from each week of a calendar, and each session in it, to a page that is there', async () => {
    const internal = pages.flatMap(({ links }) => links.filter(({ dest }) => dest !== undefined));
    const destinations = await document.getDestinations();
    expect(internal.length).toBeGreaterThan(plan.sessions.length);
    for (const { dest } of internal) {
      expect(Object.keys(destinations)).toContain(String(dest));
    }
  });

  it('leads to the address of each session, and to http and https alone', () => {
    const urls = new Set(pages.flatMap(({ links }) => links.flatMap(({ url }) => url ?? [])));
    for (const { url } of plan.sessions) {
      const link = safeLink(url);
      if (link !== null) expect(urls).toContain(link);
    }
    for (const url of urls) expect(url).toMatch(/^https?:/);
  });

  it('has bookmarks for sections, months and weeks', async () => {
    const outline = await document.getOutline();
    const titles = outline.map(({ title, items }) => [title, items.length]);
    expect(titles).toEqual([
      ['Your plan', 0],
      ['Made for you, in detail', 0],
      ['Overview', 0],
      ['Calendar', 6],
      ['Weekly checklists', 23],
      ['Practice scores', 0],
      ['Lab safety', 0],
      ['Resource index', 0],
      ['Notes and sources', 0],
    ]);
  });

  it('reads all sessions of the weekly lists in order, number before title', () => {
    const lists = pages
      .filter(({ text }) => /Week \d+ of \d+/.test(text))
      .map(({ text }) => text)
      .join(' ');
    let from = 0;
    for (const { number, title } of plan.sessions) {
      const words = `${number} ${title.slice(0, 20).trim()}`;
      const at = lists.indexOf(words, from);
      expect([words, at >= from]).toEqual([words, true]);
      from = at;
    }
  });

  it('says in its metadata what it is, in sound XML', async () => {
    const { info, metadata } = await document.getMetadata();
    expect((info as { Title: string }).Title).toMatch(/MLA-C02\): study plan$/);
    expect((info as { Subject: string }).Subject).toBe(
      'Study plan aws-mla-c02, for Ada & <Lovelace>',
    );
    expect(metadata.get('dc:description')).toContain('Ada & <Lovelace>');
    expect(metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect((await document.getMarkInfo())?.Marked).toBe(true);
  });
});
