/**
 * A program that writes events one after the other, as fast as it can, through the same store as
 * the commands: `node driver.mjs HOME PLAN FIRST COUNT`. After each it says the number that is safe.
 */
import { writeSync } from 'node:fs';
import { PlanStore } from '../../../src/cli/store.ts';

const [home = '', name = '', first = '0', count = '0'] = process.argv.slice(2);
const store = new PlanStore(home);
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  store.change(name, Date.now(), () => ({
    events: [{ type: 'skipped', numbers: [1], why: `event ${number}` }],
    result: null,
  }));
  writeSync(1, `${number}\n`);
}
