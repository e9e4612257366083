/** Dollars with the decimal sign of a language. */

/** `150`, `12.50` with the sign between whole and part that a language has. */
export const dollarsWith =
  (point: '.' | ',') =>
  (usd: number): string =>
    Number.isInteger(usd) ? String(usd) : usd.toFixed(2).replace('.', point);
