import { describe, expect, it } from 'vitest';
import { quantile, randomFrom } from '../../src/progress/random.ts';

const COUNT = 40_000;
const many = (draw: () => number): { mean: number; variance: number } => {
  const values = Array.from({ length: COUNT }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT };
};

describe('seeded random numbers', () => {
  it('are those of sfc32 as its author published them', () => {
    // PractRand's sfc32 seeded with 0, written out with 64-bit arithmetic cut to 32 bits.
    let [a, b, c, counter] = [0n, 0n, 0n, 1n];
    const cut = (value: bigint): bigint => BigInt.asUintN(32, value);
    const next = (): bigint => {
      const sum = cut(a + b + counter);
      counter = cut(counter + 1n);
      a = b ^ (b >> 9n);
      b = cut(c + (c << 3n));
      c = cut(cut((c << 21n) | (c >> 11n)) + sum);
      return sum;
    };
    for (let round = 0; round < 12; round += 1) next();
    const random = randomFrom(0);
    for (let i = 0; i < 100; i += 1) expect(BigInt(random.bits())).toBe(next());
  });

  it('are the same for the same seed and others for another', () => {
    const take = (seed: number): number[] => {
      const random = randomFrom(seed);
      return [random.uniform(), random.normal(), random.gamma(2), random.beta(0.3, 4)];
    };
    expect(take(5)).toEqual(take(5));
    expect(take(5)).not.toEqual(take(6));
    expect(take(5)).not.toEqual(take(5 + 2 ** 32));
  });

  it('have the mean and the variance of their distribution', () => {
    const random = randomFrom(3);
    const uniform = many(random.uniform);
    expect(uniform.mean).toBeCloseTo(1 / 2, 1.8);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = many(random.normal);
    expect(normal.mean).toBeCloseTo(0, 1.5);
    expect(normal.variance).toBeCloseTo(1, 1.3);
    for (const shape of [0.4, 1, 3.5, 60]) {
      const { mean, variance } = many(() => random.gamma(shape));
      expect(mean / shape).toBeCloseTo(1, 1.3);
      expect(variance / shape).toBeCloseTo(1, 1);
    }
    for (const [a, b] of [
      [0.5, 0.5],
      [2, 6],
      [40, 10],
    ] as const) {
      const { mean, variance } = many(() => random.beta(a, b));
      expect(mean).toBeCloseTo(a / (a + b), 2);
      expect(variance / ((a * b) / ((a + b) ** 2 * (a + b + 1)))).toBeCloseTo(1, 1);
    }
  });

  it('stay within their bounds, for shapes near 0 as well', () => {
    const random = randomFrom(9);
    for (let i = 0; i < 2000; i += 1) {
      const share = random.beta(1e-9, 1e-9);
      expect(share >= 0 && share <= 1).toBe(true);
    }
  });
});

describe('a quantile', () => {
  it('is a value of the sample', () => {
    expect([0, 0.2, 0.5, 0.85, 1].map((share) => quantile([1, 2, 3, 4, 5], share))).toEqual([
      1, 1, 3, 5, 5,
    ]);
  });
});
