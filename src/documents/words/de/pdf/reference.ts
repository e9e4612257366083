import type { PdfWords } from '../../en/pdf.ts';

export const labs: PdfWords['labs'] = {
  title: 'Sicher im Labor',
  intro: (cloud) =>
    `Was in ${cloud} weiterläuft, kostet jede Stunde Geld. Räume noch in derselben Einheit auf, solange du weißt, was du angelegt hast.`,
  before: 'Vor dem ersten Labor',
  openAccount: (cloud, session) =>
    `Lege ein eigenes ${cloud}-Konto an${session === null ? '' : ` (Einheit ${session.number}, ${session.day})`}; schalte für den Inhaber die Multi-Faktor-Authentifizierung ein.`,
  rules: [
    'Setze einen Budgetalarm auf die Summe, deren Verlust du verschmerzen kannst. Ein Alarm sagt dir Bescheid; er hält nichts an.',
    'Arbeite nur in einer Region und schreib sie auf: Was man nicht sieht, löscht man nicht.',
    'Gib allem, was du anlegst, ein gemeinsames Wort als Tag oder Namen, damit du alles wiederfindest.',
    'Sieh am Tag nach einem Labor einmal auf die Kostenseite.',
  ],
  costs: 'Was es kosten kann',
  nothingKnown: 'Für nichts in diesem Plan ist vorab ein Preis bekannt.',
  known: (sum, prices) =>
    `Bekannte Preise in US-Dollar, zusammen etwa ${sum}: ${prices.join('; ')}.`,
  month: (name, price, items) =>
    `ein Monat ${name} ${price}${items > 1 ? `, für ${items} Punkte` : ''}`,
  monthNotKnown: (name) => `${name}: Du brauchst einen Monat davon; der Preis ist nicht bekannt.`,
  notPublished: (open, all) =>
    `Für ${open} von ${all} Laboren und Projekten ist kein Betrag veröffentlicht; was nach Stunden abgerechnet wird, steht unten.`,
  examItself: (price) => `Die Prüfung selbst: ${price}, zuzüglich Steuer.`,
  tearDown: 'Aufräumen, Labor für Labor',
  nothingRuns: 'In diesem Plan gibt es kein Labor, das etwas laufen lässt.',
  session: (number) => `Einheit ${number}`,
  sessions: (numbers) => `Einheiten ${numbers.join(', ')}`,
  sessionRange: (first, last) => `Einheiten ${first} bis ${last}`,
  days: (from, to) => `${from} bis ${to}`,
  noPrice: 'kein Preis veröffentlicht',
  free: 'kostenlos',
  about: (price) => `etwa ${price}`,
  billing: 'Kostet bis dahin weiter: ',
};

export const resources: PdfWords['resources'] = {
  title: 'Quellenverzeichnis',
  intro:
    'Jede Quelle einmal, in der Reihenfolge, in der der Plan zu ihr kommt. Die Zahlen sind ihre Einheiten.',
  bridges: 'Brücken: was die Prüfung voraussetzt',
  wholeExam: 'Für die ganze Prüfung',
};

export const notes: PdfWords['notes'] = {
  title: 'Anmerkungen und Quellen',
  intro: (checked) =>
    `Angaben zur Prüfung, zuletzt geprüft: ${checked}. Anbieter ändern sie: Sieh auf der offiziellen Seite nach, bevor du buchst.`,
  exam: 'Die Prüfung',
  retake: (rules) => `Wiederholen der Prüfung: ${rules}`,
  renewal: (rules) => `Verlängerung: ${rules}`,
  material: 'Das Material',
  sources: 'Quellen',
  missing:
    'Einige Zeichen fehlen in den Schriften dieses Dokuments: [no font] steht für Buchstaben, □ für andere Zeichen. Für Chinesisch, Japanisch und Koreanisch installiere eine Schrift wie Noto Sans CJK und erstelle das PDF neu. Kalenderdatei und Checkliste haben alle Zeichen.',
};

export const frame: PdfWords['frame'] = {
  keyColumn: 72,
  foot: (revision, printed) => `certplan · Fassung ${revision} · ${printed}`,
  documentTitle: (name, examCode) => `${name} (${examCode}): Lernplan`,
  subject: (plan, owner) => `Lernplan ${plan}${owner === null ? '' : `, für ${owner}`}`,
};
