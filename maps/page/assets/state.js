"use strict";
/* What the page shows, kept behind the "#" of its address, so that a teacher can send a view to a class. */

petakan.state = (function () {
  /* "" is "all" or "none"; what is as here is left out of the address */
  const DEFAULTS = {
    view: "map", lang: "", theme: "", articles: "", from: "", to: "", levels: "", usage: "", sure: "", q: "",
    sort: "", place: "", article: "0", chapter: "0",
  };
  const VIEWS = ["map", "story", "reader"];
  const FILTERS = ["articles", "from", "to", "levels", "usage", "sure", "q"];

  const watchers = [];
  let state = { ...DEFAULTS };
  let canWrite = true; // a sandboxed frame may not be allowed to
  let isUnwritten = false;

  const get = () => state;

  function parsed(hash) {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const found = { ...DEFAULTS };
    Object.keys(DEFAULTS).forEach((key) => { if (given.has(key)) found[key] = given.get(key); });
    if (!VIEWS.includes(found.view)) found.view = DEFAULTS.view;
    ["article", "chapter"].forEach((key) => { if (!/^\d{1,6}$/.test(found[key])) found[key] = "0"; });
    return found;
  }

  /** The address of the page as it would be with some changes. */
  function address(changes = {}) {
    const wanted = { ...state, ...changes };
    const given = new URLSearchParams();
    Object.entries(wanted).forEach(([key, value]) => { if (value !== DEFAULTS[key]) given.set(key, value); });
    return `#${given}`;
  }

  function write(way) {
    isUnwritten = false;
    if (!canWrite) return;
    try {
      history[way](null, "", address());
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      canWrite = false;
    }
  }

  const writeNow = () => { if (isUnwritten) write("replaceState"); };
  const writeLater = petakan.content.later(writeNow); // the browser takes its time over an address

  function tell(before) {
    const changed = Object.keys(DEFAULTS).filter((key) => state[key] !== before[key]);
    if (changed.length) watchers.forEach(([keys, heed]) => { if (keys.some((key) => changed.includes(key))) heed(changed); });
  }

  /** Change something. A step is one that the browser's way back undoes. */
  function set(changes, { isStep = false } = {}) {
    const before = state;
    const after = { ...state, ...changes };
    if (Object.keys(DEFAULTS).every((key) => after[key] === before[key])) return;
    if (isStep) writeNow(); // the way back leads to what was there, as it was
    state = after;
    isUnwritten = !isStep;
    if (isStep) write("pushState");
    else writeLater();
    tell(before);
  }

  /** Call `heed(changed)` whenever one of `keys` has changed. */
  const watch = (keys, heed) => watchers.push([keys, heed]);

  /** Take the state from the address, now and whenever the address changes. */
  function start(view) {
    DEFAULTS.view = VIEWS.includes(view) ? view : "map";
    const isOurs = () => location.hash === "" || location.hash.includes("=");
    state = isOurs() ? parsed(location.hash) : { ...DEFAULTS };
    window.addEventListener("popstate", () => {
      if (!isOurs()) return;
      const before = state;
      isUnwritten = false;
      state = parsed(location.hash);
      tell(before);
    });
  }

  const isFiltered = () => FILTERS.some((key) => state[key] !== "");

  const clear = () => set(Object.fromEntries(FILTERS.map((key) => [key, ""])));

  return { FILTERS, get, set, watch, start, address, isFiltered, clear };
})();
