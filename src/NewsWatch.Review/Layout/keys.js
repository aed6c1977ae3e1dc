"use strict";
// Says on <html> who takes the keys: the "page", a "dialog" over it, or nobody while the page is "leaving". It comes last, when all else listens.
(() => {
  const root = document.documentElement;
  const tell = () => { root.dataset.keys = document.querySelector("dialog[open]") ? "dialog" : "page"; };
  const dialogs = new MutationObserver(tell);
  for (const dialog of document.querySelectorAll("dialog")) dialogs.observe(dialog, { attributeFilter: ["open"] });
  document.addEventListener("submit", event => {
    if (!event.defaultPrevented && event.target.getAttribute("method") !== "dialog") root.dataset.keys = "leaving";
  });
  // A page that the browser kept may be come back to.
  addEventListener("pageshow", tell);
  tell();
})();
