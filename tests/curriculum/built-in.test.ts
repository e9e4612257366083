/** What the design promises of the curricula that come with the program. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Activity, Curriculum } from '../../src/curriculum/curriculum.ts';
import { hintsOnCurriculum, parseCurriculum } from '../../src/curriculum/read-yaml.ts';
import { isContent, isReading, SKILLS } from '../../src/curriculum/vocabulary.ts';
import {
  CERTIFICATIONS,
  type CertificationId,
  curriculum,
  curriculumText,
} from '../support/curricula.ts';

const sum = (activities: readonly Activity[]): number =>
  activities.reduce((total, activity) => total + activity.minutes, 0);
const ids = (activities: readonly Activity[]): string[] => activities.map(({ id }) => id);
const isPractice = ({ kind }: Activity): boolean =>
  kind === 'practice-questions' || kind === 'practice-exam';
const tasksOf = ({ domains }: Curriculum) => domains.flatMap((domain) => domain.tasks);

it('the folder holds the curricula, the foundations and the overlaps', () => {
  const files = readdirSync(new URL('../../curricula', import.meta.url));
  expect(files.filter((file) => file.endsWith('.yaml')).sort()).toEqual(
    [...CERTIFICATIONS, 'foundations', 'overlaps'].map((id) => `${id}.yaml`).sort(),
  );
});

describe.each(CERTIFICATIONS)('%s', (id) => {
  const it_ = curriculum(id);
  const { activities, domains } = it_;
  const everyones = activities.filter((activity) => !activity.forBeginners);
  const atStandard = everyones.filter((activity) => activity.depth !== 'thorough');

  it('parses without a fault, and has the id of its file', () => {
    expect(parseCurriculum(curriculumText(id))).toMatchObject({ ok: true, value: { id } });
  });

  it('has at least 60 activities', () => expect(activities.length).toBeGreaterThanOrEqual(60));

  it('states weights that bracket 100, and scales them to 100', () => {
    const low = domains.map(({ statedWeight: w }) => (typeof w === 'number' ? w : w[0]));
    const high = domains.map(({ statedWeight: w }) => (typeof w === 'number' ? w : w[1]));
    const total = (weights: readonly number[]) => weights.reduce((all, one) => all + one, 0);
    expect(total(low)).toBeLessThanOrEqual(101);
    expect(total(high)).toBeGreaterThanOrEqual(99);
    expect(total(domains.map((domain) => domain.weight))).toBeCloseTo(100, 9);
  });

  it('has three self-checks or more for every task', () => {
    for (const task of tasksOf(it_)) {
      expect(task.checks.length, task.id).toBeGreaterThanOrEqual(3);
      expect(new Set(task.checks).size, task.id).toBe(task.checks.length);
    }
  });

  it('covers every task with essential content besides the guide', () => {
    const bare = tasksOf(it_).filter(
      (task) =>
        !everyones.some(
          (activity) =>
            activity.id !== it_.guide &&
            activity.depth === 'essential' &&
            isContent(activity.kind) &&
            activity.tasks.includes(task.id),
        ),
    );
    expect(bare.map((task) => task.id)).toEqual([]);
  });

  it('teaches every task by two items or more at standard depth, and has it practised', () => {
    const thin = tasksOf(it_).filter((task) => {
      const own = atStandard.filter(
        (activity) => activity.id !== it_.guide && activity.tasks.includes(task.id),
      );
      const taught = own.filter(({ kind }) => isContent(kind)).length;
      return taught < 2 || !own.some((item) => item.kind === 'lab' || isPractice(item));
    });
    expect(thin.map((task) => task.id)).toEqual([]);
  });

  it('leaves no hint of the check unanswered', () => {
    expect(hintsOnCurriculum(curriculumText(id), '2026-11-26')).toEqual({ ok: true, value: [] });
  });

  it('holds about a quarter of its minutes for thorough depth', () => {
    const share = sum(activities.filter(({ depth }) => depth === 'thorough')) / sum(activities);
    expect(share).toBeGreaterThanOrEqual(0.2);
    expect(share).toBeLessThanOrEqual(0.3);
  });

  it('has its hands on for at least 30 % of the content at standard depth', () => {
    const content = atStandard.filter(({ kind }) => isContent(kind));
    const handsOn = content.filter(({ kind }) => kind === 'lab' || kind === 'project');
    expect(sum(handsOn) / sum(content)).toBeGreaterThanOrEqual(0.3);
  });

  it('says for every lab how it is set up, done and torn down', () => {
    const labs = activities.filter(({ kind }) => kind === 'lab');
    expect(labs.length).toBeGreaterThan(0);
    const silent = labs.filter(
      ({ lab }) => !lab?.setup.length || !lab.steps.length || !lab.teardown.length,
    );
    expect(ids(silent)).toEqual([]);
  });

  it('names what keeps billing in every lab that bills while idle', () => {
    const silent = activities.filter(({ lab }) => lab?.billsWhileIdle && !lab.billing.length);
    expect(ids(silent)).toEqual([]);
  });

  it('has two practice-exam sittings or more at standard depth, one of them essential', () => {
    const exams = atStandard.filter(({ kind }) => kind === 'practice-exam');
    expect(exams.length).toBeGreaterThanOrEqual(2);
    expect(exams.some(({ depth }) => depth === 'essential')).toBe(true);
  });

  it('has exactly one set of practice questions for every domain', () => {
    for (const domain of domains) {
      const own = domain.tasks.map((task) => task.id);
      const sets = activities.filter(
        ({ kind, tasks }) =>
          kind === 'practice-questions' && tasks.every((task) => own.includes(task)),
      );
      expect(ids(sets), domain.id).toHaveLength(1);
      // It asks about all of the domain.
      expect([...(sets[0]?.tasks ?? [])].sort(), domain.id).toEqual([...own].sort());
    }
  });

  it('opens with the exam guide, which touches every domain', () => {
    const [first] = activities;
    expect(first?.id).toBe(it_.guide);
    expect(first).toMatchObject({ kind: 'docs', depth: 'essential', buildsOn: {}, after: [] });
    for (const domain of domains) {
      expect(
        domain.tasks.some((task) => first?.tasks.includes(task.id)),
        domain.id,
      ).toBe(true);
    }
  });

  it('ends in a capstone whose last step is a write-up', () => {
    const capstones = everyones.filter(({ kind }) => kind === 'project');
    expect(capstones.length).toBeGreaterThan(0);
    for (const capstone of capstones) {
      expect(capstone.steps.at(-1)?.title, capstone.id).toMatch(/write-up/i);
      expect(capstone.depth, capstone.id).not.toBe('thorough');
    }
  });

  it('has a smaller starter project for beginners', () => {
    const starters = activities.filter(({ forBeginners }) => forBeginners);
    const capstone = everyones.find(({ kind }) => kind === 'project');
    expect(starters.map(({ kind }) => kind)).toEqual(['project']);
    expect(sum(starters)).toBeLessThan(capstone?.minutes ?? 0);
  });

  it('never builds on more of a skill than the certification requires', () => {
    const above = activities.flatMap((activity) =>
      SKILLS.filter((skill) => (activity.buildsOn[skill] ?? 0) > (it_.requires[skill] ?? 0)).map(
        (skill) => `${activity.id}: ${skill} ${activity.buildsOn[skill]}`,
      ),
    );
    expect(above).toEqual([]);
  });

  it('lets no reading wait for practice', () => {
    const practice = new Set(ids(activities.filter(isPractice)));
    const waiting = activities.filter(
      ({ kind, after }) => isReading(kind) && after.some((other) => practice.has(other)),
    );
    expect(ids(waiting)).toEqual([]);
  });

  it('leads nowhere but to http and https', () => {
    const odd = activities.filter(
      ({ url }) => !['http:', 'https:'].includes(new URL(url).protocol),
    );
    expect(ids(odd)).toEqual([]);
    expect(it_.sources.filter(({ url }) => !/^https?:\/\//.test(url))).toEqual([]);
  });

  it('ends on successors whose ids are well formed and not its own', () => {
    for (const successor of it_.successors) {
      expect(successor).toMatch(/^(aws|azure|google)-[a-z0-9-]+$/);
      expect(successor).not.toBe(id);
    }
  });
});

describe('services that the exams are known for', () => {
  /** Microsoft renames its services: the pattern holds the names in use. */
  const NAMED: readonly (readonly [CertificationId, string, RegExp])[] = [
    ['aws-mls-c01', 'SageMaker', /sagemaker/i],
    ['aws-mls-c01', 'S3', /\bs3\b/i],
    ['aws-mls-c01', 'Lambda', /\blambda\b/i],
    ['aws-mls-c01', 'Glue', /\bglue\b/i],
    ['aws-mls-c01', 'Athena', /\bathena\b/i],
    ['aws-mls-c01', 'Kinesis', /\bkinesis\b/i],
    ['aws-mls-c01', 'CloudWatch', /\bcloudwatch\b/i],
    ['aws-mls-c01', 'IAM', /\bIAM\b/],
    ['azure-ai-102', 'Azure AI services', /\bAI services\b/i],
    ['azure-ai-102', 'Azure Machine Learning', /\bazure machine learning\b/i],
    ['azure-ai-102', 'Bot Service', /\bbot[ -](service|framework)\b/i],
    ['azure-ai-102', 'AI Search', /\bAI search\b/i],
    ['azure-ai-102', 'Azure OpenAI', /\bazure openai\b|\/(foundry\/)?openai\//i],
  ];

  describe.each(NAMED)('%s: %s', (id, _, name) => {
    const { activities } = curriculum(id);

    it('is the matter of docs', () => {
      const docs = activities.filter(
        ({ kind, title, url }) => kind === 'docs' && [title, url].some((text) => name.test(text)),
      );
      expect(docs.length).toBeGreaterThan(0);
    });

    it('is used in a lab', () => {
      const labs = activities.filter(({ title, url, lab }) =>
        lab ? [title, url, ...lab.setup, ...lab.steps].some((text) => name.test(text)) : false,
      );
      expect(labs.length).toBeGreaterThan(0);
    });
  });
});

