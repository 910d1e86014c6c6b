// Keys of the workspace. They only press what is on the page: every page works without them.
"use strict";
(() => {
  const typing = (node) => node.closest("input:not([type=checkbox],[type=radio]),select,textarea,[contenteditable]");
  const go = { t: "today", r: "records", c: "check", p: "publish" };
  let led = false;
  let line = -1;
  // The lines of a list: j and k move, x marks, a digit says why.
  const onLine = (key) => {
    const lines = [...document.querySelectorAll("[data-line]")];
    if (!lines.length) return false;
    if (key === "j" || key === "k") {
      line = Math.min(Math.max(line + (key === "j" ? 1 : -1), 0), lines.length - 1);
      lines[line].focus();
      return true;
    }
    const mark = lines[Math.max(line, 0)];
    if (key === "x") {
      mark.click();
      mark.focus();
      return true;
    }
    const why = mark.checked && mark.closest("tr").nextElementSibling.querySelector("[list]");
    const reason = why && /^[1-9]$/.test(key) && why.list.options[key - 1];
    if (reason) why.value = reason.value;
    return Boolean(reason);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    if (document.documentElement.dataset.keys === "off") return;
    if (led && go[event.key]) {
      const link = document.querySelector(`.side nav a[href$="/w/${go[event.key]}"]`);
      if (link) link.click();
      led = false;
      return;
    }
    led = event.key === "g";
    if (onLine(event.key)) {
      event.preventDefault();
      return;
    }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input:not([type=checkbox],[type=radio]),select,textarea")) target.focus();
    else target.click();
  });
})();
