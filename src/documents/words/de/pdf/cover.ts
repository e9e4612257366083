import { dollarsWith } from '../../../../workload/costs.ts';
import type { PdfWords } from '../../en/pdf.ts';

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

const dollars = dollarsWith(',');

export const cover: PdfWords['cover'] = {
  title: 'Dein Plan',
  kicker: 'LERNPLAN',
  forOwner: { before: 'für ', after: '' },
  planName: (name) => `Plan ${name}`,
  levels: {
    foundational: 'Foundational',
    associate: 'Associate',
    professional: 'Professional',
    specialty: 'Specialty',
  },
  examMinutes: (minutes) => `${minutes} Minuten`,
  examQuestions: (number) => `${number} Fragen`,
  passAt: (score, of) => `bestanden ab ${score}${of === null ? '' : ` von ${of}`} Punkten`,
  price: (usd) => `${dollars(usd)} US-Dollar`,
  costs: (text) => `Kosten: ${text}`,
  verdicts: { fits: 'Passt', tight: 'Knapp', 'does-not-fit': 'Passt nicht' },
  weeks: (weeks, from) => `${count(weeks, 'Woche', 'Wochen')}${from === null ? '' : ` ab ${from}`}`,
  needed: 'Lernzeit nötig',
  offered: 'in deinen Lernzeiten frei',
  cushion: 'Puffer',
  noExamDay: 'Kein Prüfungstag: Der Plan endet mit einer Probeprüfung und ihrer Auswertung.',
  examIsGone: (examCode, lastDay) =>
    `Kein Prüfungstag: ${examCode} konnte zuletzt am ${lastDay} abgelegt werden. Der Plan endet mit einer Probeprüfung und ihrer Auswertung.`,
  examOn: (date, time) => `Prüfung ${date}${time === null ? '' : `, ${time}`}`,
  countdown: (isSuggested, days, today) => {
    const left =
      days > 1
        ? `${days} Tage ab ${today}`
        : days === 1
          ? 'morgen'
          : days === 0
            ? 'heute'
            : 'liegt hinter dir';
    return `${isSuggested ? ' (Vorschlag)' : ''}  ·  ${left}`;
  },
  keyDates: 'Wichtige Termine',
  suggested: (milestone) => `${milestone} (Vorschlag)`,
  firstSession: 'Erste Einheit',
  lastSession: 'Letzte Einheit',
  yourWeek: 'Deine Woche',
  atMost: (hours) => `höchstens ${hours} pro Woche`,
  moreWindows: (windows) => `und ${count(windows, 'weitere Lernzeit', 'weitere Lernzeiten')}`,
  timesIn: (zone) => `Uhrzeiten in ${zone}`,
  depths: { essential: 'Kernstoff', standard: 'normal', thorough: 'gründlich' },
  sittings: (hours, depth) => `bis zu ${hours} am Stück · Umfang: ${depth}`,
  daysOff: (days) => count(days, 'freier Tag', 'freie Tage'),
  goodToKnow: 'Gut zu wissen',
  cuts: (items, weight) =>
    `Weggelassen, damit es passt: ${count(items, 'Punkt', 'Punkte')}; etwa ${weight.toFixed(0)} % des Prüfungsgewichts sind damit nur dünn abgedeckt. Die Liste steht auf der nächsten Seite.`,
};

export const madeForYou: PdfWords['madeForYou'] = {
  heading: 'Wie dieser Plan auf dich zugeschnitten ist',
  nothing: 'Du bringst alles mit, was diese Prüfung verlangt: Nichts kam dazu.',
  foundations: (added, steps) => ({
    lead: `schwächere ML-Grundlagen: ${added}`,
    rest: steps.length === 0 ? 'durch langsameres Lesen' : `(${steps.join(', ')})`,
  }),
  bridges: (added, pieces, steps, areOthers) => ({
    lead: `${areOthers ? 'weitere Brücken' : 'Brücken'}: ${added}`,
    rest: `in ${count(pieces, 'Teil', 'Teilen')} (${steps.join(', ')})`,
  }),
  shortChecks: (because, items, noun, saved) => ({
    lead: `${because ?? 'was du sonst noch kannst'}:`,
    rest: `${noun === 'reading' ? count(items, 'Lesetext', 'Lesetexte') : count(items, 'Punkt', 'Punkte')} ${items === 1 ? 'wurde zum Kurztest' : 'wurden zu Kurztests'}: ${saved}`,
  }),
  carried: (saved, items, plan) => ({
    lead: `übernommen: ${saved}`,
    rest: `${count(items, 'Punkt ist', 'Punkte sind')} in Plan ${plan} schon erledigt`,
  }),
  pace: (change, isSlower) => ({
    lead: `dein Tempo: ${change}`,
    rest: isSlower
      ? 'gegenüber den veröffentlichten Zeiten: Wo Vorwissen fehlt, dauern Lesen und Labore länger'
      : 'gegenüber den veröffentlichten Zeiten: Wo viel Vorwissen da ist, gehen Lesen und Labore schneller',
  }),
  notGiven: (skills, example) => ({
    lead: 'nicht angegeben, daher abgeleitet:',
    rest: `${skills
      .map(
        ({ skill, level, source }) =>
          `${skill} ${level}${source === 'assumed' ? ' (angenommen)' : ''}`,
      )
      .join(', ')}. Stimmt das nicht, ändere es: ${example}`,
  }),
};
