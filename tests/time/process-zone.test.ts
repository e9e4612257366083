import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

interface Readings {
  /** Minutes west of Greenwich in January and July, as the process itself sees them. */
  readonly offsets: readonly number[];
  readonly readings: readonly string[];
}

const program = new URL('./readings.ts', import.meta.url).pathname;

async function readingsIn(zone: string): Promise<Readings> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 16_000_000,
  });
  return JSON.parse(stdout) as Readings;
}

describe('the zone of the process', () => {
  it('changes no date, week, weekday or instant', async () => {
    const utc = await readingsIn('UTC');
    expect(utc.readings.length).toBeGreaterThan(8000);
    expect(utc.offsets).toEqual([0, 0]);

    for (const [zone, offsets] of [
      ['America/Santiago', [180, 240]],
      ['Australia/Lord_Howe', [-660, -630]],
      ['Pacific/Kiritimati', [-840, -840]],
    ] as const) {
      const there = await readingsIn(zone);
      // The setting took effect; otherwise equal readings would prove nothing.
      expect(there.offsets).toEqual(offsets);
      expect(there.readings).toEqual(utc.readings);
    }
  });
});
