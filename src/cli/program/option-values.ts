/** Values of options that are checked while the command line is read. */
import { InvalidArgumentError } from 'commander';

export const collect = (value: string, previous: readonly string[] = []): string[] => [
  ...previous,
  value,
];

export function hours(text: string): number {
  const value = Number(text);
  if (!/^\d+([.]\d+)?$/.test(text.trim()) || value < 1 || value > 60 || (value * 2) % 1 !== 0) {
    throw new InvalidArgumentError(
      `hours a week are a number from 1 to 60, halves allowed, for example 7.5`,
    );
  }
  return value;
}

export function sessionMinutes(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text.trim()) || value < 40 || value > 240) {
    throw new InvalidArgumentError(
      'the longest sitting is a whole number of minutes from 40 to 240',
    );
  }
  return value;
}

export function sessionNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text.trim()) || value < 1) {
    throw new InvalidArgumentError('a session is named by its number, for example 12');
  }
  return value;
}

export function notEmpty(text: string): string {
  if (text === '')
    throw new InvalidArgumentError('it is empty; leave the option out, or give a value');
  return text;
}

export function percent(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}([.]\d+)?$/.test(text.trim()) || value > 100) {
    throw new InvalidArgumentError('a score is a number of per cent from 0 to 100, for example 72');
  }
  return value;
}

export function spentMinutes(text: string): number {
  const value = Number(text);
  if (!/^\d{1,4}$/.test(text.trim()) || value < 1 || value > 1440) {
    throw new InvalidArgumentError('minutes are a whole number from 1 to 1440, for example 50');
  }
  return value;
}

export function dayCount(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text.trim()) || value < 1 || value > 366) {
    throw new InvalidArgumentError('days are a whole number from 1 to 366, for example 14');
  }
  return value;
}

export function questionCount(text: string): number {
  const value = Number(text);
  if (!/^\d{1,4}$/.test(text.trim()) || value < 1 || value > 1000) {
    throw new InvalidArgumentError('questions are a whole number from 1 to 1000, for example 65');
  }
  return value;
}
