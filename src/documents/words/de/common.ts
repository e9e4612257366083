import { type DurationSigns, hoursWith, roundHoursWith } from '../durations.ts';
import type { CommonWords } from '../en/common.ts';
import { milestoneWith } from '../milestones.ts';

const signs: DurationSigns = {
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  gap: ' ',
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
  milestone: milestoneWith({
    'general-availability': (code) => `${code} ist ab diesem Tag allgemein verfügbar`,
    'book-by': (code) => `Prüfung ${code} buchen`,
    'reschedule-by': (code) => `Letzter Tag zum Umbuchen von ${code}`,
    'id-check': () => 'Ausweis, Systemtest und Weg prüfen',
    exam: (code, time) => `Prüfung ${code}${time === null ? '' : ` um ${time} Uhr`}`,
    retake: () => 'Frühester Tag für einen zweiten Versuch',
    'renewal-opens': (code) =>
      `Verlängerung von ${code} wird möglich, wenn du am Prüfungstag bestehst`,
    'last-exam-day': (code) => `Letzter Tag, an dem ${code} abgelegt werden kann`,
  }),
};
