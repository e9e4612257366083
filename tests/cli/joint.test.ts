/** Two certifications in one plan, from the first command to the calendar. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { BERLIN, NO_FILES, planOf, WORKING } from './sample.ts';

const place = new Sandbox();
const at = (now: string) => ({ env: { CERTPLAN_NOW: now } });
/** Two weeks in, at noon; nothing was done. */
const LATE = '2026-12-09T11:00:00Z';

interface JointJson {
  readonly certifications: readonly string[];
  readonly exams: readonly { readonly certification: string; readonly at: string | null }[];
  readonly shared: readonly { readonly activity: string; readonly reason: string }[];
  readonly sessions: readonly {
    readonly number: number;
    readonly certification: string;
    readonly start: string;
    readonly end: string;
    readonly uid: string;
  }[];
}
const joint = async (now?: string): Promise<JointJson> =>
  parseJson<JointJson>(
    (await place.ok(['show', '--json'], now === undefined ? undefined : at(now))).stdout,
  );

beforeAll(async () => {
  await place.ok([
    ...['plan', 'azure-ai-103', 'azure-ai-901', ...WORKING, '--hours', '8', ...BERLIN],
    ...['--name', 'both'],
  ]);
}, HOOK_MILLISECONDS);

describe('the plan', () => {
  test('has both certifications, an exam day each, and says what is shared', async () => {
    const plan = await joint();
    expect(plan.certifications).toEqual(['azure-ai-901', 'azure-ai-103']);
    expect(plan.exams.map(({ certification }) => certification)).toEqual(plan.certifications);
    const [first = '', second = ''] = plan.exams.map(({ at: day }) => day ?? '');
    expect(first < second).toBe(true);
    expect(plan.shared.length).toBeGreaterThan(0);
    for (const { reason } of plan.shared) expect(reason).toBe('shared: comes with AI-901');
    for (const session of plan.sessions) {
      const isFirst = session.certification === 'azure-ai-901';
      expect(isFirst ? session.start < first : session.start > first).toBe(true);
    }
  });

  test('is beside its first certification a plan like any other for scripts', async () => {
    const plan = planOf((await place.ok(['show', '--json'])).stdout);
    expect(plan).toMatchObject({ schema: 'certplan.plan/1', certification: 'azure-ai-901' });
    expect(plan.sessions.map(({ number }) => number)).toEqual(plan.sessions.map((_, i) => i + 1));
  });

  test('writes one calendar with both exams, and a PDF and a checklist', () => {
    const file = (ending: string): string => join(place.work, `both.${ending}`);
    const ics = readFileSync(file('ics'), 'utf8');
    expect(ics).toContain('SUMMARY:Exam AI-901');
    expect(ics).toContain('SUMMARY:Exam AI-103');
    const uids = ics.match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids).size).toBe(uids.length);
    expect(readFileSync(file('md'), 'utf8')).toContain('AI-901');
    expect(existsSync(file('pdf'))).toBe(true);
  });

  test('says per exam when it is, and what counts for both', async () => {
    const { stdout } = await place.ok([
      ...['plan', 'azure-ai-901', 'azure-ai-103', ...WORKING, '--dry-run', ...BERLIN],
    ]);
    expect(stdout).toMatch(/exams {2}AI-901 {2}.*\(suggested\)/);
    expect(stdout).toMatch(/ {9}AI-103 {2}.*\(suggested\)/);
    expect(stdout).toMatch(/items count more than once: comes with AI-901/);
  });
});

