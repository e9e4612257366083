/** What could not be read, collected without ever flooding the terminal. */
import { plainText } from '../text/plain-text.ts';

const MOST_SHOWN = 20;
/** A hostile name must not turn one warning into a page. */
const LONGEST = 200;

/**
 * A part of the calendar that cannot be read; thrown, and caught where that part can be skipped
 * alone. Not an Error: a file may hold a million of them, and a stack for each takes minutes.
 */
export class Fault {
  constructor(
    /** Line of the file, from 1. */
    readonly line: number,
    readonly message: string,
  ) {}
}

/** A short, harmless quote of what the file says. */
export function quoted(text: string): string {
  const plain = plainText(text);
  return `"${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}"`;
}

export class Warnings {
  private readonly shown: string[] = [];
  private hidden = 0;

  constructor(private readonly file: string) {}

  add(line: number, message: string): void {
    if (this.shown.length >= MOST_SHOWN) {
      this.hidden += 1;
      return;
    }
    const plain = plainText(message);
    const short = plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
    this.shown.push(`${plainText(this.file)}:${line}: ${short}`);
  }

  /** Runs one part of the reading; a fault in it becomes a warning and null. */
  attempt<T>(component: string, part: () => T): T | null {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.add(error.line, `${component} skipped: ${error.message}`);
      return null;
    }
  }

  list(): string[] {
    if (this.hidden === 0) return [...this.shown];
    return [...this.shown, `${plainText(this.file)}: and ${this.hidden} more`];
  }
}
