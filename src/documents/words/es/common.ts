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
    docs: 'documentación',
    course: 'curso',
    video: 'vídeo',
    lab: 'laboratorio',
    'practice-questions': 'preguntas de práctica',
    'practice-exam': 'examen de práctica',
    project: 'proyecto',
    bridge: 'puente',
    review: 'repaso',
    'exam-review': 'corrección',
    logistics: 'gestiones',
  },
  hours: hoursWith(signs),
  roundHours: roundHoursWith(signs),
  minutes: signs.minutes,
  verdicts: { fits: 'cabe', tight: 'justo', 'does-not-fit': 'no cabe' },
  statuses: {
    planned: 'previsto',
    done: 'hecho',
    skipped: 'omitido',
    missed: 'perdido',
  },
  week: (number) => `Semana ${number}`,
  partOf: (part, of) => `${part} de ${of}`,
  milestone: milestoneWith({
    'general-availability': (code) => `${code}, disponible para todos`,
    'book-by': (code) => `Reserva el examen ${code}`,
    'reschedule-by': (code) => `Último día para cambiar la cita ${code}`,
    'id-check': () => 'Revisa documento, equipo y ruta al centro',
    exam: (code, time) => `Examen ${code}${time === null ? '' : ` a las ${time}`}`,
    retake: () => 'Primer día para un segundo intento',
    'renewal-opens': (code) => `Se abre la renovación de ${code}, si apruebas el día del examen`,
    'last-exam-day': (code) => `Último día para presentarse a ${code}`,
  }),
};
