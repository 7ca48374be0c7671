"use strict";
/* The article itself, unchanged, beside the map. */

petakan.reader = (function () {
  const { read, say, said, count, written, day, make, button, icon, isStill } = petakan.content;
  const { data, state } = petakan;
  const MOST_IN_PICKER = 300;

  let panel = null;
  let current = -1;
  let chosen = null; // the place whose mentions are marked
  let at = -1; // the mention among them
  let choose = null;

  const last = () => read().articles.length - 1;
  const number = () => Math.min(last(), Number(state.get().article));
  const textElement = () => panel.querySelector(".text");

  function facts(article) {
    const { day: published, source } = read().articles[article];
    const places = new Set(data.open().ofArticle[article].map((m) => data.open().place[m])).size;
    return [published ? day(published) : "", source, count("places.n", places)].filter(Boolean).join(" · ");
  }

  function picker(article) {
    const { articles } = read();
    const rows = articles.slice(0, MOST_IN_PICKER).map(({ title, day: published }, n) => make("li", {},
      button({ "aria-current": n === article ? "true" : "false", dir: "auto" }, () => state.set({ article: String(n) }, { isStep: true }),
        make("span", {}, title), make("small", {}, published ? day(published) : ""))));
    return make("details", { class: "picker" },
      make("summary", {}, say("reader.of", { n: written(article + 1), all: written(articles.length) })), make("ol", {}, ...rows));
  }

  function turn(article, step, key, path) {
    const to = article + step;
    const attributes = { class: "round", "aria-label": say(key) };
    if (to < 0 || to > last()) attributes.disabled = "";
    return button(attributes, () => {
      state.set({ article: String(to) }, { isStep: true });
      const next = panel.querySelectorAll(".turns .round")[step < 0 ? 0 : 1];
      (next.disabled ? panel.querySelector(".picker summary") : next).focus();
    }, icon(path));
  }

  function head(article) {
    const { title, language } = read().articles[article];
    const starts = data.textOf(article).trimStart().startsWith(title.replace(/…$/, ""));
    const heading = make("h2", { id: "reader-title", dir: "auto", class: starts ? "unseen" : "" }, title);
    if (language) heading.setAttribute("lang", language);
    const turns = last() > 0 ? [make("div", { class: "turns" },
      turn(article, -1, "reader.before", "M12 4L6 10L12 16"), picker(article), turn(article, 1, "reader.after", "M8 4L14 10L8 16"))] : [];
    const key = make("details", { class: "key-box" }, make("summary", {}, say("reader.key")), petakan.marks.key());
    return make("div", { class: "reader-head" }, ...turns, heading, make("p", { class: "facts" }, facts(article)), key);
  }

  /** Put the text that is shown back where it stands in the page. */
  function putBack() {
    const text = textElement();
    if (text) document.querySelector(`#article-${current} summary`).after(text);
  }

  function dress(text) {
    text.querySelectorAll("a[data-m]").forEach(petakan.marks.dress);
    text.querySelectorAll(".withheld").forEach((name) => {
      name.setAttribute("role", "button");
      name.setAttribute("tabindex", "0");
      name.setAttribute("aria-label", `${name.textContent.replace(/\s+/g, " ")}, ${say("withheld")}`);
    });
  }

  /** Show the article that the state names. */
  function refresh() {
    if (last() < 0) {
      panel.replaceChildren(make("p", { class: "empty" }, say("reader.none")));
      return;
    }
    const article = number();
    const place = panel.scrollTop;
    data.textOf(article);
    putBack();
    const text = document.querySelector(`#article-${article} .text`);
    dress(text);
    panel.replaceChildren(head(article), text, make("div", { class: "mention-bar", hidden: "" }));
    if (article === current) panel.scrollTop = place;
    else petakan.content.fromTop(panel);
    current = article;
    mark(chosen);
  }

  /** Do without the panel, so that the text is where print and the other views look for it. */
  function leave() {
    if (current < 0) return;
    putBack();
    panel.replaceChildren();
    current = -1;
  }

  const bar = () => panel.querySelector(".mention-bar");

  function step(by) {
    const all = data.open().ofPlace[chosen.number];
    const index = all.indexOf(at);
    at = all[(index + by + all.length) % all.length];
    const article = data.open().article[at];
    if (article !== number()) state.set({ article: String(article) }, { isStep: true });
    mark(chosen);
    scrollTo(at);
    bar().querySelectorAll(".round")[by < 0 ? 0 : 1].focus();
  }

  function showBar() {
    const all = data.open().ofPlace[chosen.number];
    const words = say("reader.mention", { n: written(all.indexOf(at) + 1), all: written(all.length) });
    bar().hidden = false;
    bar().replaceChildren(
      make("p", {}, make("strong", { dir: "auto" }, said(chosen.name)), make("span", {}, words)),
      button({ class: "round", "aria-label": say("reader.mention.before") }, () => step(-1), icon("M4 12L10 6L16 12")),
      button({ class: "round", "aria-label": say("reader.mention.after") }, () => step(1), icon("M4 8L10 14L16 8")));
  }

  function scrollTo(m) {
    const anchor = panel.querySelector(`a[data-m="${m}"]`);
    if (anchor) anchor.scrollIntoView({ block: "center", behavior: isStill() ? "auto" : "smooth" });
  }

  /** Mark all mentions of a place, and stand at one of them; null for none. */
  function mark(place, m = -1) {
    if (place !== chosen) at = -1;
    chosen = place;
    if (!panel || current < 0) return;
    if (place) {
      const here = data.open().ofPlace[place.number];
      at = m >= 0 ? m : at >= 0 ? at : here.find((one) => data.open().article[one] === current) ?? here[0];
      showBar();
    } else if (bar()) bar().hidden = true;
    textElement().querySelectorAll("a[data-m]").forEach((anchor) => {
      const other = Number(anchor.dataset.m);
      const isSame = place !== null && data.open().place[other] === place.number;
      anchor.setAttribute("aria-pressed", String(isSame));
      anchor.classList.toggle("is-at", isSame && other === at);
    });
  }

  /** Say why a name is not on the map. */
  function explain(name) {
    const reason = document.getElementById(`withheld-${name.dataset.w}`).textContent;
    mark(null);
    bar().hidden = false;
    const close = button({ class: "round", "aria-label": say("close") }, () => { bar().hidden = true; name.focus(); }, icon("M4 4L16 16M16 4L4 16"));
    bar().replaceChildren(make("p", { role: "status" }, make("strong", { dir: "auto" }, name.textContent),
      make("span", {}, `${say("withheld")}: ${reason}`)), close);
  }

  /** Open the article of a mention, at that mention. */
  function read_(m) {
    state.set({ view: "reader", article: String(data.open().article[m]) }, { isStep: true });
    const place = read().places[data.open().place[m]];
    mark(place, m);
    scrollTo(m);
    const anchor = panel.querySelector(`a[data-m="${m}"]`);
    if (anchor) anchor.focus({ preventScroll: true });
  }

  function start(element, onChoose) {
    panel = element;
    choose = onChoose;
    petakan.marks.heed(panel, (m, anchor) => {
      const place = read().places[data.open().place[m]];
      mark(place, m);
      choose(place, anchor);
    }, explain);
  }

  return { start, refresh, leave, mark, scrollToPlace: () => { if (chosen && at >= 0) scrollTo(at); }, readAt: read_ };
})();
