import type { PdfWords } from '../../en/pdf.ts';

export const calendar: PdfWords['calendar'] = {
  title: 'Calendario',
  week: 'Semana',
  off: 'libre',
  minutes: (minutes) => `${minutes}′`,
  more: (sessions, hours) => `+ ${sessions} más, ${hours}`,
};

export const weeks: PdfWords['weeks'] = {
  title: 'Listas semanales',
  intro: (zone) =>
    `Horas en ${zone}. El número delante de un título es el que escribes: certplan done 14. Los títulos son enlaces; si una línea acaba en …, el resto está tras el enlace.`,
  week: (place, of) => `Semana ${place} de ${of}`,
  bookmark: (place, of, days) => `Semana ${place} de ${of}: ${days}`,
  continued: '(continuación)',
  noSession: 'sin sesiones',
  figures: 'La semana en cifras',
  planned: (hours, sessions) =>
    `previsto ${hours} en ${sessions} ${sessions === 1 ? 'sesión' : 'sesiones'}`,
  real: 'real ______ h ______ min',
  done: 'hecho ______',
  minutesPlanned: (minutes) => `${minutes} min previstos`,
  pinned: 'fija',
  minutesReal: (minutes, day) => `${minutes} min reales, ${day}`,
  minutesToWrite: 'min reales',
  notes: 'notas',
  part: (part, of, label) => `parte ${part} de ${of}${label === null ? '' : `: ${label}`}`,
  first: (text) => `primero: ${text}`,
  tearDown: (steps) => `al final, limpieza: ${steps.join('; ')}`,
  tearDownPart:
    'al final, eliminar todo lo que la parte siguiente no necesite (lista: página «Laboratorios sin sustos»)',
  moreQuestions: (questions) => `y ${questions} más: certplan show`,
};

export const scores: PdfWords['scores'] = {
  title: 'Resultados de los exámenes de práctica',
  intro:
    'Anota a mano el porcentaje de aciertos en cada dominio. Después, certplan score NÚMERO PORCENTAJE --domain d1=70,d2=55 y certplan replan: los dominios flojos reciben más de las horas que quedan.',
  date: 'Fecha',
  exam: 'Examen de práctica',
  total: 'Total',
  domain: (title, weight) => `${title}, ${weight} % del examen`,
  note: (facts) =>
    `El examen real: ${facts}. Los proveedores escalan sus puntuaciones, así que un porcentaje es solo una estimación; un 80 % en un examen que no has visto antes es buena señal.`,
  wrongOptions: 'Por qué son incorrectas las opciones incorrectas',
  question: 'Pregunta o tema',
  whyWrong: 'Por qué cada opción incorrecta lo es',
  again: 'Volver a estudiar',
};
