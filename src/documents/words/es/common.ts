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
  docs: ['documento', 'documentos'],
  course: ['curso', 'cursos'],
  video: ['vídeo', 'vídeos'],
  lab: ['laboratorio', 'laboratorios'],
  'practice-questions': ['serie de preguntas de práctica', 'series de preguntas de práctica'],
  'practice-exam': ['examen de práctica', 'exámenes de práctica'],
  project: ['proyecto', 'proyectos'],
  bridge: ['puente', 'puentes'],
  review: ['repaso', 'repasos'],
  'exam-review': ['corrección', 'correcciones'],
  logistics: ['gestión', 'gestiones'],
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
    planned: 'prevista',
    done: 'hecha',
    skipped: 'omitida',
    missed: 'perdida',
  },
  week: (number) => `Semana ${number}`,
  partOf: (part, of) => `${part} de ${of}`,
  studyPlan: (examCode) => `Plan de estudio ${examCode}`,
  felt: { again: 'por repetir', hard: 'difícil', good: 'bien', easy: 'fácil' },
  examSources: { given: 'elegido', suggested: 'sugerido' },
  costs: costWordsWith({
    subscription: (name, examCode) => (examCode === undefined ? name : `${name} para ${examCode}`),
    exam: (usd) => `examen ${usd}`,
    month: (subscription, usd) => `un mes de ${subscription} ${usd}`,
    material: (usd) => `material ${usd}`,
    sum: (usd, parts, isLeast) => `${isLeast ? 'unos ' : ''}${usd} USD: ${parts}`,
    examNotKnown: 'precio del examen: se desconoce',
    monthNotKnown: (subscription) => `${subscription}: se desconoce`,
    billsByUse: (items, count) =>
      `${items} ${count === 1 ? 'se cobra' : 'se cobran'} por uso: se desconoce`,
    priceNotKnown: (items) => `${items}: precio desconocido`,
    counted(kind, count) {
      const [one, many] = COUNTED[kind];
      return `${count} ${count === 1 ? one : many}`;
    },
    comma: ', ',
    semicolon: '; ',
    nothing: 'nada que pagar',
    decimalPoint: ',',
  }),
  milestone({ kind, examCode, time }) {
    const titles: Readonly<Record<MilestoneKind, string>> = {
      'general-availability': `${examCode} está disponible para todos desde este día`,
      'book-by': `Reserva el examen ${examCode}`,
      'reschedule-by': `Último día para reprogramar ${examCode}`,
      'id-check': 'Revisa documento, equipo y ruta al centro',
      exam: `Examen ${examCode}${time === null ? '' : ` a las ${time}`}`,
      retake: 'Primer día para un segundo intento',
      'renewal-opens': `Se abre la renovación de ${examCode}, si apruebas el día del examen`,
      'last-exam-day': `Último día para presentarse a ${examCode}`,
    };
    return titles[kind];
  },
};
