"use strict";
/* The list of places beside the map: the most mentioned first, or by name. */

petakan.list = (function () {
  const { written, make, button, said, say, count, later } = petakan.content;
  const AT_ONCE = 80;
  const IN_SIGHT = 24;

  let items = null;
  let sum = null;
  let onChoose = null;
  let scale = null;
  let chosen = null;
  let shown = [];
  let isWhole = true;
  let isAtTop = true;

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

  function addRows(to) {
    items.append(...shown.slice(items.childElementCount, to).map(row));
    isWhole = to >= Math.min(shown.length, AT_ONCE);
    if (isWhole && shown.length > AT_ONCE) items.append(more(AT_ONCE));
  }

  const addRest = later(() => { if (!isWhole) addRows(AT_ONCE); });

  /** Show the places that the filter lets through: those in sight at once, the rest when these are drawn. */
  function refresh() {
    const { sort } = petakan.state.get();
    shown = petakan.filter.places(sort);
    items.replaceChildren();
    addRows(isAtTop && !chosen ? IN_SIGHT : AT_ONCE);
    if (!isWhole) addRest();
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
    // noted when it changes: to ask for it in the midst of a change would make the browser lay out the page twice
    panel.addEventListener("scroll", () => { isAtTop = panel.scrollTop === 0 && items.scrollLeft === 0; }, true);
  }

  return { start, refresh, mark };
})();
