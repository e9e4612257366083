import type { PdfWords } from '../../en/pdf.ts';

export const calendar: PdfWords['calendar'] = {
  title: 'Kalender',
  week: 'Woche',
  off: 'frei',
  minutes: (minutes) => `${minutes}′`,
  more: (sessions, hours) => `+ ${sessions} weitere, ${hours}`,
};

export const weeks: PdfWords['weeks'] = {
  title: 'Wochenlisten',
  intro: (zone) =>
    `Uhrzeiten in ${zone}. Die Zahl vor einem Titel ist die, die du eintippst: certplan done 14. Titel sind Links; endet eine Zeile mit …, steht der Rest hinter dem Link.`,
  week: (place, of) => `Woche ${place} von ${of}`,
  bookmark: (place, of, days) => `Woche ${place} von ${of}: ${days}`,
  continued: '(Fortsetzung)',
  noSession: 'keine Einheit',
  figures: 'Die Woche in Zahlen',
  planned: (hours, sessions) =>
    `geplant ${hours} in ${sessions} ${sessions === 1 ? 'Einheit' : 'Einheiten'}`,
  real: 'gebraucht ______ h ______ min',
  done: 'erledigt ______',
  minutesPlanned: (minutes) => `${minutes} min geplant`,
  pinned: 'fest',
  minutesReal: (minutes, day) => `${minutes} min gebraucht, ${day}`,
  minutesToWrite: 'min gebraucht',
  notes: 'Notizen',
  part: (part, of, label) => `Teil ${part} von ${of}${label === null ? '' : `: ${label}`}`,
  first: (text) => `zuerst: ${text}`,
  tearDown: (steps) => `am Ende aufräumen: ${steps.join('; ')}`,
  tearDownPart:
    'am Ende alles aufräumen, was der nächste Teil nicht braucht (Liste: Seite „Sicher im Labor“)',
  moreQuestions: (questions) => `und ${questions} weitere: certplan show`,
};

export const scores: PdfWords['scores'] = {
  title: 'Ergebnisse der Probeprüfungen',
  intro:
    'Trage für jeden Bereich ein, wie viel Prozent richtig waren. Danach certplan score NUMMER PROZENT --domain d1=70,d2=55 und certplan replan: Schwache Bereiche bekommen mehr von den Stunden, die noch bleiben.',
  date: 'Datum',
  exam: 'Probeprüfung',
  total: 'Gesamt',
  domain: (title, weight) => `${title}, ${weight} % der Prüfung`,
  note: (facts) =>
    `Die echte Prüfung: ${facts}. Die Anbieter skalieren ihre Punkte, ein Prozentwert ist daher nur eine Schätzung; 80 % in einer noch unbekannten Probeprüfung sind ein gutes Zeichen.`,
  wrongOptions: 'Warum die falschen Antworten falsch sind',
  question: 'Frage oder Thema',
  whyWrong: 'Warum jede falsche Antwort falsch ist',
  again: 'Noch einmal lernen',
};
