// The site works without this. It shows times in the reader's zone, takes keys on an article's page, and lets a sentence be marked by selecting it.
(() => {
  'use strict';

  for (const time of document.querySelectorAll('time[data-shown]')) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const day = { day: 'numeric', month: 'short', year: 'numeric' };
    const options = time.dataset.shown === 'day' ? day : { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
    time.textContent = new Intl.DateTimeFormat('en-GB', options).format(at);
  }

  document.documentElement.classList.add('script');

  // What takes a while says so.
  for (const form of document.querySelectorAll('form[data-wait]')) {
    form.addEventListener('submit', () => {
      const button = form.querySelector('button');
      button.setAttribute('aria-busy', 'true');
      button.textContent = form.dataset.wait;
    });
  }

  const bench = document.querySelector('.bench');
  if (!bench) return;

  const open = (card, what) => {
    const control = card && card.querySelector(`[data-do="${what}"]`);
    if (!control) return;
    if (control.tagName !== 'SUMMARY') { control.focus(); control.click(); return; }
    const details = control.parentElement;
    details.open = true;
    const field = details.querySelector('input:not([type=hidden]), select, textarea');
    if (field) field.focus();
    details.scrollIntoView({ block: 'nearest' });
  };

  const cards = () => [...bench.querySelectorAll('[data-agreement]')];
  const card = () => document.activeElement.closest('[data-agreement]')
    || cards().find((one) => one.dataset.agreement === 'open') || cards()[0];
  const whole = () => bench.querySelector('.whole');

  const step = (by) => {
    const all = cards();
    if (all.length === 0) return;
    const now = document.activeElement.closest('[data-agreement]');
    const next = now ? all[Math.min(Math.max(all.indexOf(now) + by, 0), all.length - 1)] : all[0];
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    c: () => open(card(), 'confirm'),
    d: () => open(card(), 'dismiss'),
    e: () => open(card(), 'correct'),
    0: () => open(whole(), 'none'),
    a: () => open(whole(), 'add'),
    m: () => open(whole(), 'note'),
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.documentElement.dataset.keys !== 'page') return;
    const field = event.target.closest('input, select, textarea, [contenteditable]');
    if (event.key === 'Escape' && field) { field.blur(); return; }
    if (field) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); return; }
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
  });

  // A selection in the text proposes its sentence as the proof of an agreement that was missed.
  const text = bench.querySelector('[data-text]');
  const sentences = bench.querySelector('[data-sentences]');
  if (!text || !sentences) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'from-selection';
  button.textContent = 'Add the agreement this proves';
  button.hidden = true;
  document.body.append(button);

  const offset = (node, at) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
    if (!line || !text.contains(line)) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, at);
    return Number(line.dataset.start) + before.toString().length;
  };

  let chosen = null;
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    chosen = null;
    if (selection.rangeCount > 0 && !selection.isCollapsed) {
      const range = selection.getRangeAt(0);
      const start = offset(range.startContainer, range.startOffset);
      const end = offset(range.endContainer, range.endOffset);
      if (start !== null && end !== null && end > start) {
        chosen = { start, end, words: selection.toString().trim() };
        const box = range.getBoundingClientRect();
        button.style.top = `${window.scrollY + box.bottom + 6}px`;
        button.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - 260))}px`;
      }
    }
    button.hidden = chosen === null;
  });
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    if (!chosen) return;
    const option = new Option(chosen.words.slice(0, 110), `${chosen.start}-${chosen.end}`, true, true);
    sentences.add(option, 1);
    document.getSelection().removeAllRanges();
    open(whole(), 'add');
    bench.querySelector('#add select[name=type]').focus();
  });
})();
