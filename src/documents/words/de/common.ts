import { type DurationSigns, hoursWith, roundHoursWith } from '../durations.ts';
import type { CommonWords } from '../en/common.ts';

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
};
