import type { Kind } from '../../../curriculum/vocabulary.ts';
import type { MilestoneKind } from '../../../plan/plan.ts';
import { costWordsWith } from '../../../workload/costs.ts';
import { type DurationSigns, hoursWith, roundHoursWith } from '../durations.ts';
import type { CommonWords } from '../en/common.ts';

const signs: DurationSigns = {
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  gap: ' ',
};

/** One of a kind, and several. */
const COUNTED: Readonly<Record<Kind, readonly [string, string]>> = {
  docs: ['Doku', 'Dokus'],
  course: ['Kurs', 'Kurse'],
  video: ['Video', 'Videos'],
  lab: ['Labor', 'Labore'],
  'practice-questions': ['Satz Übungsfragen', 'Sätze Übungsfragen'],
  'practice-exam': ['Probeprüfung', 'Probeprüfungen'],
  project: ['Projekt', 'Projekte'],
  bridge: ['Brücke', 'Brücken'],
  review: ['Wiederholung', 'Wiederholungen'],
  'exam-review': ['Auswertung', 'Auswertungen'],
  logistics: ['Formalität', 'Formalitäten'],
};

export const common: CommonWords = {
  kinds: {
    docs: 'Doku',
    course: 'Kurs',
    video: 'Video',
    lab: 'Labor',
    'practice-questions': 'Übungsfragen',
    'practice-exam': 'Probeprüfung',
    project: 'Projekt',
    bridge: 'Brücke',
    review: 'Wiederholung',
    'exam-review': 'Auswertung',
    logistics: 'Organisation',
  },
  hours: hoursWith(signs),
  roundHours: roundHoursWith(signs),
  minutes: signs.minutes,
  verdicts: { fits: 'passt', tight: 'knapp', 'does-not-fit': 'passt nicht' },
  statuses: {
    planned: 'geplant',
    done: 'erledigt',
    skipped: 'ausgelassen',
    missed: 'versäumt',
  },
  week: (number) => `Woche ${number}`,
  partOf: (part, of) => `${part} von ${of}`,
  studyPlan: (examCode) => `Lernplan ${examCode}`,
  felt: { again: 'noch einmal nötig', hard: 'schwer', good: 'gut', easy: 'leicht' },
  examSources: { given: 'vorgegeben', suggested: 'vorgeschlagen' },
  costs: costWordsWith({
    subscription: (name, examCode) => (examCode === undefined ? name : `${name} für ${examCode}`),
    exam: (usd) => `Prüfung ${usd}`,
    month: (subscription, usd) => `${subscription} für einen Monat ${usd}`,
    material: (usd) => `Material ${usd}`,
    sum: (usd, parts, isLeast) => `${isLeast ? 'etwa ' : ''}${usd} USD: ${parts}`,
    examNotKnown: 'Prüfungsgebühr: nicht bekannt',
    monthNotKnown: (subscription) => `${subscription}: nicht bekannt`,
    billsByUse: (items, count) =>
      `${items} ${count === 1 ? 'wird' : 'werden'} nach Verbrauch berechnet: nicht bekannt`,
    priceNotKnown: (items) => `${items}: Preis nicht bekannt`,
    counted(kind, count) {
      const [one, many] = COUNTED[kind];
      return `${count} ${count === 1 ? one : many}`;
    },
    comma: ', ',
    semicolon: '; ',
    nothing: 'nichts zu bezahlen',
    decimalPoint: ',',
  }),
  milestone({ kind, examCode, time }) {
    const titles: Readonly<Record<MilestoneKind, string>> = {
      'general-availability': `${examCode} ist ab diesem Tag allgemein verfügbar`,
      'book-by': `${examCode} buchen`,
      'reschedule-by': `Letzter Tag zum Umbuchen von ${examCode}`,
      'id-check': 'Ausweis, Systemtest und Weg prüfen',
      exam: `Prüfung ${examCode}${time === null ? '' : ` um ${time}`}`,
      retake: 'Frühester Tag für einen zweiten Versuch',
      'renewal-opens': `Verlängerung von ${examCode} wird möglich, wenn du am Prüfungstag bestehst`,
      'last-exam-day': `Letzter Tag, an dem ${examCode} abgelegt werden kann`,
    };
    return titles[kind];
  },
};
