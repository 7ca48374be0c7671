"use strict";
/* The card of a place: what it is, how often it is mentioned and how, and every sentence that mentions it. */

petakan.card = (function () {
  const { read, say, count, make } = petakan.content;
  const AT_ONCE = 30;
  const CERTAINTY = ["sure", "likely", "unsure"];

  /** "39,92° LU, 127,54° BT" */
  function position(place) {
    const number = new Intl.NumberFormat(read().language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const lat = `${number.format(Math.abs(place.lat))}° ${say(place.lat < 0 ? "south" : "north")}`;
    const lon = `${number.format(Math.abs(place.lon))}° ${say(place.lon < 0 ? "west" : "east")}`;
    return `${lat}, ${lon}`;
  }

  function head(place, onClose) {
    const close = make("button", { type: "button", class: "close", "aria-label": say("close") }, "×");
    close.addEventListener("click", onClose);
    const within = place.within.length ? `, ${say("card.in", { names: place.within.join(", ") })}` : "";
    return make("div", { class: "card-head" },
      make("h2", { id: "card-name", tabindex: "-1", dir: "auto" }, place.name),
      make("p", { class: "level" }, place.word + within),
      close);
  }

  function facts(place) {
    const usage = [];
    if (place.literal) usage.push(count("literal.n", place.literal));
    if (place.associative) usage.push(count("associative.n", place.associative));
    const total = make("strong", {}, count("mentions.n", place.count));
    const lines = [make("p", { class: "tally" }, total, ` · ${usage.join(" · ")}`)];
    if (place.unsure) lines.push(make("p", { class: "warning" }, count("unsure.n", place.unsure)));
    if (place.disputed) lines.push(make("p", { class: "warning" }, say("card.disputed")));
    lines.push(make("p", { class: "position" }, `${say("card.position")}: ${position(place)}`));
    return make("div", { class: "facts" }, ...lines);
  }

  /** A sentence with the mentions in it marked. */
  function marked(text, mentions) {
    const quote = make("blockquote", { dir: "auto" });
    let at = 0;
    mentions.forEach(([, start, end]) => {
      if (start < at) return;
      quote.append(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    });
    quote.append(text.slice(at));
    return quote;
  }

  /** One sentence, and all that is known of the mentions in it. */
  function quotation(sentence, mentions) {
    const { sentences, names } = read();
    const lines = new Map();
    mentions.forEach(([, , , isAssociative, certainty, rolledUp, others]) => {
      const how = `${say(isAssociative ? "associative" : "literal")} · ${say(CERTAINTY[certainty])}`;
      lines.set(how, certainty === 2 ? "how is-unsure" : "how");
      if (rolledUp >= 0) lines.set(say("card.rolled", { name: names[rolledUp] }), "aside");
      if (others.length) lines.set(say("card.instead", { names: others.map((n) => names[n]).join("; ") }), "aside");
    });
    return make("li", {}, marked(sentences[sentence][1], mentions),
      ...[...lines].map(([line, kind]) => make("p", { class: kind }, line)));
  }

  function heading(number) {
    const article = read().articles[number];
    const line = make("h3", { dir: "auto" }, make("a", { href: `#article-${number}` }, article.title));
    return make("div", { class: "from" }, line, make("p", {}, article.day || article.source));
  }

  /** Values in groups of the same key, in the order in which the keys come up. */
  function grouped(values, keyOf) {
    const groups = new Map();
    values.forEach((value) => groups.set(keyOf(value), [...(groups.get(keyOf(value)) || []), value]));
    return [...groups];
  }

  /** Sentences under the heading of their article, in the order of the text. */
  function quotations(mentions) {
    return grouped(mentions, ([sentence]) => read().sentences[sentence][0]).map(([article, within]) => {
      const items = grouped(within, ([sentence]) => sentence).map(([sentence, ones]) => quotation(sentence, ones));
      return make("section", {}, heading(article), make("ul", {}, ...items));
    });
  }

  function sentences(place) {
    const part = make("div", { class: "sentences" }, ...quotations(place.mentions.slice(0, AT_ONCE)));
    const rest = place.mentions.slice(AT_ONCE);
    if (rest.length) {
      const more = make("button", { type: "button", class: "more" }, count("card.more", rest.length));
      more.addEventListener("click", () => more.replaceWith(...quotations(rest)));
      part.append(more);
    }
    return part;
  }

  /** Show the card of a place in `element`. */
  function show(element, place, onClose) {
    element.replaceChildren(head(place, onClose), facts(place), sentences(place));
    element.setAttribute("aria-labelledby", "card-name");
    element.hidden = false;
    element.scrollTop = 0;
    element.querySelector("#card-name").focus({ preventScroll: true });
  }

  function hide(element) {
    element.hidden = true;
    element.replaceChildren();
  }

  return { show, hide };
})();
