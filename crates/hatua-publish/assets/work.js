// Keys of the workspace. They only press what is on the page: every page works without them.
"use strict";
(() => {
  const typing = (node) => node.closest("input,select,textarea,[contenteditable]");
  const go = { t: "today", r: "records", c: "check", p: "publish" };
  let led = false;
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
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input:not([type=checkbox],[type=radio]),select,textarea")) target.focus();
    else target.click();
  });
})();
