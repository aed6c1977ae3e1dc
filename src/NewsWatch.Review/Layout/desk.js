"use strict";
// Keys and small comforts. Nothing here is needed: every button and link works without it.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const list = document.querySelector("ol.inbox");
  const rows = list ? all("ol.inbox > li") : [];
  const help = document.getElementById("keys");
  const search = document.querySelector("input[type=search]");
  const link = row => row.querySelector("a.claim");
  const box = row => row.querySelector("input[name=article]");
  let current = null;

  // Times in the reader's own zone, UTC at hand.
  for (const time of all("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (time.dateTime.includes("T") && !isNaN(at))
      time.title = `${at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })} (${time.dateTime.replace("T", " ").slice(0, 16)} UTC)`;
  }

  for (const hidden of all("[data-script]")) hidden.hidden = false;

  const go = row => {
    if (!row) return;
    current?.classList.remove("current");
    current = row;
    row.classList.add("current");
    link(row).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  const step = by => go(rows[current ? Math.min(rows.length - 1, Math.max(0, rows.indexOf(current) + by)) : 0]);
  const ticked = () => rows.filter(row => box(row)?.checked);
  const tally = () => {
    const count = ticked().length;
    for (const place of all("[data-ticked]")) place.textContent = count ? `${count} ticked` : "";
    for (const row of rows) row.classList.toggle("ticked", !!box(row)?.checked);
  };

  for (const row of rows)
    row.addEventListener("focusin", () => {
      if (current === row) return;
      current?.classList.remove("current");
      current = row;
      row.classList.add("current");
    });
  // The reason is asked for on the spot, not on a page of its own.
  const why = document.getElementById("why");
  let asker = null;
  for (const reason of all("[data-reason]", why ?? undefined))
    reason.addEventListener("click", () => {
      const form = asker.form;
      form.elements.reason.value = reason.dataset.reason;
      why.close();
      form.requestSubmit(asker);
    });
  for (const form of all("form.desk")) {
    form.addEventListener("change", tally);
    form.addEventListener("click", event => {
      const button = event.target.closest("button[name=ask]");
      if (!button || !why || form.elements.reason.value) return;
      event.preventDefault();
      asker = button;
      why.showModal();
    });
    // After a decision the list goes on with the row that follows those decided on.
    form.addEventListener("submit", event => {
      const decided = event.submitter?.closest("ol.inbox > li") ?? ticked().at(-1);
      const next = rows.slice(rows.indexOf(decided) + 1).find(row => !box(row)?.checked);
      if (decided && next && form.elements.next) form.elements.next.value = link(next).id.slice(2);
    });
  }
  for (const every of all("input[data-all]"))
    every.addEventListener("change", () => {
      for (const row of rows) if (box(row)) box(row).checked = every.checked;
      tally();
    });
  for (const opener of all("[data-opens]"))
    opener.addEventListener("click", () => document.getElementById(opener.dataset.opens)?.showModal());

  // One menu open at a time; Escape closes it and gives the focus back.
  for (const menu of all("details.menu")) {
    menu.addEventListener("toggle", () => {
      if (menu.open) for (const other of all("details.menu[open]")) if (other !== menu) other.open = false;
    });
    menu.addEventListener("keydown", event => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
      event.stopPropagation();
    });
  }
  document.addEventListener("click", event => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => current && link(current).click(),
    x: () => {
      const tick = current && box(current);
      if (!tick) return;
      tick.checked = !tick.checked;
      tally();
    },
    c: () => (ticked().length ? document.querySelector("[data-confirm-ticked]") : current?.querySelector("button[name=confirm]"))?.click(),
    d: () => {
      if (ticked().length) return document.querySelector("select[name=reason]")?.focus();
      current?.querySelector("button[name=ask]")?.click();
    },
    u: () => document.querySelector("form.undo button")?.click(),
    "/": () => search?.focus(),
    "?": () => help?.showModal(),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.documentElement.dataset.keys !== "page") return;
    const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (typing) {
      if (event.key === "Escape") typing.blur();
      return;
    }
    const act = list || "u/?".includes(event.key) ? keys[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });

  tally();
  // The browser itself puts the focus on the link that the address names.
  if (list && location.hash.startsWith("#c-")) go(document.getElementById(location.hash.slice(1))?.closest("ol.inbox > li"));
})();
