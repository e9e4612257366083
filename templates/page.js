// Runs in the browser when the page stands. It adds to the page and fetches nothing; without it all sessions
// are shown and boxes can be ticked for the visit.
(() => {
  const { plan, name, zone } = document.body.dataset;
  const words = JSON.parse(document.body.dataset.words);
  const { lang } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const key = `certplan ${plan}`;
  const byId = (id) => document.getElementById(id);
  /** Every session: what is filtered by, its element, its words. */
  const rows = [...document.querySelectorAll('li[data-session]')].map((item) => ({
    item,
    number: item.dataset.session,
    status: item.dataset.status,
    kind: item.dataset.kind,
    domain: item.dataset.domain,
    date: item.closest('.day').dataset.date,
    week: item.closest('section').id,
    title: item.querySelector('.title').textContent,
    language: item.querySelector('.title').lang,
    times: item.querySelector('time').textContent,
  }));
  const weeks = [...document.querySelectorAll('section[data-monday]')];

  /** YYYY-MM-DD of now in the zone of the plan; a browser that does not know the zone takes its own. */
  function today() {
    const format = (timeZone) =>
      new Intl.DateTimeFormat('en-CA', {
        ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
      }).formatToParts(new Date());
    let parts;
    try {
      parts = format(zone);
    } catch {
      parts = format(undefined);
    }
    const part = (type) => parts.find((one) => one.type === type).value;
    return `${part('year')}-${part('month')}-${part('day')}`;
  }

  /** Days from one date to another. */
  const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

  /** A text of the page's language in pieces: `{name}` gives way to its value, which may be an element. */
  function pieces(text, values) {
    const own = words[text];
    const pattern = typeof own === 'string' ? own : (own[plural.select(values.count)] ?? own.other);
    return pattern
      .split(/\{(\w+)\}/)
      .flatMap((piece, index) => (index % 2 === 1 ? values[piece] : piece));
  }

  const say = (text, values = {}) => pieces(text, values).join('');

  // Ticks: by number of the session the day on which it was ticked. What is done
  // or skipped in the plan itself cannot be changed here.
  let ticks = {};
  let isKept = true;

  /** What the browser keeps; null where it keeps nothing, as in private windows. */
  function readTicks() {
    try {
      const stored = JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
      return Object.fromEntries(
        Object.entries(stored).filter(([, day]) => /^\d{4}-\d{2}-\d{2}$/.test(day)),
      );
    } catch {
      return null;
    }
  }

  function setTick(number, checked) {
    // Read anew: another tab may have written meanwhile.
    ticks = readTicks() ?? ticks;
    if (checked) ticks[number] = today();
    else delete ticks[number];
    try {
      localStorage.setItem(key, JSON.stringify(ticks));
    } catch {
      isKept = false;
    }
    showTicks();
  }

  const isSettled = ({ status }) => status === 'done' || status === 'skipped';
  const isTicked = (row) => !isSettled(row) && row.number in ticks;
  const isDone = (row) => row.status === 'done' || isTicked(row);
  const isOpen = (row) => !isSettled(row) && !isTicked(row);

  function showTicks() {
    for (const box of document.querySelectorAll('input[data-box]:not(:disabled)')) {
      box.checked = box.dataset.box in ticks;
    }
    const done = rows.filter(isDone).length;
    byId('progress').value = done;
    byId('done').textContent = say('done', { done, all: rows.length });
    showLate();
    showExport();
  }

  // Today.
  let shownDay = '';

  /** A row once more, for the top of the page, with names of its own. */
  function copyOf({ item }) {
    const copy = item.cloneNode(true);
    copy.hidden = false;
    for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.id += '-today';
    for (const label of copy.querySelectorAll('label')) label.htmlFor += '-today';
    return copy;
  }

  /** @param language of the text, where it is another one than the page's */
  function linkTo(row, text, language = '') {
    const link = document.createElement('a');
    link.href = `#${row.item.id}`;
    link.textContent = text;
    if (language) link.lang = language;
    return link;
  }

  /** English without a region has the day before the month, and no comma. */
  function dayName(date) {
    const isPlain = lang === 'en';
    const day = new Intl.DateTimeFormat(isPlain ? 'en-GB' : lang, {
      ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
    }).format(new Date(date));
    return isPlain ? day.replace(',', '') : day;
  }

  function whatIsNext(now) {
    const next = rows.find((row) => row.date > now && isOpen(row));
    if (!next) return pieces('nothingToCome', {});
    const when = `${dayName(next.date)}, ${next.times}`;
    return pieces('next', { title: linkTo(next, next.title, next.language), when });
  }

  function showToday() {
    const now = today();
    if (now === shownDay) return;
    shownDay = now;
    const own = rows.filter((row) => row.date === now);
    byId('today-name').textContent = dayName(now);
    byId('today-list').replaceChildren(...own.map(copyOf));
    const rest = byId('today-rest');
    rest.hidden = own.length > 0;
    rest.replaceChildren(...(own.length > 0 ? [] : whatIsNext(now)));
    const week = weeks.find(({ dataset }) => {
      const days = daysBetween(dataset.monday, now);
      return days >= 0 && days < 7;
    });
    byId('this-week').hidden = !week;
    if (week) byId('this-week-link').href = `#${week.id}`;
    for (const time of document.querySelectorAll('[data-until]')) {
      const days = daysBetween(now, time.dataset.until);
      time.textContent = days > 0 ? say('inDays', { count: days }) : days === 0 ? say('today') : '';
    }
    showLate();
    byId('today').hidden = false;
  }

  /** Sessions of earlier days that are open; the first ones as links. */
  function showLate() {
    const late = rows.filter((row) => row.date < shownDay && isOpen(row));
    byId('late').hidden = late.length === 0;
    const shown = late.slice(0, 8).flatMap((row) => [', ', linkTo(row, row.number)]);
    const more = late.length - 8;
    const values = { count: late.length, list: shown.slice(1), more };
    byId('late-list').replaceChildren(...pieces(more > 0 ? 'lateAndMore' : 'late', values));
  }

  // The filter.
  const filters = ['week', 'domain', 'kind'].map((field) => [field, byId(`filter-${field}`)]);
  const onlyOpen = byId('filter-open');

  function offerWeeks() {
    for (const week of weeks) {
      const values = {
        week: week.querySelector('.name').textContent,
        day: dayName(week.dataset.monday),
      };
      byId('filter-week').add(new Option(say('weekFrom', values), week.id));
    }
  }

  function applyFilter() {
    for (const row of rows) {
      row.item.hidden =
        filters.some(([field, { value }]) => value !== '' && row[field] !== value) ||
        (onlyOpen.checked && !isOpen(row));
    }
    for (const group of [...document.querySelectorAll('.day'), ...weeks]) {
      group.hidden = !group.querySelector('li[data-session]:not([hidden])');
    }
    const shown = rows.filter(({ item }) => !item.hidden).length;
    const text = shown === rows.length ? 'allShown' : 'someShown';
    byId('shown').textContent = say(text, { shown, count: rows.length });
  }

  function resetFilter() {
    for (const [, select] of filters) select.value = '';
    onlyOpen.checked = false;
    applyFilter();
  }

  // What `certplan import` reads: a checklist of the ticks made here, each with its day.
  function checklist() {
    const lines = rows.filter(isTicked).map((row) => {
      const title = row.title.replace(/[\\`*_{}[\]<>&|~#!]/g, '\\$&');
      return `- [x] **${row.number}** <!-- done ${ticks[row.number]} --> ${title}`;
    });
    const heading = `# ${say('ticksOf', { name })}`;
    return [`<!-- certplan ${plan} -->`, heading, '', ...lines, ''].join('\n');
  }

  function showExport() {
    const amount = rows.filter(isTicked).length;
    byId('kept').textContent = say(isKept ? 'kept' : 'notKept', { count: amount });
    byId('save').disabled = amount === 0;
    byId('copy').disabled = amount === 0;
    byId('ticks-text').value = amount === 0 ? '' : checklist();
  }

  function save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([checklist()], { type: 'text/markdown' }));
    link.download = `${name}.ticks.md`;
    link.click();
    // Not at once: some browsers begin to read it later.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell('saved', { file: link.download });
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(checklist());
      tell('copied');
    } catch {
      byId('ticks-details').open = true;
      byId('ticks-text').select();
      tell('copyBelow');
    }
  }

  const tell = (text, values) => {
    byId('export-said').textContent = say(text, values);
  };

  document.addEventListener('change', ({ target }) => {
    if (target.dataset.box) setTick(target.dataset.box, target.checked);
  });
  for (const element of [...filters.map(([, select]) => select), onlyOpen]) {
    element.addEventListener('change', applyFilter);
  }
  byId('filter-reset').addEventListener('click', resetFilter);
  byId('save').addEventListener('click', save);
  byId('copy').addEventListener('click', copy);
  // A link to a session that the filter hides shows everything again.
  window.addEventListener('hashchange', () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest('[hidden]')) return;
    resetFilter();
    target.scrollIntoView();
  });
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    ticks = readTicks() ?? ticks;
    showTicks();
  });
  // A page that was left open overnight.
  document.addEventListener('visibilitychange', showToday);

  const stored = readTicks();
  isKept = stored !== null;
  ticks = stored ?? {};
  for (const element of document.querySelectorAll('[data-scripted]')) element.hidden = false;
  offerWeeks();
  showToday();
  showTicks();
  applyFilter();
})();
