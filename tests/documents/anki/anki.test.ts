import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { ankiOf } from '../render-all.ts';
import { planWith, session, smallPlan } from '../small-plan.ts';

/** As Anki reads it: first lines with `#`, then cells between tabs, one note a line. */
function read(file: string) {
  const lines = file.split('\n');
  expect(lines.pop()).toBe('');
  const head = lines.filter((line) => line.startsWith('#'));
  const notes = lines.slice(head.length).map((line) => line.split('\t'));
  return { head, notes };
}

/** The small plan, with questions of its tasks. */
const asking = (checks: readonly string[], plan: Plan = smallPlan): Plan => ({
  ...plan,
  certification: {
    ...plan.certification,
    domains: plan.certification.domains.map((domain) => ({
      ...domain,
      tasks: domain.tasks.map((task) => (task.id === '1.2' ? { ...task, checks } : task)),
    })),
  },
});

describe('the Anki deck', () => {
  it('tells Anki how to read it', () => {
    expect(read(ankiOf(smallPlan)).head).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#deck:Study plan CAI-C01 (evenings)',
      '#guid column:1',
      '#tags column:4',
    ]);
  });

  it('asks every question of the curriculum once, under the tags of its domain and task', () => {
    const plan = samplePlan();
    const { notes } = read(ankiOf(plan));
    const tasks = plan.certification.domains.flatMap((domain) =>
      domain.tasks.map((task) => ({ ...task, domain: domain.id })),
    );
    expect(notes.length).toBe(tasks.flatMap(({ checks }) => checks).length);
    expect(new Set(notes.map(([guid]) => guid)).size).toBe(notes.length);
    for (const note of notes) {
      expect(note).toHaveLength(4);
      expect(note[3]).toMatch(/^\S+( \S+)?$/);
    }
    for (const { id, domain, checks } of tasks) {
      const own = notes.filter((note) => note[3] === `MLA-C02::${domain} MLA-C02::${id}`);
      expect(own).toHaveLength(checks.length);
      for (const note of own) expect(note[2]).toContain(`<b>${id} `);
    }
  });

  it('says on the back where to look it up, and where it is in the plan', () => {
    const [note = []] = read(ankiOf(asking(['Why?']))).notes;
    expect(note[1]).toBe('Why?');
    expect(note[2]).toContain('<b>1.2 Move data, cheaply</b><br>Data; its ways, and &lt;costs&gt;');
    expect(note[2]).toContain(
      '3 · course: <a href="https://example.com/kurs">Datenströme für *alle* &#91;mit_Kafka]</a> (Sat 27 Mar)',
    );
    const plan = samplePlan();
    const { notes } = read(ankiOf(plan));
    const reviewed = plan.sessions.find(({ kind }) => kind === 'review');
    const asked = notes.find(
      (one) => one[2]?.includes(`Asked in `) && one[2].includes(`${reviewed?.number} (`),
    );
    expect(asked).toBeDefined();
  });

  it('keeps the identity of a question over a re-plan, so that an import updates it', () => {
    const plan = samplePlan();
    const moved = {
      ...plan,
      revision: 2,
      sessions: plan.sessions.map((one) => ({ ...one, start: one.start + 1440 })),
    };
    const guids = (of: Plan) => read(ankiOf(of)).notes.map(([guid]) => guid);
    expect(guids(moved)).toEqual(guids(plan));
    expect(ankiOf(moved)).not.toBe(ankiOf(plan));
  });

  it('lets no text break a line, a cell, a tag or the page', () => {
    const evil = '#x\t<img src=x onerror=alert(1)>\n"[sound:a.mp3]" {{c1::x}}';
    const { notes } = read(ankiOf(asking([evil])));
    expect(notes[0]?.[1]).toBe(
      '#x &lt;img src=x onerror=alert(1)&gt; &quot;&#91;sound:a.mp3]&quot; {{c1::x}}',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const plan = asking(
          [`q${text}`],
          planWith([
            session(1, '2027-04-05T17:00:00Z', { title: text, url: text, tasks: ['1.2'] }),
          ]),
        );
        const { notes: read1 } = read(ankiOf(plan));
        expect(read1).toHaveLength(1);
        expect(read1[0]).toHaveLength(4);
        expect(read1[0]?.[1]).not.toMatch(/[<>"[]/);
      }),
      { numRuns: 60 },
    );
  });

  it('is a deck without questions, too', () => {
    expect(read(ankiOf(planWith([]))).notes).toEqual([]);
  });
});
