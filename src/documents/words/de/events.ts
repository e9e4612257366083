import type { EventsWords } from '../en/events.ts';

export const events: EventsWords = {
  labels: {
    exam: 'Prüfung',
    study: 'Lernen',
    verdict: 'Fazit',
    costs: 'Kosten',
    times: 'Zeitzone',
    keyDates: 'Wichtige Termine',
    note: 'Hinweis',
    behind: 'Im Rückstand? `certplan replan` gibt versäumten Einheiten neue Plätze',
    markAsDone:
      'Setze eine Einheit auf DONE, danach `certplan import FILE.org`; im Rückstand? `certplan replan`',
    domain: 'Bereich',
    tasks: 'Aufgaben',
    whyHere: 'Warum hier',
    tearDown: 'Am Ende aufräumen',
    billsUntilThen: 'Kostet bis dahin',
    checkYourself: 'Prüfe dich selbst',
  },
  firstActions: {
    docs: 'Öffne die Seite und schreib in einer Zeile auf, was du von ihr erwartest',
    course: 'Öffne das Modul und fang mit der ersten Lektion an',
    video: 'Öffne das Video und plane nach den ersten zehn Minuten eine Pause ein',
    lab: 'Öffne die Anleitung und prüfe, ob du im richtigen Konto und in der richtigen Region bist',
    'practice-questions': 'Leg deine Notizen weg und beantworte die erste Frage schriftlich',
    'practice-exam': 'Schalte das Telefon aus, stell einen Wecker und fang mit der ersten Frage an',
    project: 'Öffne das Repository und schreib auf, womit dieser Teil enden soll',
    bridge: 'Schreib auf, was du schon darüber weißt, und öffne dann das Material',
    review: 'Beantworte die erste Frage aus dem Gedächtnis, bevor du etwas nachschlägst',
    'exam-review': 'Nimm die erste falsche Antwort und sag, warum jede falsche Option falsch ist',
    logistics: 'Öffne die Seite und mach den ersten Schritt',
  },
  goOn: (session) =>
    `Mach dort weiter, wo Einheit ${session} endete; lies zuerst deine letzten Notizen`,
  after(named, left) {
    const others = named.slice(0, -1);
    const list = `${others.join(', ')}${others.length === 0 ? '' : ' und '}${named.at(-1) ?? ''}`;
    return left === 0 ? `nach ${list}` : `nach ${list} (und ${left} davor)`;
  },
  minutes: (minutes) => `${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`,
  part: (part) => `Teil ${part}`,
  aboutDollars: (usd) => `etwa ${usd} USD`,
  withSubscription: (name, usd) => `mit ${name}, ${usd} USD im Monat`,
  study: (needed, weekly, from, to) =>
    from === null || to === null
      ? `${needed}, ${weekly} pro Woche`
      : `${needed}, ${weekly} pro Woche, ${from} bis ${to}`,
  cushion: (hours) => `Puffer ${hours}`,
  tickThen: (imports, done) =>
    `Hake erledigte Einheiten ab, danach \`${imports}\`; oder tippe \`${done}\``,
  weekSpan: (monday, sunday, dates) => `${dates.day(monday)} bis ${dates.dayAndYear(sunday)}`,
  minutesAt: (minutes, time) => `${minutes} min um ${time}`,
  moreQuestions: (count, command) => `${count} weitere: ${command}`,
  done: 'Erledigt',
  doneOn: (day, minutes, felt) =>
    `Erledigt am ${day}, ${minutes} min${felt === null ? '' : `, Gefühl: ${felt}`}`,
  skipped: 'Ausgelassen',
  skippedBecause: (why) => `Ausgelassen: ${why}`,
  skippedTitle: (title) => `Ausgelassen: ${title}`,
  cancelledTitle: (title) => `Abgesagt: ${title}`,
  noLongerPlanned: 'Nicht mehr im Plan',
  examTitle: (examCode) => `Prüfung ${examCode}`,
  examPlace: 'Testcenter oder online, wie gebucht',
  haveIdReady: 'Halte deinen Ausweis bereit und sei 30 Minuten früher da (oder angemeldet).',
  suggestedDay: (minutes, command) =>
    `${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}; dieser Tag ist ein Vorschlag: buche ihn oder wähle einen anderen mit ${command}`,
  lookItUpIn: 'Schlag es nach in',
  askedIn: (sessions) => `Gefragt in ${sessions}`,
};
