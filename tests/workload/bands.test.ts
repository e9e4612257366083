/** The planned hours of the design's table, section 4. */
import { describe, expect, it } from 'vitest';
import { CERTIFICATIONS, type CertificationId, curriculum } from '../support/curricula.ts';
import { allAt, learnerWith, type Persona, persona, workloadOf } from './learners.ts';

type Band = readonly [number, number];

const BANDS: Record<Persona, Record<CertificationId, Band>> = {
  'experienced ML engineer on that cloud': {
    'aws-mls-c01': [35, 70],
    'aws-mla-c02': [35, 70],
    'azure-ai-102': [25, 55],
    'azure-ai-103': [30, 60],
    'aws-aif-c01': [18, 45],
    'aws-aip-c01': [40, 75],
    'azure-ai-901': [8, 24],
    'azure-ai-300': [20, 45],
    'google-pmle': [40, 85],
  },
  'cloud expert without ML': {
    'aws-mls-c01': [90, 175],
    'aws-mla-c02': [70, 145],
    'azure-ai-102': [30, 70],
    'azure-ai-103': [33, 75],
    'aws-aif-c01': [25, 52],
    'aws-aip-c01': [48, 100],
    'azure-ai-901': [12, 26],
    'azure-ai-300': [38, 90],
    'google-pmle': [85, 180],
  },
  'data scientist, little cloud': {
    'aws-mls-c01': [55, 120],
    'aws-mla-c02': [60, 115],
    'azure-ai-102': [40, 85],
    'azure-ai-103': [45, 90],
    'aws-aif-c01': [20, 55],
    'aws-aip-c01': [60, 120],
    'azure-ai-901': [12, 28],
    'azure-ai-300': [32, 70],
    'google-pmle': [55, 125],
  },
  'application developer': {
    'aws-mls-c01': [95, 185],
    'aws-mla-c02': [80, 165],
    'azure-ai-102': [30, 75],
    'azure-ai-103': [35, 85],
    'aws-aif-c01': [28, 55],
    'aws-aip-c01': [50, 110],
    'azure-ai-901': [12, 28],
    'azure-ai-300': [40, 95],
    'google-pmle': [85, 195],
  },
  'from scratch': {
    'aws-mls-c01': [155, 320],
    'aws-mla-c02': [140, 300],
    'azure-ai-102': [75, 170],
    'azure-ai-103': [80, 180],
    'aws-aif-c01': [50, 95],
    'aws-aip-c01': [105, 220],
    'azure-ai-901': [28, 62],
    'azure-ai-300': [85, 190],
    'google-pmle': [145, 310],
  },
};
const PERSONAS = Object.keys(BANDS) as Persona[];

const hours = (name: Persona, id: CertificationId): number =>
  workloadOf(curriculum(id), persona(name, curriculum(id))).needMinutes / 60;

describe.each(PERSONAS)('%s', (name) => {
  it.each(CERTIFICATIONS)('needs for %s the hours of the band', (id) => {
    const [low, high] = BANDS[name][id];
    expect(hours(name, id)).toBeGreaterThanOrEqual(low);
    expect(hours(name, id)).toBeLessThanOrEqual(high);
  });
});

describe.each(CERTIFICATIONS)('for %s', (id) => {
  const others = PERSONAS.slice(1, -1);

  it('an experienced learner on that cloud needs less than half of the hours of one from scratch', () => {
    expect(hours('experienced ML engineer on that cloud', id)).toBeLessThan(
      hours('from scratch', id) / 2,
    );
  });

  it('an experienced engineer needs the least', () => {
    for (const name of PERSONAS.slice(1)) {
      expect(hours('experienced ML engineer on that cloud', id)).toBeLessThan(hours(name, id));
    }
  });

  it('a beginner needs the most, at least a third more than anyone else', () => {
    for (const name of others) {
      expect(hours('from scratch', id)).toBeGreaterThan(hours(name, id) * (4 / 3));
    }
  });
});

describe('between the exams', () => {
  it.each(['cloud expert without ML', 'application developer', 'from scratch'] as const)(
    '%s, without ML, needs more for either AWS exam than for either Azure exam',
    (name) => {
      const aws = Math.min(hours(name, 'aws-mls-c01'), hours(name, 'aws-mla-c02'));
      const azure = Math.max(hours(name, 'azure-ai-102'), hours(name, 'azure-ai-103'));
      expect(aws).toBeGreaterThan(azure);
    },
  );

  it('a cloud expert without ML needs less than a data scientist for Azure, more for AWS', () => {
    expect(hours('cloud expert without ML', 'azure-ai-102')).toBeLessThan(
      hours('data scientist, little cloud', 'azure-ai-102'),
    );
    expect(hours('cloud expert without ML', 'aws-mls-c01')).toBeGreaterThan(
      hours('data scientist, little cloud', 'aws-mls-c01'),
    );
  });
});

describe('weak ML foundations (statistics and ml none instead of working)', () => {
  const strong = learnerWith(allAt(3));
  const weak = learnerWith({ ...allAt(3), statistics: 0, ml: 0 });
  const longer = (id: CertificationId): number =>
    workloadOf(curriculum(id), weak).needMinutes / workloadOf(curriculum(id), strong).needMinutes -
    1;

  it.each(['aws-mls-c01', 'aws-mla-c02'] as const)('lengthen %s by half or more', (id) => {
    expect(longer(id)).toBeGreaterThanOrEqual(0.5);
  });

  it('lengthen azure-ai-102 by a fifth at most', () => {
    expect(longer('azure-ai-102')).toBeLessThanOrEqual(0.2);
    expect(longer('azure-ai-102')).toBeGreaterThan(0);
  });

  const asking = CERTIFICATIONS.filter((id) => {
    const { ml = 0, statistics = 0 } = curriculum(id).requires;
    return ml + statistics > 0;
  });

  it('are asked for by every exam but the one for people who begin', () => {
    expect(CERTIFICATIONS.filter((id) => !asking.includes(id))).toEqual(['azure-ai-901']);
  });

  it.each(asking)('are told in minutes for %s', (id) => {
    const exam = curriculum(id);
    const { needMinutes, weakerFoundationsMinutes } = workloadOf(exam, weak);
    expect(weakerFoundationsMinutes).toBeGreaterThan(0);
    // They are part of the need, and what remains is a plan of its own.
    expect(weakerFoundationsMinutes).toBeLessThan(needMinutes);
  });

  it.each(CERTIFICATIONS)('are no matter for who is strong in all: %s', (id) => {
    expect(workloadOf(curriculum(id), learnerWith(allAt(4))).weakerFoundationsMinutes).toBe(0);
  });
});
