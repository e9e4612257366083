import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChecklist } from '../../../src/progress/ticks/checklist.ts';
import { checklistOf } from '../../documents/render-all.ts';
import { smallPlan } from '../../documents/small-plan.ts';

const small = checklistOf(smallPlan);
const read = (text: string) => readChecklist(text, 'plan.md');
const HEAD = '<!-- certplan evenings 2027-03-20T10:00:00Z -->\n';
const box = (ticked: boolean, on: string | null = null) => ({ ticked, on });

describe('a checklist that comes back', () => {
  it('tells its plan and every box, as it was written', () => {
    const { plan, createdAt, boxes } = read(small);
    expect([plan, createdAt]).toEqual([smallPlan.name, smallPlan.createdAt]);
    expect([...boxes]).toEqual(
      smallPlan.sessions.map((one) => [one.number, box(one.number === 1)]),
    );
  });

  it('is read however an editor has left it', () => {
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.replaceAll('- [', '* ['),
      (text) => text.replaceAll('- [', '  + [').replaceAll('[x]', '[X]'),
      (text) => text.replaceAll(/\*\*(\d+)\*\*/g, '__$1__'),
      (text) => text.replace(/^/, '\n\n'),
      (text) => text.trimEnd(),
      (text) => text.replace(/^## .*$/gm, ''),
    ];
    for (const change of changes) expect(read(change(small))).toEqual(read(small));
  });

  it('finds any ticks, and no others', () => {
    const numbers = smallPlan.sessions.map(({ number }) => number);
    fc.assert(
      fc.property(fc.subarray(numbers), (ticked) => {
        const text = small.replace(/^- \[[ x]\] \*\*(\d+)\*\*/gm, (line, number) =>
          line.replace(/\[.\]/, ticked.includes(Number(number)) ? '[x]' : '[ ]'),
        );
        const found = [...read(text).boxes]
          .filter(([, { ticked }]) => ticked)
          .map(([number]) => number);
        expect(found).toEqual(ticked);
      }),
    );
  });

  it('takes no title for a box', () => {
    expect([...read(`${HEAD}- [ ] **1** a · b - [x] **2** c\n- **3** d\n- [x] 4 e`).boxes]).toEqual(
      [[1, box(false)]],
    );
  });

  it('ticks a session that stands there twice when one box is ticked', () => {
    for (const boxes of ['- [x] **7** a\n- [ ] **7** a', '- [ ] **7** a\n- [x] **7** a']) {
      expect(read(HEAD + boxes).boxes.get(7)).toEqual(box(true));
    }
  });

  it('knows the day of a tick that the page wrote down, and believes no title', () => {
    const dayOf = (line: string) => read(HEAD + line).boxes.get(7);
    expect(dayOf('- [x] **7** <!-- done 2027-04-03 --> Title')).toEqual(box(true, '2027-04-03'));
    expect(dayOf('- [x] **7** Title <!-- done 2027-04-03 -->')).toEqual(box(true));
    expect(dayOf('- [ ] **7** <!-- done 2027-04-03 --> Title')).toEqual(box(false));
    expect(dayOf('- [x] **7** <!-- done 2027-02-30 --> Title')).toEqual(box(true));
  });

  it('is refused when it is none, with what to do', () => {
    expect(() => read('# Shopping\n- [x] **1** milk')).toThrowError(/no checklist of certplan/);
    expect(() => read(HEAD)).toThrowError(/no line with a box and a number/);
  });

  it('reads anything in no time', () => {
    for (const text of ['- ['.repeat(200_000), '*'.repeat(500_000), ' '.repeat(500_000)]) {
      const started = performance.now();
      expect(() => read(HEAD + text)).toThrowError();
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
