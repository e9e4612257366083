import type { EventsWords } from '../en/events.ts';

export const events: EventsWords = {
  labels: {
    exam: 'Examen',
    study: 'Estudio',
    verdict: 'Veredicto',
    costs: 'Costes',
    times: 'Zona horaria',
    keyDates: 'Fechas clave',
    note: 'Nota',
    behind: '¿Vas con retraso? `certplan replan` da un nuevo hueco a las sesiones perdidas',
    markAsDone:
      'Marca una sesión como DONE y después `certplan import FILE.org`; ¿vas con retraso? `certplan replan`',
    domain: 'Dominio',
    tasks: 'Tareas',
    whyHere: 'Por qué aquí',
    tearDown: 'Limpieza al final',
    billsUntilThen: 'Se cobra hasta entonces',
    checkYourself: 'Ponte a prueba',
  },
  firstActions: {
    docs: 'Abre la página y escribe en una línea qué esperas que diga',
    course: 'Abre el módulo y empieza la primera lección',
    video: 'Abre el vídeo y prevé una pausa tras los primeros diez minutos',
    lab: 'Abre las instrucciones y comprueba que estás en la cuenta y la región correctas',
    'practice-questions': 'Aparta tus apuntes y responde por escrito a la primera pregunta',
    'practice-exam': 'Apaga el teléfono, pon un temporizador y empieza por la primera pregunta',
    project: 'Abre el repositorio y escribe con qué debe terminar esta parte',
    bridge: 'Escribe lo que ya sabes del tema y luego abre el material',
    review: 'Responde de memoria a la primera pregunta antes de consultar nada',
    'exam-review':
      'Toma la primera respuesta incorrecta y di por qué es incorrecta cada opción equivocada',
    logistics: 'Abre la página y da el primer paso',
  },
  goOn: (session) => `Sigue donde terminó la sesión ${session}; lee antes tus últimos apuntes`,
  after(named, left) {
    const others = named.slice(0, -1);
    const list = `${others.join(', ')}${others.length === 0 ? '' : ' y '}${named.at(-1) ?? ''}`;
    const before = left === 1 ? 'y 1 anterior' : `y ${left} anteriores`;
    return left === 0 ? `después de ${list}` : `después de ${list} (${before})`;
  },
  minutes: (minutes) => `${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}`,
  part: (part) => `parte ${part}`,
  aboutDollars: (usd) => `unos ${usd} USD`,
  withSubscription: (name, usd) => `con ${name}, ${usd} USD al mes`,
  study: (needed, weekly, from, to) =>
    from === null || to === null
      ? `${needed}, ${weekly} por semana`
      : `${needed}, ${weekly} por semana, del ${from} al ${to}`,
  cushion: (hours) => `margen ${hours}`,
  tickThen: (imports, done) =>
    `Marca una casilla al terminar la sesión y después \`${imports}\`; o escribe \`${done}\``,
  weekSpan: (monday, sunday, dates) => `del ${dates.day(monday)} al ${dates.dayAndYear(sunday)}`,
  minutesAt: (minutes, time) => `${minutes} min a las ${time}`,
  moreQuestions: (count, command) => `${count} más: ${command}`,
  done: 'Hecha',
  doneOn: (day, minutes, felt) =>
    `Hecha el ${day}, ${minutes} min${felt === null ? '' : `, sensación: ${felt}`}`,
  skipped: 'Omitida',
  skippedBecause: (why) => `Omitida: ${why}`,
  skippedTitle: (title) => `Omitida: ${title}`,
  cancelledTitle: (title) => `Cancelado: ${title}`,
  noLongerPlanned: 'Ya no está en el plan',
  examTitle: (examCode) => `Examen ${examCode}`,
  examPlace: 'Centro de examen o en línea, según tu reserva',
  haveIdReady:
    'Ten a mano tu documento de identidad y llega (o conéctate) con 30 minutos de antelación.',
  suggestedDay: (minutes, command) =>
    `${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}; este día es una sugerencia: resérvalo o elige otro con ${command}`,
  lookItUpIn: 'Consúltalo en',
  askedIn: (sessions) => `Se pregunta en ${sessions}`,
};
