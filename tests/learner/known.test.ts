import { describe, expect, it } from 'vitest';
import { parseKnown, parseScored } from '../../src/learner/known.ts';
import { curriculum } from '../support/curricula.ts';

const { domains } = curriculum('aws-mla-c02');
const tasksOf = (id: string): string[] =>
  domains.filter((domain) => domain.id === id).flatMap(({ tasks }) => tasks.map((task) => task.id));

describe('--knows', () => {
  it('takes tasks, and domains as all their tasks', () => {
    expect(parseKnown(['1.2'], domains)).toEqual(['1.2']);
    expect(parseKnown(['d1'], domains)).toEqual(tasksOf('d1'));
    expect(tasksOf('d1').length).toBeGreaterThan(1);
  });

  it('names each task once, in the order of the exam guide', () => {
    expect(parseKnown(['4.1, 1.2', 'd1,1.2'], domains)).toEqual([...tasksOf('d1'), '4.1']);
  });

  it('is read whatever the case, and may say nothing', () => {
    expect(parseKnown([' D1 '], domains)).toEqual(tasksOf('d1'));
    expect(parseKnown(['', ' ,'], domains)).toEqual([]);
  });

  it.each(['9.9', 'd9', 'statistics', '1', '1.2.3'])('refuses %s', (id) => {
    expect(() => parseKnown([id], domains)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'unknown-task',
        message: expect.stringContaining(`--knows ${id}: this exam has no such task or domain`),
        hint: expect.stringContaining('domains are d1, d2, d3, d4; tasks are 1.1, 1.2'),
      }),
    );
  });

  it('suggests a near one', () => {
    expect(() => parseKnown(['d1.'], domains)).toThrow(/did you mean "d1"\?/);
  });
});

describe('--scored', () => {
  it('takes a per cent for each domain; the last one holds', () => {
    expect(parseScored(['d1=70,d2=85'], domains)).toEqual({ d1: 70, d2: 85 });
    expect(parseScored(['d1=70', 'D1=90'], domains)).toEqual({ d1: 90 });
    expect(parseScored(['d1=0, d2=100 , d3=72.5%'], domains)).toEqual({ d1: 0, d2: 100, d3: 72.5 });
    expect(parseScored([''], domains)).toEqual({});
  });

  it.each(['d9=70', '1.1=70', '=70', 'constructor=70'])('refuses %s: no such domain', (text) => {
    expect(() => parseScored([text], domains)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'unknown-domain',
        hint: expect.stringContaining('domains are d1, d2, d3, d4'),
      }),
    );
  });

  it.each(['d1=', 'd1', 'd1=101', 'd1=-1', 'd1=good', 'd1=%', 'd1=Infinity', 'd1=70=80'])(
    'refuses %s: no per cent',
    (text) => {
      expect(() => parseScored([text], domains)).toThrow(
        expect.objectContaining({ exitCode: 2, code: 'bad-percent' }),
      );
    },
  );
});
