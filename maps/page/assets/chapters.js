"use strict";
/* The story, chapter by chapter. It moves on by buttons and keys: what depends on scrolling breaks in frames. */

petakan.chapters = (function () {
  const { read, say, said, count, written, day, make, button, icon } = petakan.content;
  const { state } = petakan;
  const AT_ONCE = 60;
  const FORWARD = ["ArrowRight", "PageDown"];
  const BACK = ["ArrowLeft", "PageUp"];
  const OWN_KEYS = "input, select, textarea, .leaflet-container, .bars, [contenteditable]";

  let panel = null;
  let shown = 0;
  let onChoose = null;

  const all = () => read().chapters;
  const number = () => Math.min(all().length, Number(state.get().chapter));

  /** The places of the chapter that is shown; null for all of them. */
  function places() {
    const chapter = number() ? all()[number() - 1] : null;
    return chapter ? chapter.places.map((place) => read().places[place]) : null;
  }

  /** Whether a chapter is called as its article is: the first one of it, as a rule. */
  const isOpening = ({ title, article }) => article !== undefined && read().articles[article].title === title;

  /** A headline that breaks after a dot between names, and not before it. */
  const headline = (title) => title.replaceAll(" · ", "\u00a0· ");

  const go = (to) => state.set({ chapter: String(Math.max(0, Math.min(all().length, to))) }, { isStep: true });

  /** Whence a chapter is, said once for all chapters of the same article. */
  function heading(chapter, before) {
    if (chapter.article === undefined || (before && before.article === chapter.article)) return [];
    const { title, day: published } = read().articles[chapter.article];
    const named = isOpening(chapter) ? [] : [make("strong", {}, title)];
    return [make("p", { class: "whence", dir: "auto" }, ...named, ...(published ? [make("small", {}, day(published))] : []))];
  }

  function contents() {
    const row = (chapter, index) => make("li", {}, ...heading(chapter, all()[index - 1]),
      button({ dir: "auto" }, () => { go(index + 1); panel.querySelector("h2").focus(); },
        make("span", { class: "n", "aria-hidden": "true" }, written(index + 1)), make("span", { class: isOpening(chapter) ? "name is-opening" : "name" }, chapter.title)));
    const list = make("ol", { class: "contents" }, ...all().slice(0, AT_ONCE).map(row));
    if (all().length > AT_ONCE) {
      const more = make("li", {}, button({ class: "more" }, () => {
        more.replaceWith(...all().slice(AT_ONCE).map((chapter, index) => row(chapter, AT_ONCE + index)));
        list.children[AT_ONCE].querySelector("button").focus();
      }, count("story.more", all().length - AT_ONCE)));
      list.append(more);
    }
    return list;
  }

  function overview() {
    const title = document.querySelector("h1").textContent;
    if (!all().length) return [make("h2", { tabindex: "-1" }, say("story.none.title")), make("p", { class: "lead" }, say("story.none.text"))];
    return [make("p", { class: "eyebrow" }, say("story.contents")), make("h2", { tabindex: "-1", dir: "auto" }, title),
      make("p", { class: "lead" }, count("story.n", all().length), make("span", { class: "keys" }, ` · ${say("story.keys")}`)), contents()];
  }

  function paragraphs(text) {
    return text.split(/\n\s*\n/).filter((one) => one.trim()).map((one) => make("p", { class: "told", dir: "auto" }, one.trim()));
  }

  function source(chapter) {
    const article = chapter.article === undefined ? null : read().articles[chapter.article];
    const when = chapter.day || (article && article.day);
    const words = when ? day(when) : "";
    if (!article) return words ? [make("p", { class: "eyebrow" }, words)] : [];
    const way = button({ class: "go", dir: "auto" }, () => state.set({ view: "reader", article: String(chapter.article) }, { isStep: true }),
      isOpening(chapter) ? say("card.read") : article.title);
    return [make("p", { class: "eyebrow" }, ...(words ? [make("span", {}, words)] : []), way)];
  }

  function picture(chapter) {
    if (!chapter.image) return [];
    return [make("figure", {}, make("img", { src: chapter.image, alt: chapter.note || chapter.title }))];
  }

  function chips(chapter) {
    const scale = petakan.symbols.scaleOf(read().places);
    return make("ul", { class: "chips" }, ...chapter.places.map((n) => {
      const place = read().places[n];
      const chip = button({ "data-place": n }, () => onChoose(place, chip), petakan.legend.glyph(place, scale), make("span", { dir: "auto" }, said(place.name)));
      return make("li", {}, chip);
    }));
  }

  function told(chapter) {
    const note = chapter.note ? [make("p", { class: "note", dir: "auto" }, chapter.note)] : [];
    const quote = chapter.quote ? [petakan.marks.quoted(chapter.article, chapter.quote)] : [];
    return [...source(chapter), make("h2", { tabindex: "-1", dir: "auto" }, headline(chapter.title)), ...paragraphs(chapter.text || ""),
      ...quote, ...picture(chapter), ...note, ...(chapter.places.length ? [chips(chapter)] : [])];
  }

  function turns(n) {
    const step = (by, ...children) => {
      const element = button({ class: by > 0 ? "step is-main" : "step" }, () => {
        go(n + by);
        const next = panel.querySelectorAll(".story-turns .step")[by < 0 ? 0 : 1];
        (next.disabled ? panel.querySelector("h2") : next).focus();
      }, ...children);
      element.disabled = n + by < 0 || n + by > all().length;
      return element;
    };
    const [back, on] = [icon("M12 4L6 10L12 16"), icon("M8 4L14 10L8 16")];
    const forward = n === 0 ? say("story.begin") : say("story.next");
    return make("div", { class: "story-turns" }, step(-1, back, make("span", {}, say("story.back"))),
      step(1, make("span", {}, forward), on));
  }

  function progress(n) {
    const done = make("span", { class: "done" });
    done.style.inlineSize = `${(100 * n) / all().length}%`;
    const way = button({ class: "go" }, () => { go(0); panel.querySelector("h2").focus(); }, say("story.contents"));
    return make("div", { class: "story-head" },
      make("p", {}, say("story.of", { n: written(n), all: written(all().length) })), ...(n ? [way] : []),
      make("div", { class: "track", "aria-hidden": "true" }, done));
  }

  /** Show the chapter that the state names. */
  function refresh() {
    const n = number();
    const page = make("div", { class: "chapter" }, ...(n ? told(all()[n - 1]) : overview()));
    panel.replaceChildren(...(n ? [progress(n)] : []), page, ...(all().length ? [turns(n)] : []));
    if (n !== shown) petakan.content.fromTop(panel);
    shown = n;
  }

  /** All chapters one after another, for paper. */
  function unfold() {
    panel.replaceChildren(...all().map((chapter) => make("div", { class: "chapter" }, ...told(chapter))));
  }

  /** What a screen reader is told when the story moves on. */
  function spoken() {
    const n = number();
    return n ? `${say("story.of", { n: written(n), all: written(all().length) })}: ${all()[n - 1].title}` : say("story.contents");
  }

  function heedKeys() {
    document.addEventListener("keydown", (event) => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (state.get().view !== "story" || !isPlain || event.target.closest(OWN_KEYS)) return;
      const by = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
      if (!by) return;
      event.preventDefault();
      const hadFocus = panel.contains(document.activeElement);
      go(number() + by);
      if (hadFocus) panel.querySelector("h2").focus({ preventScroll: true });
    });
  }

  function start(element, choose) {
    panel = element;
    onChoose = choose;
    petakan.marks.heed(panel, (m, anchor) => choose(read().places[petakan.data.open().place[m]], anchor), () => {});
    heedKeys();
  }

  return { start, refresh, unfold, places, spoken };
})();
