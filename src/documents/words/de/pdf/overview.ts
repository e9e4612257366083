import type { PdfWords } from '../../en/pdf.ts';

export const details: PdfWords['details'] = {
  title: 'Auf dich zugeschnitten, im Einzelnen',
  skills: 'Dein Können und die Brücken zu dem, was die Prüfung verlangt',
  skill: 'Können',
  you: 'Du',
  knownFrom: 'Woher',
  asked: 'Prüfung verlangt',
  bridges: 'Brücken',
  timeAdded: 'Mehr Zeit',
  sources: { given: 'von dir', inferred: 'abgeleitet', assumed: 'angenommen' },
  levels: ['keine', 'bekannt', 'Grundlagen', 'sicher', 'stark'],
  levelsNote: (example) =>
    `Stufen: 0 keine, 1 bekannt, 2 Grundlagen, 3 sicher, 4 stark. Was abgeleitet oder angenommen ist, kannst du berichtigen: Erstelle den Plan neu, zum Beispiel mit ${example}.`,
  known: 'Was du schon kannst: Kurztests statt Lernstoff',
  item: 'Punkt',
  because: 'Grund',
  timeSaved: 'Gespart',
  leftOut: 'Weggelassen',
  leftOutNote:
    'Gestrichen, damit der Plan passt; das Gewicht ist der Teil der Prüfung, der nicht abgedeckt ist.',
  why: 'Warum',
  time: 'Zeit',
  weight: 'Gewicht',
  percent: (weight) => `${weight.toFixed(1).replace('.', ',')} %`,
  more: (rows) => `und ${rows} weitere`,
};

export const overview: PdfWords['overview'] = {
  title: 'Überblick',
  timeline: 'Bereich für Bereich',
  bridges: 'Brücken',
  projects: 'Projekte, Probeprüfungen',
  timelineNote: (most) =>
    `Gefüllt: Neues wird gelernt. Umrandet: Wiederholungen, Übungsfragen und Probeprüfungen. Der höchste Balken steht für ${most} in einer Woche.`,
  timelineAlt: (rows) =>
    `Zeitleiste. ${rows.map(({ name, from, to }) => `${name}: ${from} bis ${to}`).join('; ')}.`,
  hours: 'Stunden pro Woche, nach Art',
  axisHours: (hours) => `${String(hours).replace('.', ',')} h`,
  hoursNote: (limit) =>
    `Gestrichelte Linie: deine Grenze von ${limit} pro Woche. Ein Klick auf einen Balken öffnet seine Woche.`,
  hoursAlt: (weeks, least, most, limit) =>
    `Lernstunden in jeder von ${weeks} Wochen, von ${least} bis ${most} pro Woche; die gestrichelte Linie ist deine Grenze von ${limit}.`,
  exam: 'Prüfung',
  weights: 'Gewicht in der Prüfung und geplante Stunden',
  shareOfExam: (percent) => `${percent} % der Prüfung`,
  shareOfHours: (percent, hours) => `${percent} % der Stunden, ${hours}`,
  weightsNote: (rest) =>
    `Die Stunden der Bereiche sind 100 %. Dazu kommen ${rest}, die zu keinem einzelnen Bereich gehören: Brücken, Probeprüfungen mit ihrer Auswertung, Organisation.`,
  recall: 'Erwartete Erinnerung',
  percent: (percent) => `${percent} %`,
  overPercent: (percent) => `über ${percent} %`,
  recallAlt: (end, without, hasExam) =>
    `Wie viel vom Prüfungsstoff du nach Gewicht voraussichtlich noch weißt, von 0 bis ${end} ${hasExam ? 'am Prüfungstag' : 'am Ende'}; ohne die Wiederholungen wären es ${without}.`,
  recallAtEnd: (end, hasExam) => `${end} ${hasExam ? 'am Prüfungstag' : 'am Ende'}`,
  recallNote: (without) =>
    `; gestrichelt: ohne die Wiederholungen, ${without}. Ein durchschnittliches Gedächtnis (FSRS-6), jede Wiederholung als gelungen gezählt: ein Bild davon, was Wiederholen bringt, kein Versprechen. Deine Ergebnisse sagen mehr.`,
};