describe('in daily use', () => {
  test('today counts the days to the next exam', async () => {
    const before = await place.ok(['today'], at(LATE));
    const [first] = (await joint()).exams;
    const days = Math.round(
      (Date.parse(`${first?.at ?? ''}T00:00:00Z`) - Date.parse('2026-12-09T00:00:00Z')) /
        86_400_000,
    );
    expect(before.stdout).toContain(`exam in ${days} days`);
  });

  test('status tells the exam that comes next, and the other in a line', async () => {
    const { stdout } = await place.ok(['status'], at(LATE));
    expect(stdout).toMatch(/^Microsoft Certified: Azure AI Fundamentals \(AI-901\)/);
    expect(stdout).toMatch(/then +AI-103: .* done/);
    const json = parseJson<{ otherExams: readonly { certification: string }[] }>(
      (await place.ok(['status', '--json'], at(LATE))).stdout,
    );
    expect(json.otherExams).toMatchObject([{ certification: 'azure-ai-103' }]);
  });

  test('a re-plan moves both stages, keeps their order, and undo takes it back', async () => {
    const before = await joint(LATE);
    await place.ok(['replan', '--yes'], at(LATE));
    const after = await joint(LATE);
    const now = Date.parse(LATE);
    for (const { start } of after.sessions) expect(Date.parse(start)).toBeGreaterThanOrEqual(now);
    const ends = after.sessions.map(({ end }) => Date.parse(end));
    after.sessions.forEach(({ start }, index) => {
      if (index > 0) expect(Date.parse(start)).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
    });
    const [first = ''] = after.exams.map(({ at: day }) => day ?? '');
    for (const { certification, start } of after.sessions) {
      expect(certification === 'azure-ai-901' ? start < first : start > first).toBe(true);
    }
    await place.ok(['undo'], at(LATE));
    const back = await joint(LATE);
    expect(back.exams).toEqual(before.exams);
    expect(back.sessions.map(({ start }) => start)).toEqual(
      before.sessions.map(({ start }) => start),
    );
  });

  test('a second re-plan finds nothing to do', async () => {
    await place.ok(['replan', '--yes'], at(LATE));
    const again = await place.ok(['replan', '--dry-run'], at(LATE));
    expect(again.stdout).toContain('nothing to change');
    await place.ok(['undo'], at(LATE));
  });

  test('a score belongs to the exam of its session', async () => {
    const plan = planOf((await place.ok(['show', '--json'])).stdout);
    const later = plan.sessions.filter(
      (session) => session.kind === 'practice-exam' && session.activity.includes('103'),
    );
    const number = String(later[0]?.number ?? 0);
    await place.ok(['score', number, '61', '--domain', 'd5=40'], at(LATE));
    const wrong = await place.run(['score', number, '61', '--domain', 'd6=40'], at(LATE));
    expect(wrong.code).toBe(2);
    await place.ok(['undo'], at(LATE));
  });

  test('adjust changes hours for both', async () => {
    await place.ok(['adjust', '--hours', '10', '--yes'], at('2026-11-26T05:00:00Z'));
    const plan = planOf((await place.ok(['show', '--json'])).stdout);
    expect(plan.learner.hoursPerWeek).toBe(10);
    await place.ok(['undo']);
  });
});

describe('refused with a clear message', () => {
  const refused = async (args: readonly string[], code: number) => {
    const before = place.snapshot();
    const outcome = await place.run([...args, '--json']);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).not.toMatch(/^ +at /m);
    expect(place.snapshot()).toEqual(before);
    return parseJson<ErrorDocument>(outcome.stdout).error;
  };

  test.each([
    [['plan', 'azure-ai-901', 'azure-ai-901'], 2, 'certification-twice'],
    [['plan', 'azure-ai-901', 'azure-ai-109'], 4, 'unknown-certification'],
    [
      ['plan', 'azure-ai-901', 'azure-ai-103', 'aws-aif-c01', 'aws-mla-c02'],
      2,
      'too-many-certifications',
    ],
    [['plan', 'azure-ai-901', 'azure-ai-103', '--exam', '2027-03-01'], 2, 'exam-days'],
    [['plan', 'azure-ai-901', 'azure-ai-103', '--knows', '1.2'], 2, 'which-certification'],
    [['plan', 'azure-ai-901', 'azure-ai-103', '--what-if'], 2, 'what-if-several'],
  ])('%j', async (args, code, word) => {
    expect((await refused([...args, ...NO_FILES, '--name', 'other'], code)).code).toBe(word);
  });

  test('a day too early for one of them, with its name', async () => {
    const args = ['plan', 'azure-ai-901', 'azure-ai-103', '--exam', '2027-02-26,2027-03-26'];
    const error = await refused([...args, '--hours', '3', ...NO_FILES, '--name', 'other'], 3);
    expect(error.message).toMatch(/^AI-(901|103): /);
    // The same for programs.
    const code = error.message.slice(3, 6);
    expect(error).toMatchObject({ certification: `azure-ai-${code}` });
  });
});

test('what is known is said with the certification it is of', async () => {
  const { stdout } = await place.ok([
    ...['plan', 'azure-ai-901', 'azure-ai-103', '--knows', 'AI-901/1.1,azure-ai-103/d4'],
    ...[...NO_FILES, '--dry-run', '--json'],
  ]);
  const plan = planOf(stdout);
  const known = plan.waived.filter(({ reason }) => reason.startsWith('waived: you know'));
  expect(known.length).toBeGreaterThan(1);
});
