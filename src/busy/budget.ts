/** How much work a file may cause: counted in steps, not in time, so that every machine agrees. */

const STEPS_OF_ONE_RULE = 100_000;
const STEPS_OF_ONE_FILE = 2_000_000;

export interface Purse {
  /** False once the steps are used up. */
  spend(steps: number): boolean;
}

export class Budget implements Purse {
  private left = STEPS_OF_ONE_FILE;

  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }

  /** A daily rule of two centuries fits; one that ticks every second does not. */
  forOneRule(): Purse {
    let left = STEPS_OF_ONE_RULE;
    return {
      spend: (steps) => {
        left -= steps;
        return this.spend(steps) && left >= 0;
      },
    };
  }
}
