"use strict";
/* Names in a text, as buttons: level, use and certainty can be told without color, and are said. */

petakan.marks = (function () {
  const { read, say, said, make } = petakan.content;
  const { data } = petakan;

  function classOf(m) {
    const { level } = read().places[data.open().place[m]];
    const use = data.isAssociative(m) ? "is-associative" : "is-literal";
    const doubt = data.certainty(m) === 2 ? " is-unsure" : "";
    return `m of-${petakan.filter.GROUPS[level]} ${use}${doubt}${data.isByHand(m) ? " is-by-hand" : ""}`;
  }

  /** What a screen reader says: as written, then level, use and certainty. */
  function spoken(m, text) {
    const place = read().places[data.open().place[m]];
    const name = said(place.name);
    const facts = [text.replace(/\s+/g, " "), ...(name === text ? [] : [name]), say(place.word),
      say(data.isAssociative(m) ? "associative" : "literal"), petakan.card.certainty(m)];
    if (data.isByHand(m)) facts.push(say("byhand"));
    return facts.join(", ");
  }

  /** Make the anchor of a mention a button. */
  function dress(anchor) {
    const m = Number(anchor.dataset.m);
    anchor.setAttribute("role", "button");
    anchor.setAttribute("class", classOf(m));
    anchor.setAttribute("aria-label", spoken(m, anchor.textContent));
    anchor.setAttribute("aria-pressed", "false");
  }

  /** A stretch of an article's text with its mentions as buttons, line by line. */
  function quoted(article, [start, end]) {
    const text = data.textOf(article);
    const { start: starts, length, ofArticle, place } = data.open();
    const within = ofArticle[article].filter((m) => starts[m] >= start && starts[m] + length[m] <= end);
    const quote = make("blockquote", { dir: "auto" });
    let at = start;
    within.forEach((m) => {
      if (starts[m] < at) return;
      const to = starts[m] + length[m];
      const anchor = make("a", { href: `#place-${place[m]}`, "data-m": m }, text.slice(starts[m], to));
      dress(anchor);
      quote.append(text.slice(at, starts[m]), anchor);
      at = to;
    });
    quote.append(text.slice(at, end));
    return quote;
  }

  /** Heed clicks, Enter and the space bar on all mentions and withheld names in an element. */
  function heed(element, onMention, onWithheld) {
    const act = (event) => {
      const mark = event.target.closest("[data-m], [data-w]");
      if (!mark || !element.contains(mark)) return;
      event.preventDefault();
      if (mark.dataset.m !== undefined) onMention(Number(mark.dataset.m), mark);
      else onWithheld(mark);
    };
    element.addEventListener("click", act);
    element.addEventListener("keydown", (event) => {
      const isPress = event.key === " " || (event.key === "Enter" && !event.target.matches("a"));
      if (isPress && event.target.matches("[data-m], [data-w]")) act(event);
    });
  }

  /** What the marks mean. */
  function key() {
    const sample = (kind, words) => make("li", {}, make("span", { class: `m ${kind}`, "aria-hidden": "true" }, "Abc"), ` ${say(words)}`);
    return make("ul", { class: "key" },
      sample("of-country is-literal", "legend.country"), sample("of-adm is-literal", "legend.admin"),
      sample("of-city is-literal", "level.city"), sample("of-region is-literal", "legend.region"),
      sample("of-city is-associative", "associative"), sample("of-city is-literal is-unsure", "unsure"),
      make("li", {}, make("span", { class: "withheld", "aria-hidden": "true" }, "Abc"), ` ${say("withheld")}`),
      make("li", {}, make("span", { class: "masked" }, "Abc"), ` ${say("masked")}`));
  }

  return { dress, quoted, heed, key };
})();
