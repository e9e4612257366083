import type { PdfWords } from '../../en/pdf.ts';

export const labs: PdfWords['labs'] = {
  title: 'Laboratorios sin sustos',
  intro: (cloud) =>
    `Lo que se deja en marcha en ${cloud} cuesta dinero cada hora. Elimínalo en la misma sesión, mientras aún recuerdas lo que creaste.`,
  before: 'Antes del primer laboratorio',
  openAccount: (cloud, session) =>
    `Abre tu propia cuenta de ${cloud}${session === null ? '' : ` (sesión ${session.number}, ${session.day})`}; activa la autenticación multifactor de su titular.`,
  rules: [
    'Pon una alerta de presupuesto en la suma que puedes permitirte perder. La alerta te avisa; no detiene nada.',
    'Trabaja en una sola región y anótala: lo que no se ve, no se borra.',
    'Etiqueta o nombra todo lo que crees con una misma palabra, para poder encontrarlo después.',
    'Al día siguiente de un laboratorio, mira una vez la página de costes.',
  ],
  costs: 'Lo que puede costar',
  nothingKnown: 'De nada en este plan se conoce el precio por adelantado.',
  known: (sum, prices) =>
    `Los precios conocidos, en dólares estadounidenses, suman unos ${sum}: ${prices.join('; ')}.`,
  month: (name, price, items) =>
    `un mes de ${name} ${price}${items > 1 ? `, para ${items} elementos` : ''}`,
  monthNotKnown: (name) => `${name}: hace falta un mes; no se conoce su precio.`,
  notPublished: (open, all) =>
    `Para ${open} de ${all} laboratorios y proyectos no hay importe publicado; mira abajo qué se cobra por horas.`,
  examItself: (price) => `El examen en sí: ${price}, más impuestos.`,
  tearDown: 'Limpieza, laboratorio por laboratorio',
  nothingRuns: 'En este plan ningún laboratorio deja nada en marcha.',
  session: (number) => `sesión ${number}`,
  sessions: (numbers) => `sesiones ${numbers.join(', ')}`,
  sessionRange: (first, last) => `sesiones ${first} a ${last}`,
  days: (from, to) => `${from} – ${to}`,
  noPrice: 'sin precio publicado',
  free: 'gratis',
  about: (price) => `unos ${price}`,
  billing: 'Se sigue cobrando hasta entonces: ',
};

export const resources: PdfWords['resources'] = {
  title: 'Índice de recursos',
  intro:
    'Cada fuente una sola vez, en el orden en que el plan llega a ella. Los números son sus sesiones.',
  bridges: 'Puentes: lo que el examen da por sabido',
  wholeExam: 'Para todo el examen',
};

export const notes: PdfWords['notes'] = {
  title: 'Notas y fuentes',
  intro: (checked) =>
    `Datos del examen comprobados el ${checked}. Los proveedores los cambian: mira la página oficial antes de reservar.`,
  exam: 'El examen',
  retake: (rules) => `Repetir el examen: ${rules}`,
  renewal: (rules) => `Renovación: ${rules}`,
  material: 'El material',
  sources: 'Fuentes',
  missing:
    'Algunos caracteres no están en los tipos de letra de este documento: [no font] sustituye letras y □, otros signos. Para chino, japonés y coreano instala un tipo de letra como Noto Sans CJK y vuelve a crear el PDF. El archivo de calendario y la lista de tareas los tienen todos.',
};

export const frame: PdfWords['frame'] = {
  keyColumn: 96,
  foot: (revision, printed) => `certplan · revisión ${revision} · ${printed}`,
  documentTitle: (name, examCode) => `${name} (${examCode}): plan de estudio`,
  subject: (plan, owner) => `Plan de estudio ${plan}${owner === null ? '' : `, para ${owner}`}`,
};
