"use strict";
/* What the page is about, read from its JSON block; its words; and the one way to make elements. */

window.petakan = {};

petakan.content = (function () {
  // style sheets show the map, and hide what stands in for it, only where scripts run
  document.documentElement.classList.add("scripted");

  const LANGUAGES = ["id", "en"];
  const LOCALES = { id: "id-ID", en: "en-GB" };
  const CALENDAR = { timeZone: "UTC" };
  const UNSEEN_MS = 1000; // a page that nobody looks at is not drawn

  const writers = new Map();
  let content = null;
  let language = null;

  /** The content of the page: words, articles, places, mentions, sentences, extras, reasons, said, chapters, base. */
  function read() {
    if (content === null) {
      content = JSON.parse(document.getElementById("petakan-content").textContent);
      language = content.language;
    }
    return content;
  }

  const spoken = () => { read(); return language; };

  /** Use this language from now on; what is on the page is said anew by those who said it. */
  function speak(chosen) {
    read();
    language = LANGUAGES.includes(chosen) ? chosen : content.language;
    document.documentElement.lang = language;
  }

  /** The one of [Indonesian, English] to show; a text stands for both. */
  const inLanguage = (both) => (typeof both === "string" ? both : both[LANGUAGES.indexOf(spoken())]);

  /** What is kept under a number of `said`. */
  const said = (number) => inLanguage(read().said[number]);

  /** The words under `key`; `{name}` in them is filled in from `values`. */
  function say(key, values = {}) {
    const words = read().words[spoken()];
    return words[key].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  }

  /** A writer of numbers or days; making one takes a millisecond. */
  function writer(sort, shape = {}) {
    const key = `${spoken()} ${sort} ${Object.entries(shape)}`;
    if (!writers.has(key)) writers.set(key, new Intl[sort](LOCALES[spoken()], shape));
    return writers.get(key);
  }

  /** A number as it is written: "50.000". */
  const written = (n) => writer("NumberFormat").format(n);

  /** The words under `key` for `n` of something. */
  function count(key, n, values = {}) {
    const one = `${key}.one`;
    return say(n === 1 && one in read().words[spoken()] ? one : key, { n: written(n), ...values });
  }

  /** A day "2026-11-22" as it is written: "22 November 2026". */
  function day(iso, shape = { day: "numeric", month: "long", year: "numeric" }) {
    return writer("DateTimeFormat", { ...CALENDAR, ...shape }).format(new Date(`${iso}T00:00:00Z`));
  }

  function filled(element, attributes, children) {
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  /** An element. Text is only ever set as text, so no name or sentence can become markup. */
  const make = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children);

  /** An element of a drawing. */
  const draw = (name, attributes = {}, ...children) => (
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children));

  /** A button that does something when pressed. */
  function button(attributes, onPress, ...children) {
    const element = make("button", { type: "button", ...attributes }, ...children);
    element.addEventListener("click", onPress);
    return element;
  }

  /** A small line drawing of 20 by 20 for a button. */
  const icon = (path) => draw("svg", { viewBox: "0 0 20 20", width: 18, height: 18, class: "icon", "aria-hidden": "true" },
    draw("path", { d: path }));

  /** A way to do something once what has changed so far is drawn; asked for again before that, it is still done once. */
  function later(work) {
    let isDue = false;
    const run = () => {
      if (!isDue) return;
      isDue = false;
      work();
    };
    return () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => setTimeout(run));
      setTimeout(run, UNSEEN_MS);
    };
  }

  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** Show a panel from its top: on a phone it is the page that scrolls, and the map hides what is above its edge. */
  function fromTop(panel) {
    panel.scrollTop = 0;
    const edge = parseFloat(getComputedStyle(panel).scrollMarginBlockStart);
    if (panel.getBoundingClientRect().top < edge) panel.scrollIntoView({ behavior: "instant" });
  }

  return { read, spoken, speak, said, inLanguage, say, written, count, day, make, draw, button, icon, later, isStill, fromTop };
})();
