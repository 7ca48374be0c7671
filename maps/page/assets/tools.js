"use strict";
/* The head of the page: the three views, the language, the colors. */

petakan.tools = (function () {
  const { read, say, make, button, icon, count } = petakan.content;
  const { state } = petakan;
  const VIEWS = [["map", "M3 5l5-2l4 2l5-2v12l-5 2l-4-2l-5 2zM8 3v12M12 5v12"], ["story", "M4 4h12v9H9l-3 3v-3H4z"], ["reader", "M4 4h12M4 8h12M4 12h12M4 16h7"]];
  const THEMES = ["", "light", "dark", "contrast"];
  const LANGUAGES = [["id", "ID", "ID: Bahasa Indonesia"], ["en", "EN", "EN: English"]];

  /** Say all words of the page anew that stand in its HTML. */
  function retell() {
    document.querySelectorAll("[data-say]").forEach((element) => { element.textContent = say(element.dataset.say, element.dataset); });
    document.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", say(element.dataset.label)));
    document.querySelectorAll("[data-hint]").forEach((element) => element.setAttribute("placeholder", say(element.dataset.hint)));
    const { places, mentions, articles } = read();
    document.getElementById("counts").textContent = [count("places.n", places.length), count("mentions.n", mentions.length),
      count("articles.n", articles.length)].join(" · ");
  }

  function views(nav) {
    const links = VIEWS.map(([view, path]) => {
      const link = make("a", { href: `#view=${view}` }, icon(path), make("span", { "data-say": `view.${view}` }, say(`view.${view}`)));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        state.set({ view }, { isStep: true });
      });
      return [view, link];
    });
    const show = () => links.forEach(([view, link]) => {
      link.setAttribute("href", state.address({ view }));
      if (state.get().view === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    nav.append(...links.map(([, link]) => link));
    state.watch(["view"], show);
    show();
  }

  function languages() {
    const buttons = LANGUAGES.map(([code, short, long]) => {
      const element = button({ lang: code, "aria-label": long }, () => state.set({ lang: code }), short);
      return [code, element];
    });
    const show = () => buttons.forEach(([code, element]) => element.setAttribute("aria-pressed", String(petakan.content.spoken() === code)));
    state.watch(["lang"], show);
    show();
    return make("div", { class: "segments", role: "group", "data-label": "language", "aria-label": say("language") }, ...buttons.map(([, one]) => one));
  }

  /** The colors that are wanted: those chosen, else those of the reader's system. */
  function paint() {
    const wants = (query) => window.matchMedia(query).matches;
    const own = wants("(prefers-contrast: more)") ? "contrast" : wants("(prefers-color-scheme: dark)") ? "dark" : "light";
    const { theme } = state.get();
    document.documentElement.dataset.theme = theme && THEMES.includes(theme) ? theme : own;
  }

  function themes() {
    const menu = make("select", { class: "themes", "data-label": "theme", "aria-label": say("theme") },
      ...THEMES.map((theme) => make("option", { value: theme, "data-say": `theme.${theme || "own"}` }, say(`theme.${theme || "own"}`))));
    menu.value = THEMES.includes(state.get().theme) ? state.get().theme : "";
    menu.addEventListener("change", () => state.set({ theme: menu.value }));
    state.watch(["theme"], () => { menu.value = state.get().theme; paint(); });
    ["(prefers-contrast: more)", "(prefers-color-scheme: dark)"].forEach((query) => window.matchMedia(query).addEventListener("change", paint));
    paint();
    return menu;
  }

  /** The whole screen for a class, where the frame allows it. */
  function wholeScreen() {
    if (!document.fullscreenEnabled) return [];
    return [button({ class: "plain", "data-label": "screen", "aria-label": say("screen") }, () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {});
    }, icon("M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5"))];
  }

  /** Ways within the page must not take the place of the state in the address. */
  function heedWays() {
    document.addEventListener("click", (event) => {
      const way = event.target.closest('a[href^="#"]');
      if (!way || event.defaultPrevented || way.hash.includes("=")) return;
      const to = document.getElementById(way.hash.slice(1));
      if (!to) return;
      event.preventDefault();
      if (to.closest(".panel") || to.matches(".panel")) state.set({ view: "map" });
      to.setAttribute("tabindex", "-1");
      to.scrollIntoView();
      to.focus({ preventScroll: true });
    });
  }

  function start() {
    views(document.getElementById("views"));
    document.getElementById("tools").append(
      make("a", { href: "#help", class: "plain", "data-say": "help.short" }, say("help.short")), languages(), themes(), ...wholeScreen());
    heedWays();
  }

  return { start, retell };
})();
