/**
 * Seeded random numbers for simulations: the same seed gives the same numbers on every machine.
 * Not for secrets.
 */

export interface Random {
  /** Uniform in [0, 2³²), whole. */
  bits(): number;
  /** Uniform in [0, 1), in steps of 2⁻³². */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Scale 1. @param shape above 0 */
  gamma(shape: number): number;
  /** In [0, 1]. @param a above 0 @param b above 0 */
  beta(a: number, b: number): number;
}

const TWO_TO_32 = 2 ** 32;

/**
 * sfc32, "small fast counter", by Chris Doty-Humphrey (part of PractRand): 128 bits of state, a
 * period of at least 2³². Twelve rounds mix the seed in, as its author does.
 */
function smallFastCounter(seed: number): () => number {
  let a = 0;
  let b = seed | 0;
  let c = Math.floor(seed / TWO_TO_32) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** @param seed a whole number from 0 to 2⁵³ */
export function randomFrom(seed: number): Random {
  const bits = smallFastCounter(seed);
  const uniform = (): number => bits() / TWO_TO_32;
  let spare: number | null = null;

  /** Polar method of Marsaglia and Bray (1964): two values a turn, the second one kept. */
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };

  /** Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
  const gamma = (shape: number): number => {
    // Shapes below 1 by the boost of the same paper; 1 − u is never 0.
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  const beta = (a: number, b: number): number => {
    const x = gamma(a);
    const sum = x + gamma(b);
    // Shapes near 0 can give two zeros: then the mean is as good an answer as any.
    return sum > 0 ? x / sum : a / (a + b);
  };

  return { bits, uniform, normal, gamma, beta };
}

/**
 * The value below which a share of sorted values lies; the smallest such value of the sample.
 * @param sorted in rising order, not empty
 * @param share 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const index = Math.max(0, Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}
