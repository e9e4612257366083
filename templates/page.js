// Runs in the browser when the page stands. It adds to the page and fetches nothing; without it all sessions
// are shown and boxes can be ticked for the visit.
(() => {
  const { plan, name, zone } = document.body.dataset;
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

  const count = (amount, word) => `${amount} ${word}${amount === 1 ? '' : 's'}`;

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
    byId('done').textContent = String(done);
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

  function linkTo(row, text) {
    const link = document.createElement('a');
    link.href = `#${row.item.id}`;
    link.textContent = text;
    return link;
  }

  const dayName = (date) =>
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
    })
      .format(new Date(date))
      .replace(',', '');

  function whatIsNext(now) {
    const next = rows.find((row) => row.date > now && isOpen(row));
    if (!next) return ['No session today, and none to come.'];
    const when = `${dayName(next.date)}, ${next.times}`;
    return ['No session today. Next: ', linkTo(next, next.title), ` (${when}).`];
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
      time.textContent = days > 0 ? `in ${count(days, 'day')}` : days === 0 ? 'today' : '';
    }
    showLate();
    byId('today').hidden = false;
  }

  /** Sessions of earlier days that are open; the first ones as links. */
  function showLate() {
    const late = rows.filter((row) => row.date < shownDay && isOpen(row));
    byId('late').hidden = late.length === 0;
    const shown = late.slice(0, 8).flatMap((row) => [', ', linkTo(row, row.number)]);
    const more = late.length > 8 ? ` and ${late.length - 8} more` : '';
    byId('late-list').replaceChildren(
      `${count(late.length, 'session')} of earlier days ${late.length === 1 ? 'is' : 'are'} open: `,
      ...shown.slice(1),
      more,
    );
  }

  // The filter.
  const filters = ['week', 'domain', 'kind'].map((field) => [field, byId(`filter-${field}`)]);
  const onlyOpen = byId('filter-open');

  function offerWeeks() {
    for (const week of weeks) {
      const name = week.querySelector('.name').textContent;
      const from = dayName(week.dataset.monday);
      byId('filter-week').add(new Option(`${name}, from ${from}`, week.id));
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
    byId('shown').textContent =
      shown === rows.length
        ? `All ${count(shown, 'session')} shown`
        : `${shown} of ${count(rows.length, 'session')} shown`;
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
    return [`<!-- certplan ${plan} -->`, `# Ticks of ${name}`, '', ...lines, ''].join('\n');
  }

  function showExport() {
    const amount = rows.filter(isTicked).length;
    byId('kept').textContent = isKept
      ? `${count(amount, 'tick')} kept in this browser.`
      : `${count(amount, 'tick')}. This browser keeps none of them: save them before you leave.`;
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
    say(`Saved as ${link.download}`);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(checklist());
      say('Copied');
    } catch {
      byId('ticks-details').open = true;
      byId('ticks-text').select();
      say('Selected below: copy it from there');
    }
  }

  const say = (text) => {
    byId('export-said').textContent = text;
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
