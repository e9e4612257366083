import { dollarsWith } from '../../../../workload/costs.ts';
import type { PdfWords } from '../../en/pdf.ts';

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

const dollars = dollarsWith(',');

export const cover: PdfWords['cover'] = {
  title: 'Tu plan',
  kicker: 'PLAN DE ESTUDIO',
  forOwner: { before: 'para ', after: '' },
  planName: (name) => `plan «${name}»`,
  levels: {
    foundational: 'nivel básico',
    associate: 'nivel asociado',
    professional: 'nivel profesional',
    specialty: 'especialidad',
  },
  examMinutes: (minutes) => `${minutes} minutos`,
  examQuestions: (number) => `${number} preguntas`,
  passAt: (score, of) => `se aprueba con ${score}${of === null ? '' : ` de ${of}`}`,
  price: (usd) => `${dollars(usd)} USD`,
  costs: (text) => `Costes: ${text}`,
  verdicts: { fits: 'Cabe', tight: 'Justo', 'does-not-fit': 'No cabe' },
  weeks: (weeks, from) =>
    `${count(weeks, 'semana', 'semanas')}${from === null ? '' : ` desde el ${from}`}`,
  needed: 'de estudio necesarias',
  offered: 'disponibles en tus franjas',
  cushion: 'de margen',
  noExamDay: 'Sin día de examen: el plan termina con un examen de práctica y su corrección.',
  examIsGone: (examCode, lastDay) =>
    `Sin día de examen: ${examCode} se pudo hacer por última vez el ${lastDay}. El plan termina con un examen de práctica y su corrección.`,
  examOn: (date, time) => `Examen: ${date}${time === null ? '' : ` a las ${time}`}`,
  countdown: (isSuggested, days, today) => {
    const left =
      days > 1
        ? `${days} días desde el ${today}`
        : days === 1
          ? 'mañana'
          : days === 0
            ? 'hoy'
            : 'ya pasó';
    return `${isSuggested ? ' (sugerido)' : ''}  ·  ${left}`;
  },
  keyDates: 'Fechas clave',
  suggested: (milestone) => `${milestone} (sugerido)`,
  firstSession: 'Primera sesión',
  lastSession: 'Última sesión',
  yourWeek: 'Tu semana',
  atMost: (hours) => `como máximo ${hours} por semana`,
  moreWindows: (windows) => `y ${count(windows, 'franja más', 'franjas más')}`,
  timesIn: (zone) => `Horas en ${zone}`,
  depths: { essential: 'esencial', standard: 'estándar', thorough: 'a fondo' },
  sittings: (hours, depth) => `Hasta ${hours} seguidas · alcance: ${depth}`,
  daysOff: (days) => count(days, 'día libre', 'días libres'),
  goodToKnow: 'Conviene saber',
  cuts: (items, weight) =>
    `Recortado para que quepa: ${count(items, 'elemento', 'elementos')}; alrededor del ${weight.toFixed(0)} % del peso del examen queda poco cubierto. La lista está en la página siguiente.`,
};

export const madeForYou: PdfWords['madeForYou'] = {
  heading: 'Cómo se ha adaptado este plan a ti',
  nothing: 'Tienes todo lo que pide este examen: no se ha añadido nada.',
  foundations: (added, steps) => ({
    lead: `base de ML más débil: ${added}`,
    rest: steps.length === 0 ? 'por una lectura más lenta' : `(${steps.join(', ')})`,
  }),
  bridges: (added, pieces, steps, areOthers) => ({
    lead: `${areOthers ? 'otros puentes' : 'puentes'}: ${added}`,
    rest: `en ${count(pieces, 'parte', 'partes')} (${steps.join(', ')})`,
  }),
  shortChecks: (because, items, noun, saved) => ({
    lead: `${because ?? 'otras cosas que ya sabes'}:`,
    rest: `${noun === 'reading' ? count(items, 'lectura', 'lecturas') : count(items, 'elemento', 'elementos')} ${items === 1 ? 'queda en una comprobación breve' : 'quedan en comprobaciones breves'}: ${saved}`,
  }),
  carried: (saved, items, plan) => ({
    lead: `ya hecho: ${saved}`,
    rest: `${count(items, 'elemento completado', 'elementos completados')} en el plan ${plan}`,
  }),
  pace: (change, isSlower) => ({
    lead: `tu ritmo: ${change}`,
    rest: isSlower
      ? 'respecto a los tiempos publicados: donde te falta base, las lecturas y los laboratorios llevan más tiempo'
      : 'respecto a los tiempos publicados: donde tienes mucha base, las lecturas y los laboratorios van más rápido',
  }),
  notGiven: (skills, example) => ({
    lead: 'no indicado, por eso deducido:',
    rest: `${skills
      .map(
        ({ skill, level, source }) =>
          `${skill} ${level}${source === 'assumed' ? ' (supuesto)' : ''}`,
      )
      .join(', ')}. Si no es así, cámbialo: ${example}`,
  }),
};
