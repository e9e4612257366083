import { describe, expect, it } from 'vitest';
import { compileTemplate, type TemplateKind } from '../../src/documents/liquid.ts';
import { UserError } from '../../src/errors.ts';

const KIND: TemplateKind = { name: 'mine.liquid', escape: (text) => text.replaceAll('<', '&lt;') };
const render = (template: string, data: object = {}) => compileTemplate(template, KIND)(data);

function refusal(template: string, data: object = {}): string {
  try {
    render(template, data);
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error(`not refused: ${template}`);
}

describe('templates', () => {
  it('escape every value, also of filters and literals', () => {
    expect(
      render('{{ a }}{{ "<" }}{{ b | join: "<" }}{{ c }}', { a: '<', b: ['<', 1], c: null }),
    ).toBe('&lt;&lt;&lt;&lt;1');
    expect(render('{{ b }}', { b: ['<', null, 2] })).toBe('&lt;2');
  });

  it('cannot leave the escaping out', () => {
    expect(refusal('a\n {{ "<" | raw }}')).toMatch(/^mine\.liquid:2:2 .*raw/);
  });

  it('name line and column of a mistake', () => {
    expect(refusal('a\nb {% if x %}')).toBe('mine.liquid:2:3 tag {% if x %} not closed');
    expect(refusal('{{ plan.nope }}', { plan: {} })).toBe(
      'mine.liquid:1:4 undefined variable: plan.nope',
    );
    expect(refusal('\n\n{{ "a" | shout }}')).toMatch(
      /^mine\.liquid:3:\d+ undefined filter: shout$/,
    );
    expect(refusal('{% explode %}')).toMatch(/^mine\.liquid:1:1 tag "explode" not found$/);
  });

  it('read no file', () => {
    for (const tag of [
      '{% include "/etc/hostname" %}',
      '{% render "../package.json" %}',
      '{% layout "x" %}',
    ]) {
      expect(refusal(tag)).toMatch(/not found/);
    }
  });

  it('see no prototype and run no code', () => {
    expect(refusal('{{ a.constructor }}', { a: {} })).toMatch(/undefined variable/);
    expect(refusal('{{ a.__proto__ }}', { a: {} })).toMatch(/undefined variable/);
    expect(refusal('{{ process.version }}')).toMatch(/undefined variable/);
  });

  it('know no clock, no zone and no chance', () => {
    expect(refusal('{{ "now" | date: "%Y" }}')).toMatch(/undefined filter: date/);
    expect(refusal('{{ b | sample }}', { b: [1] })).toMatch(/undefined filter: sample/);
  });

  it('come to an end', () => {
    expect(refusal('{% for i in (1..100000000) %}{% endfor %}')).toMatch(/limit/);
    expect(refusal(' '.repeat(1_100_000))).toMatch(/^mine\.liquid:1:1 .*limit/);
  });

  it('are the same with either line end', () => {
    expect(render('a\r\nb')).toBe('a\nb');
  });
});
