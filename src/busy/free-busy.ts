/** VFREEBUSY: busy times without the events behind them. */
import { type Component, Properties } from './components.ts';
import { Dates } from './event.ts';
import { type EpochSeconds, endAfter, instantOf } from './moment.ts';
import { Fault, type Warnings } from './warnings.ts';
import type { Zones } from './zones.ts';

/** Adds the periods of a VFREEBUSY; every type but FREE is busy. */
export function addFreeBusy(
  component: Component,
  zones: Zones,
  warnings: Warnings,
  add: (start: EpochSeconds, end: EpochSeconds) => void,
): void {
  const dates = new Dates(component.calendar, zones);
  for (const property of new Properties(component, warnings).all('FREEBUSY')) {
    if (property.parameters.get('FBTYPE')?.toUpperCase() === 'FREE') continue;
    for (const text of property.value.split(',')) {
      if (text.trim() === '') continue;
      warnings.attempt('a period of VFREEBUSY', () => {
        const { start, length } = dates.stretch(text, property);
        if (!length) throw new Fault(property.line, 'FREEBUSY has no end');
        add(instantOf(start), endAfter(start.clock, start.wall, length));
      });
    }
  }
}
