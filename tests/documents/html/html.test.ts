import { describe, expect, it } from 'vitest';
import { samplePlan } from '../../support/sample-plan.ts';
import { htmlOf } from '../render-all.ts';
import { planTitled, smallPlan } from '../small-plan.ts';

const page = htmlOf(smallPlan);
const VOID = new Set(['meta', 'input', 'br', 'link', 'img']);

/** Tags that are opened and closed in order; good enough for a page without optional end tags. */
function nestingFaults(html: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const bare = html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
  for (const [, close, name = ''] of bare.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (VOID.has(name)) continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}>`);
  }
  return [...faults, ...open.map((name) => `<${name}>`)];
}

describe('the page', () => {
  it('stays as it is', async () => {
    await expect(page).toMatchFileSnapshot('../golden/small-plan.html');
  });

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
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|source|base)\b/);
    expect(page).not.toMatch(/\bsrc=|@import|url\(|fetch\(|XMLHttp/);
  });

  it('has a box with a label for every session, ticked where it is done', () => {
    const plan = samplePlan();
    const html = htmlOf(plan);
    const ids = [...html.matchAll(/<input type="checkbox" id="(s\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(plan.sessions.map((one) => `s${one.number}`));
    for (const id of ids) expect(html).toContain(`<label for="${id}">`);
    expect(page.match(/<input [^>]*checked/g)).toHaveLength(1);
    expect(page).toMatch(/id="s1"[^>]* checked/);
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
});