describe('what two curricula share', () => {
  /** The address without its language and version. */
  const plain = (url: string): string =>
    url
      .replace('/en-us/', '/')
      .replace(/[?&]view=[^&#]*/, '')
      .replace(/\/$/, '');
  const all = CERTIFICATIONS.map(curriculum);

  it('has one id and the same minutes for one address, unless that is a gate to several things', () => {
    const gates = new Set(
      all.flatMap(({ activities }) => {
        const urls = activities.map(({ url }) => plain(url));
        return urls.filter((url, index) => urls.indexOf(url) !== index);
      }),
    );
    const first = new Map<string, string>();
    const differing: string[] = [];
    let shared = 0;
    for (const { id, activities } of all) {
      for (const activity of activities.filter(({ url }) => !gates.has(plain(url)))) {
        const what = `${activity.id}, ${activity.minutes} min`;
        const known = first.get(plain(activity.url));
        if (known !== undefined) shared += 1;
        if (known !== undefined && known !== what) differing.push(`${id}: ${what} ≠ ${known}`);
        first.set(plain(activity.url), what);
      }
    }
    expect(differing).toEqual([]);
    expect(shared).toBeGreaterThan(10);
  });

  it('has one address, kind and length for one id', () => {
    const first = new Map<string, string>();
    for (const { id, activities } of all) {
      for (const activity of activities) {
        const what = `${plain(activity.url)} ${activity.kind} ${activity.minutes}`;
        expect(`${id} ${activity.id} ${what}`).toBe(
          `${id} ${activity.id} ${first.get(activity.id) ?? what}`,
        );
        first.set(activity.id, what);
      }
    }
  });
});
