"use strict";
/* The card of a place: what it is, how often it is mentioned and how, and every sentence that mentions it. */

petakan.card = (function () {
  const { read, spoken, say, said, count, written, day, make, button, icon } = petakan.content;
  const { data } = petakan;
  const OPEN_AT_ONCE = 2; // articles
  const ARTICLES_AT_ONCE = 25;
  const MOST_WRITTEN = 6;
  const CERTAINTY = ["sure", "likely", "unsure"];

  /** "39,92° LU, 127,54° BT" */
  function position(place) {
    const number = new Intl.NumberFormat(spoken(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const lat = `${number.format(Math.abs(place.lat))}° ${say(place.lat < 0 ? "south" : "north")}`;
    const lon = `${number.format(Math.abs(place.lon))}° ${say(place.lon < 0 ? "west" : "east")}`;
    return `${lat}, ${lon}`;
  }

  const oneToNine = (tenths) => Math.max(1, Math.min(9, tenths));

  /** How sure a mention's place is, in words. */
  function certainty(m) {
    const key = CERTAINTY[data.certainty(m)];
    return key === "sure" ? say(key) : say(`${key}.of`, { n: oneToNine(data.tenths(m)) });
  }

  function head(place, onClose) {
    const close = button({ class: "close", "aria-label": say("close") }, onClose, icon("M4 4L16 16M16 4L4 16"));
    const within = place.within.length ? `, ${say("card.in", { names: place.within.map(said).join(", ") })}` : "";
    return make("div", { class: "card-head" },
      make("h2", { id: "card-name", tabindex: "-1", dir: "auto" }, said(place.name)),
      make("p", { class: "level" }, say(place.word) + within),
      close);
  }

  /** Names it has besides the one above, and how the articles write it. */
  function names(place) {
    const lines = [];
    const others = new Set([place.name, place.own].flatMap((number) => read().said[number]));
    others.delete(said(place.name));
    if (others.size) lines.push(["card.also", [...others].join(", ")]);
    const forms = new Set(data.open().ofPlace[place.number].slice(0, 500).map(data.written));
    forms.delete(said(place.name));
    if (forms.size) lines.push(["card.written", [...forms].slice(0, MOST_WRITTEN).map((form) => `“${form}”`).join(", ")]);
    return lines.map(([key, list]) => make("p", { class: "quiet", dir: "auto" }, `${say(key)}: ${list}`));
  }

  function geonames(place) {
    const [, number] = /^geonames:(\d+)$/.exec(place.id) || [];
    const line = number ? `GeoNames ${number} · geonames.org/${number}` : place.id;
    return make("p", { class: "quiet", dir: "auto" }, line);
  }

  function facts(place, mentions) {
    const shown = mentions.length;
    const associative = mentions.filter(data.isAssociative).length;
    const unsure = mentions.filter((m) => data.certainty(m) === 2).length;
    const usage = [];
    if (shown - associative) usage.push(count("literal.n", shown - associative));
    if (associative) usage.push(count("associative.n", associative));
    const lines = [make("p", { class: "tally" }, make("strong", {}, count("mentions.n", shown)), ` · ${usage.join(" · ")}`)];
    if (shown < place.total) lines.push(make("p", { class: "quiet" }, say("card.filtered", { n: written(shown), all: written(place.total) })));
    if (unsure) lines.push(make("p", { class: "warning" }, count("unsure.n", unsure)));
    if (mentions.some(data.isByHand)) lines.push(make("p", { class: "by-hand" }, count("byhand.n", mentions.filter(data.isByHand).length)));
    if (place.disputed) lines.push(make("p", { class: "warning" }, say("card.disputed")));
    lines.push(...names(place), make("p", { class: "quiet" }, `${say("card.position")}: ${position(place)}`), geonames(place));
    return make("div", { class: "facts" }, ...lines);
  }

  /** A sentence with the mentions in it marked. */
  function marked({ text, start }, mentions) {
    const quote = make("blockquote", { dir: "auto" });
    const { start: starts, length } = data.open();
    let at = 0;
    mentions.forEach((m) => {
      const [from, to] = [starts[m] - start, starts[m] - start + length[m]];
      if (from < at) return;
      quote.append(text.slice(at, from), make("mark", {}, text.slice(from, to)));
      at = to;
    });
    quote.append(text.slice(at));
    return quote;
  }

  /** Why these mentions are put here, folded up unless that is in doubt; null where it has been told. */
  function why(mentions, told) {
    const reasons = [...new Set(mentions.flatMap((m) => data.extra(m)[1]))].filter((number) => !told.has(number));
    if (!reasons.length) return null;
    reasons.forEach((number) => told.add(number));
    const box = make("details", { class: "why" }, make("summary", {}, say("card.why")),
      make("ul", {}, ...reasons.map((number) => make("li", { dir: "auto" }, data.reason(number)))));
    box.open = mentions.some((m) => data.certainty(m) === 2);
    return box;
  }

  /** One sentence, and all that is known of the mentions in it; `told` are reasons that stand above it. */
  function quotation(number, mentions, onRead, told) {
    const lines = new Map();
    mentions.forEach((m) => {
      const [site, , others] = data.extra(m);
      const how = `${say(data.isAssociative(m) ? "associative" : "literal")} · ${certainty(m)}`;
      lines.set(how, data.certainty(m) === 2 ? "how is-unsure" : "how");
      if (data.isByHand(m)) lines.set(say("byhand"), "by-hand");
      others.forEach(([other, tenths]) => {
        const name = other < 0 ? say("card.none") : said(other);
        lines.set(say("card.other", { name, n: oneToNine(tenths) }), "how");
      });
      if (site >= 0) lines.set(said(site), "aside");
    });
    const go = button({ class: "go" }, () => onRead(mentions[0]), say("card.read"));
    return make("li", {}, marked(data.sentence(number), mentions),
      ...[...lines].map(([line, kind]) => make("p", { class: kind, dir: "auto" }, line)), ...[why(mentions, told), go].filter(Boolean));
  }

  /** Values in groups of the same key, in the order in which the keys come up. */
  function grouped(values, keyOf) {
    const groups = new Map();
    values.forEach((value) => {
      const key = keyOf(value);
      if (groups.has(key)) groups.get(key).push(value);
      else groups.set(key, [value]);
    });
    return [...groups];
  }

  /** The sentences of one article; written out when they are wanted. */
  function ofArticle([number, mentions], isOpen, onRead) {
    const article = read().articles[number];
    const list = make("ul", {});
    const facts_ = [article.day ? day(article.day) : "", count("mentions.n", mentions.length)].filter(Boolean).join(" · ");
    const details = make("details", {}, make("summary", { dir: "auto" }, make("span", {}, article.title), make("small", {}, facts_)), list);
    const fill = () => {
      if (list.childElementCount) return;
      const sentences = grouped(mentions, (m) => data.open().sentence[m]);
      const told = new Set();
      list.append(...sentences.map(([sentence, ones]) => quotation(sentence, ones, onRead, told)));
    };
    details.addEventListener("toggle", () => { if (details.open) fill(); });
    details.open = isOpen;
    if (isOpen) fill();
    return details;
  }

  function sentences(mentions, onRead) {
    const groups = grouped(mentions, (m) => data.open().article[m]);
    const { view, article } = petakan.state.get();
    if (view === "reader") groups.sort(([a], [b]) => (b === Number(article)) - (a === Number(article)));
    const part = make("div", { class: "sentences" },
      ...groups.slice(0, ARTICLES_AT_ONCE).map((one, index) => ofArticle(one, index < OPEN_AT_ONCE, onRead)));
    const rest = groups.slice(ARTICLES_AT_ONCE);
    if (rest.length) {
      const more = button({ class: "more" }, () => more.replaceWith(...rest.map((one) => ofArticle(one, false, onRead))),
        count("card.more", rest.length));
      part.append(more);
    }
    return part;
  }

  /** Show the card of a place in `element`, with these mentions; `onRead(m)` leads to one of them in its article. */
  function show(element, place, mentions, { onClose, onRead, isQuiet }) {
    element.replaceChildren(head(place, onClose), facts(place, mentions), sentences(mentions, onRead));
    element.setAttribute("aria-labelledby", "card-name");
    element.hidden = false;
    element.scrollTop = 0;
    if (!isQuiet) element.querySelector("#card-name").focus({ preventScroll: true });
  }

  function hide(element) {
    element.hidden = true;
    element.replaceChildren();
  }

  return { show, hide, certainty };
})();
