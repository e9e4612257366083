/** Lets requests through: few at once, fewer to one host, and never in a rush. */

export interface Politeness {
  /** Requests at once. */
  readonly overall: number;
  /** Of these to one host. */
  readonly perHost: number;
  /** Between the beginnings of two requests to one host. */
  readonly pauseMilliseconds: number;
}

export const POLITE: Politeness = { overall: 12, perHost: 2, pauseMilliseconds: 250 };

interface Waiting {
  readonly host: string;
  readonly start: () => void;
}

interface Host {
  running: number;
  /** Not asked before this; milliseconds of the system's clock. */
  freeAt: number;
}

export class PoliteQueue {
  private running = 0;
  private readonly waiting: Waiting[] = [];
  private readonly hosts = new Map<string, Host>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly politeness: Politeness,
    stop: AbortSignal,
  ) {
    // Who waits is let through to see that all is over.
    stop.addEventListener('abort', () => {
      if (this.timer) clearTimeout(this.timer);
      for (const { start } of this.waiting.splice(0)) start();
    });
    this.stop = stop;
  }

  private readonly stop: AbortSignal;

  /** Runs the task when its turn has come. */
  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.waiting.push({ host, start });
      this.next();
    });
    try {
      this.stop.throwIfAborted();
      return await task();
    } finally {
      this.hostOf(host).running -= 1;
      this.running -= 1;
      this.next();
    }
  }

  /** Nobody asks the host for so long. */
  rest(host: string, milliseconds: number): void {
    const state = this.hostOf(host);
    state.freeAt = Math.max(state.freeAt, Date.now() + milliseconds);
  }

  private hostOf(host: string): Host {
    let state = this.hosts.get(host);
    if (!state) {
      state = { running: 0, freeAt: 0 };
      this.hosts.set(host, state);
    }
    return state;
  }

  private next(): void {
    const { overall, perHost, pauseMilliseconds } = this.politeness;
    const now = Date.now();
    let soonest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.waiting.length && this.running < overall; ) {
      const waiting = this.waiting[index];
      if (!waiting) break;
      const host = this.hostOf(waiting.host);
      if (host.running < perHost && host.freeAt <= now) {
        this.waiting.splice(index, 1);
        host.running += 1;
        host.freeAt = now + pauseMilliseconds;
        this.running += 1;
        waiting.start();
      } else {
        if (host.running < perHost) soonest = Math.min(soonest, host.freeAt);
        index += 1;
      }
    }
    if (soonest === Number.POSITIVE_INFINITY) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.next(), Math.max(1, soonest - now));
  }
}
