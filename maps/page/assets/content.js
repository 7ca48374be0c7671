"use strict";
/* What the page is about, read from its JSON block; its words; and the one way to make elements. */

window.petakan = {};

petakan.content = (function () {
  // style sheets show the map, and hide what stands in for it, only where scripts run
  document.documentElement.classList.add("scripted");

  let content = null;

  /** The content of the page: language, words, articles, places, sentences, names, base. */
  function read() {
    if (content === null) {
      content = JSON.parse(document.getElementById("petakan-content").textContent);
      content.places.forEach((place, number) => { place.number = number; });
    }
    return content;
  }

  /** The words under `key`; `{name}` in them is filled in from `values`. */
  function say(key, values = {}) {
    return read().words[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  /** A number as it is written: "50.000". */
  const written = (n) => n.toLocaleString(read().language);

  /** The words under `key` for `n` of something. */
  function count(key, n) {
    const one = `${key}.one`;
    return say(n === 1 && one in read().words ? one : key, { n: written(n) });
  }

  /** An element. Text is only ever set as text, so no name or sentence can become markup. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  /** An element of a drawing. */
  function draw(name, attributes = {}, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  return { read, say, written, count, make, draw, isStill };
})();
