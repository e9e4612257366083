import type { PdfWords } from '../../en/pdf.ts';

export const details: PdfWords['details'] = {
  title: 'Adaptado a ti, en detalle',
  skills: 'Tus conocimientos y los puentes hasta lo que pide el examen',
  skill: 'Conocimiento',
  you: 'Tú',
  knownFrom: 'Origen',
  asked: 'Pide el examen',
  bridges: 'Puentes',
  timeAdded: 'Tiempo añadido',
  sources: { given: 'tú', inferred: 'deducido', assumed: 'supuesto' },
  levels: ['nada', 'nociones', 'básico', 'con soltura', 'experto'],
  levelsNote: (example) =>
    `Niveles: 0 nada, 1 nociones, 2 básico, 3 con soltura, 4 experto. Lo deducido o supuesto se puede corregir: crea el plan de nuevo, por ejemplo con ${example}.`,
  known: 'Lo que ya sabes: comprobaciones breves en su lugar',
  item: 'Elemento',
  because: 'Motivo',
  timeSaved: 'Ahorro',
  leftOut: 'Recortado',
  leftOutNote:
    'Se recorta para que el plan quepa; el peso es la parte del examen que queda sin cubrir.',
  why: 'Motivo',
  time: 'Tiempo',
  weight: 'Peso',
  percent: (weight) => `${weight.toFixed(1).replace('.', ',')} %`,
  more: (rows) => `y ${rows} más`,
};

export const overview: PdfWords['overview'] = {
  title: 'Vista general',
  timeline: 'Dominio por dominio',
  bridges: 'Puentes',
  projects: 'Proyectos, exámenes de práctica',
  timelineNote: (most) =>
    `Relleno: se aprende algo nuevo. Contorno: repasos, preguntas de práctica y exámenes de práctica. La barra más alta equivale a ${most} en una semana.`,
  timelineAlt: (rows) =>
    `Línea de tiempo. ${rows.map(({ name, from, to }) => `${name}: del ${from} al ${to}`).join('; ')}.`,
  hours: 'Horas por semana, según el tipo',
  axisHours: (hours) => `${String(hours).replace('.', ',')} h`,
  hoursNote: (limit) =>
    `Línea discontinua: tu límite de ${limit} por semana. Un clic en una barra abre su semana.`,
  hoursAlt: (weeks, least, most, limit) =>
    `Horas de estudio en cada una de ${weeks} semanas, de ${least} a ${most} por semana; la línea discontinua es tu límite de ${limit}.`,
  exam: 'examen',
  weights: 'Peso en el examen y horas previstas',
  shareOfExam: (percent) => `${percent} % del examen`,
  shareOfHours: (percent, hours) => `${percent} % de las horas, ${hours}`,
  weightsNote: (rest) =>
    `Las horas de los dominios son el 100 %. Aparte quedan ${rest} que no son de un solo dominio: puentes, exámenes de práctica con su corrección y gestiones.`,
  recall: 'Retención esperada',
  percent: (percent) => `${percent} %`,
  overPercent: (percent) => `más del ${percent} %`,
  recallAlt: (end, without, hasExam) =>
    `Retención esperada de los temas del examen según su peso, desde 0 hasta ${end} ${hasExam ? 'el día del examen' : 'al final'}; sin los repasos sería ${without}.`,
  recallAtEnd: (end, hasExam) => `${end} ${hasExam ? 'el día del examen' : 'al final'}`,
  recallNote: (without) =>
    `; línea discontinua: sin los repasos, ${without}. Una memoria media (FSRS-6), con todos los repasos logrados: muestra lo que aportan los repasos, no promete nada. Tus resultados dicen más.`,
};
