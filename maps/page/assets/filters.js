"use strict";
/* What to show: a search, and choices by article, day, level, use and certainty. */

petakan.filters = (function () {
  const { read, say, make, button, icon, count, later } = petakan.content;
  const { state } = petakan;
  const FEW_ARTICLES = 12;
  const GROUPS = [
    ["levels", [["country", "legend.country"], ["adm", "legend.admin"], ["city", "level.city"], ["region", "legend.region"]]],
    ["usage", [["literal", "literal"], ["associative", "associative"]]],
    ["sure", [["sure", "sure"], ["likely", "likely"], ["unsure", "unsure"]]],
  ];

  const parts = (key) => (state.get()[key] ? state.get()[key].split(",") : []);

  /** One box more or less; none and all are the same. */
  function toggle(key, value, all) {
    const before = parts(key).length ? parts(key) : all;
    const wanted = all.filter((one) => (one === value ? !before.includes(one) : before.includes(one)));
    state.set({ [key]: wanted.length === all.length || !wanted.length ? "" : wanted.join(",") });
  }

  function box(key, value, all, ...label) {
    const input = make("input", { type: "checkbox" });
    const show = () => { input.checked = !state.get()[key] || parts(key).includes(value); };
    input.addEventListener("change", () => { toggle(key, value, all); show(); });
    state.watch([key], show);
    show();
    return make("label", { class: "box" }, input, make("span", { dir: "auto" }, ...label));
  }

  function group(key, ...content) {
    return make("fieldset", {}, make("legend", { "data-say": `filter.${key}` }, say(`filter.${key}`)), ...content);
  }

  function choices([key, values]) {
    const all = values.map(([value]) => value);
    return group(key, ...values.map(([value, words]) => box(key, value, all, make("span", { "data-say": words }, say(words)))));
  }

  function articleMenu(articles) {
    const menu = make("select", { "data-label": "filter.articles", "aria-label": say("filter.articles") },
      make("option", { value: "", "data-say": "filter.all" }, say("filter.all")),
      ...articles.map(({ title }, number) => make("option", { value: String(number + 1) }, title)));
    const show = () => { menu.value = state.get().articles; };
    menu.addEventListener("change", () => state.set({ articles: menu.value }));
    state.watch(["articles"], show);
    show();
    return menu;
  }

  function byArticle() {
    const { articles } = read();
    if (articles.length < 2) return [];
    if (articles.length > FEW_ARTICLES) return [group("articles", articleMenu(articles))];
    const all = articles.map((_, number) => String(number + 1));
    return [group("articles", ...articles.map(({ title }, number) => box("articles", all[number], all, title)))];
  }

  function dayInput(key, days) {
    const input = make("input", { type: "date", min: days[0], max: days[days.length - 1] });
    const show = () => { input.value = state.get()[key]; };
    input.addEventListener("change", () => state.set({ [key]: input.value }));
    state.watch([key], show);
    show();
    return make("label", { class: "day" }, make("span", { "data-say": `filter.${key}` }, say(`filter.${key}`)), input);
  }

  function byDay() {
    const days = read().articles.map(({ day }) => day).filter(Boolean).sort();
    return new Set(days).size > 1 ? [group("days", dayInput("from", days), dayInput("to", days))] : [];
  }

  function search() {
    const input = make("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false",
      "data-label": "filter.q", "aria-label": say("filter.q"), "data-hint": "filter.q", placeholder: say("filter.q") });
    const show = () => { if (document.activeElement !== input) input.value = state.get().q; };
    // the letter is seen first; what is typed meanwhile is looked for together
    input.addEventListener("input", later(() => state.set({ q: input.value.trim() })));
    state.watch(["q"], show);
    input.value = state.get().q;
    return make("div", { class: "search" }, icon("M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M13.2 13.2L17 17"), input);
  }

  /** How many of the filters are set, and the way out of them. */
  function clearer(details) {
    const words = make("span", {});
    const clear = button({ class: "clear", "data-say": "filter.clear" }, () => {
      state.clear();
      document.getElementById("search").value = "";
      details.querySelector("summary").focus();
    }, say("filter.clear"));
    const show = () => {
      const n = state.FILTERS.filter((key) => key !== "q" && key !== "to" && state.get()[key] !== "").length
        + (state.get().to && !state.get().from ? 1 : 0);
      words.textContent = n ? count("filter.n", n) : say("filter");
      clear.hidden = !state.isFiltered();
    };
    state.watch([...state.FILTERS, "lang"], show);
    show();
    details.prepend(make("summary", {}, icon("M3 5h14M6 10h8M9 15h2"), words));
    return clear;
  }

  /** Put search and filters into the panel of the list; gives the way out of them all. */
  function start(panel) {
    const details = make("details", { class: "filters" },
      make("div", { class: "choices" }, ...GROUPS.map(choices), ...byDay(), ...byArticle()));
    const clear = clearer(details);
    panel.append(make("div", { class: "find" }, search(), details));
    return clear;
  }

  /** Said over the map where nothing is left to show. */
  function nothing() {
    const { mentions } = petakan.filter.sums();
    const notice = document.getElementById("notice");
    const hasPlaces = read().places.length > 0;
    notice.hidden = mentions > 0 || petakan.state.get().view !== "map";
    if (notice.hidden) return notice.replaceChildren();
    const key = hasPlaces ? "nothing" : "empty";
    const way = hasPlaces ? [button({ class: "more" }, () => {
      state.clear();
      document.getElementById("search").value = "";
      document.getElementById("search").focus();
    }, say("filter.clear"))] : [];
    return notice.replaceChildren(make("h2", {}, say(`${key}.title`)), make("p", {}, say(`${key}.text`)), ...way);
  }

  return { start, nothing };
})();
