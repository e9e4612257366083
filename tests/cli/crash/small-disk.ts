/** A file system of our own: small enough to be filled, and one that can be made read-only. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Mounting takes root, and a machine that allows it. */
export function canMount(scratch: string): boolean {
  const place = join(scratch, 'try');
  mkdirSync(place);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', place], { stdio: 'ignore' });
  if (mounted.status === 0) spawnSync('umount', [place]);
  return mounted.status === 0;
}

export class SmallDisk {
  constructor(
    readonly path: string,
    size: string,
  ) {
    mkdirSync(path, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  }

  /** To the last byte. */
  fill(): void {
    const descriptor = openSync(join(this.path, 'filler'), 'w');
    try {
      for (const size of [65_536, 4096, 1]) {
        const block = Buffer.alloc(size);
        for (let full = false; !full; ) {
          try {
            full = writeSync(descriptor, block) === 0;
          } catch {
            full = true;
          }
        }
      }
    } finally {
      closeSync(descriptor);
    }
  }

  makeRoom(): void {
    rmSync(join(this.path, 'filler'));
  }

  setReadOnly(readOnly: boolean): void {
    execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, this.path]);
  }

  end(): void {
    execFileSync('umount', [this.path]);
  }
}
