"use strict";
/* The list of places beside the map: the most mentioned first, or by name. */

petakan.list = (function () {
  const { written, make, button, said, say, count } = petakan.content;
  const AT_ONCE = 80;

  let items = null;
  let sum = null;
  let onChoose = null;
  let scale = null;
  let chosen = null;
  let shown = [];

  function row(place) {
    const { within } = place;
    const where = [say(place.word), ...(within.length ? [said(within[within.length - 1])] : [])].join(" · ");
    const element = button({ "data-place": place.number, "aria-pressed": String(place === chosen),
      "aria-label": petakan.symbols.spoken(place) }, () => onChoose(place, element),
    petakan.legend.glyph(place, scale),
    make("span", { class: "name", dir: "auto" }, said(place.name)),
    make("span", { class: "level" }, where),
    make("span", { class: "n" }, written(place.count)));
    return make("li", {}, element);
  }

  function more(from) {
    const rest = shown.length - from;
    const element = make("li", { class: "rest" }, button({ class: "more" }, () => {
      element.replaceWith(...shown.slice(from).map(row));
      items.children[from].querySelector("button").focus();
    }, count("list.more", rest)));
    return element;
  }

  /** Show the places that the filter lets through. */
  function refresh() {
    const { sort } = petakan.state.get();
    shown = petakan.filter.places(sort);
    items.replaceChildren(...shown.slice(0, AT_ONCE).map(row), ...(shown.length > AT_ONCE ? [more(AT_ONCE)] : []));
    const { places, mentions } = petakan.filter.sums();
    sum.textContent = `${count("places.n", places)} · ${count("mentions.n", mentions)}`;
    items.hidden = shown.length === 0;
  }

  /** Mark the chosen place; null for none. */
  function mark(place) {
    chosen = place;
    items.querySelectorAll("button[data-place]").forEach((element) => {
      const isChosen = place !== null && Number(element.dataset.place) === place.number;
      element.setAttribute("aria-pressed", String(isChosen));
      if (isChosen) element.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  function sorter() {
    const { state } = petakan;
    const choices = [["", "sort.count"], ["name", "sort.name"]].map(([value, key]) => {
      const element = button({ "data-say": key }, () => state.set({ sort: value }), say(key));
      const show = () => element.setAttribute("aria-pressed", String(state.get().sort === value));
      state.watch(["sort"], show);
      show();
      return element;
    });
    return make("div", { class: "segments", role: "group", "data-label": "sort", "aria-label": say("sort") }, ...choices);
  }

  /** Make the list in its panel; `clear` is the way out of all filters. */
  function start(panel, choose, theScale, clear) {
    onChoose = choose;
    scale = theScale;
    items = make("ol", {});
    sum = make("p", { class: "sum" });
    panel.querySelector(".find").append(sorter());
    panel.append(make("div", { class: "list-head" }, sum, clear), items);
  }

  return { start, refresh, mark };
})();
