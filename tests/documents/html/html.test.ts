import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/documents/html/render-html.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { ENGLISH, htmlOf, PAGE } from '../render-all.ts';
import { planTitled, planWith, session, smallPlan } from '../small-plan.ts';

const page = htmlOf(smallPlan);
const VOID = new Set(['meta', 'input', 'br', 'link', 'img']);
/** Elements of drawings that are written `<rect …/>`. */
const CLOSED = /\/>$/;

/** Tags that are opened and closed in order; good enough for a page without optional end tags. */
function nestingFaults(html: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const bare = html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
  for (const [tag, close, name = ''] of bare.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (VOID.has(name) || CLOSED.test(tag)) continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}>`);
  }
  return [...faults, ...open.map((name) => `<${name}>`)];
}

const policyOf = (html: string): string =>
  (/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&#39;', "'");

const hashOf = (html: string, element: 'script' | 'style'): string =>
  createHash('sha256')
    .update(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? '')
    .digest('base64');

describe('the page', () => {
  it('is one sound document in a language, with headings in order', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(nestingFaults(page)).toEqual([]);
    expect(nestingFaults(htmlOf(samplePlan()))).toEqual([]);
    expect(page.match(/<h1/g)).toHaveLength(1);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('needs nothing from the network and forbids it', () => {
    expect(policyOf(page)).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|source|base)\b/);
    expect(page).not.toMatch(/\bsrc=|@import|url\((?!#fill-)|fetch\(|XMLHttp/);
  });

  it('lets run its own script and style, letter for letter, and nothing in attributes', () => {
    for (const element of ['script', 'style'] as const) {
      expect(policyOf(page)).toContain(`${element}-src 'sha256-${hashOf(page, element)}'`);
    }
    expect(policyOf(page)).not.toContain('unsafe');
    expect(page).not.toMatch(/<[^>]*\s(on[a-z]+|style)=/);
  });

  it('refuses a style or script that would end its element early', () => {
    for (const part of ['style', 'script'] as const) {
      const broken = { ...PAGE, [part]: `/* </${part}> */` };
      expect(() => renderHtml(smallPlan, { words: ENGLISH, ...broken })).toThrowError(
        /would end it early/,
      );
    }
  });

  it('has a box with a label for every session, ticked where it is done', () => {
    const plan = samplePlan();
    const html = htmlOf(plan);
    const ids = [...html.matchAll(/<input type="checkbox" id="(s\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(plan.sessions.map((one) => `s${one.number}`));
    for (const id of ids) expect(html).toContain(`<label for="${id}">`);
    // What is done or skipped in the plan is told here and changed there.
    expect(page.match(/<input [^>]*checked/g)).toHaveLength(1);
    expect(page).toMatch(/id="s1"[^>]* checked disabled/);
    expect(page).toMatch(/id="s2"[^>]*" disabled/);
    const all = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  it('knows dark mode, phones and paper', () => {
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('width=device-width');
    expect(page).toContain('@media print');
  });

  it('shows titles and obeys none of them', () => {
    const evil = htmlOf(
      planTitled('</label><script>alert(1)</script>&amp;"\'\u0000', 'https://e.com/"onclick="x'),
    );
    expect(evil.match(/<script>/g)).toHaveLength(1);
    expect(nestingFaults(evil)).toEqual([]);
    expect(evil).toContain(
      '&lt;/label&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;&#39;',
    );
    expect(evil).toContain('href="https://e.com/%22onclick=%22x"');
    expect(evil.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(htmlOf(planTitled('x', 'javascript:alert(1)'))).not.toContain('javascript:');
  });

  it('puts nothing from the plan into script or style', () => {
    const script = /<script>[\s\S]*<\/script>/.exec(page)?.[0];
    expect(htmlOf(samplePlan())).toContain(script);
  });

  it('escapes what it writes without the template, too', () => {
    const evil = '"><img onerror="x">&';
    const html = htmlOf(
      planWith([
        session(1, '2027-04-05T17:00:00Z', {
          ...{ kind: 'lab', title: evil, label: evil, part: [1, 2], first: evil, domain: evil },
          ...{ teardown: [evil], billing: [evil], questions: [evil] },
          url: 'https://e.com/',
        }),
      ]),
    );
    expect(html).not.toContain('<img');
    expect(nestingFaults(html)).toEqual([]);
  });

  it('shows names in any script, each in its own direction', () => {
    for (const title of ['機械学習の基礎', 'مقدمة في التعلم الآلي', 'Łódź – Ελληνικά', '🧪 lab']) {
      expect(htmlOf(planTitled(title))).toContain(`<bdi class="title">${title}</bdi>`);
    }
  });

  it('draws the hours of every week, says them, and lists them as a table', () => {
    expect(page).toMatch(
      /<svg class="chart"[^>]* role="img" aria-labelledby="hours-title" aria-describedby="hours-text">/,
    );
    expect(page).toContain(
      '4 weeks of 2 h 45 m to 3 h 10 m; the dashed line is the limit of 8 h a week.',
    );
    expect(page).toContain(
      '<tr><th scope="row">Mon 22 Mar 2027</th><td>2 h 45 m</td><td>bridge 30 m, docs 45 m, course 1 h 30 m</td></tr>',
    );
    for (const [, fill] of page.matchAll(/fill="url\(#([^)]*)\)"/g)) {
      expect(page).toContain(`<pattern id="${fill}"`);
    }
  });

  it('holds the weight of every domain against its hours', () => {
    expect(page).toContain('aria-label="Bars: 60 % of the exam, 42 % of the hours"');
    expect(page).toContain('<td>60 %</td><td><b>42 %</b> 3 h</td>');
  });

  it('of an empty plan is a page, too', () => {
    const empty = htmlOf(planWith([]));
    expect(nestingFaults(empty)).toEqual([]);
    expect(empty).not.toContain('<svg class="chart"');
  });
});
