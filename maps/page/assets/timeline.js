"use strict";
/* Mentions by day: a bar chart that is the filter of dates too, and can play. */

petakan.timeline = (function () {
  const { read, say, make, button, icon, count, day } = petakan.content;
  const { state } = petakan;
  const MOST_BARS = 48;
  const BEAT = 1400; // ms
  const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
  const DAY = 86_400_000;
  /* the start of the bin that a day lies in, and of the next one */
  const BINS = {
    day: [(date) => date, (date) => new Date(date.getTime() + DAY)],
    week: [(date) => new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY), (date) => new Date(date.getTime() + 7 * DAY)],
    month: [(date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)),
      (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))],
    year: [(date) => new Date(Date.UTC(date.getUTCFullYear(), 0, 1)), (date) => new Date(Date.UTC(date.getUTCFullYear() + 1, 0, 1))],
  };

  const utc = (iso) => new Date(`${iso}T00:00:00Z`);
  const iso = (date) => date.toISOString().slice(0, 10);

  let bins = [];
  let bars = [];
  let timer = 0;

  function binsOf(days, [floor, next], limit = Infinity) {
    const found = [];
    const last = utc(days[days.length - 1]);
    for (let at = floor(utc(days[0])); at <= last && found.length <= limit; at = next(at)) {
      found.push({ from: iso(at), to: iso(new Date(next(at).getTime() - DAY)), mentions: 0, articles: 0 });
    }
    return found;
  }

  /** Bins of the finest sort of which there are not too many. */
  function divide(articles, mentionsOf) {
    const days = articles.map((article) => article.day).filter(Boolean).sort();
    const sort = Object.keys(BINS).find((name) => binsOf(days, BINS[name], MOST_BARS).length <= MOST_BARS) || "year";
    const found = binsOf(days, BINS[sort]);
    articles.forEach((article, number) => {
      const bin = found.find(({ from, to }) => article.day !== null && article.day >= from && article.day <= to);
      if (!bin) return;
      bin.mentions += mentionsOf[number].length;
      bin.articles += 1;
    });
    return found.map((bin) => ({ ...bin, sort }));
  }

  function nameOf({ from, to, sort }) {
    const shapes = { month: { month: "long", year: "numeric" }, year: { year: "numeric" } };
    if (sort in shapes) return day(from, shapes[sort]);
    return sort === "day" ? day(from) : `${day(from)} – ${day(to)}`;
  }

  const isIn = (bin) => {
    const { from, to } = state.get();
    return (!from || bin.to >= from) && (!to || bin.from <= to);
  };

  const isOnly = (bin) => state.get().from === bin.from && state.get().to === bin.to;

  function choose(bin, isMore) {
    const { from, to } = state.get();
    if (isMore && from && to) state.set({ from: bin.from < from ? bin.from : from, to: bin.to > to ? bin.to : to });
    else if (isOnly(bin)) state.set({ from: "", to: "" });
    else state.set({ from: bin.from, to: bin.to });
  }

  function bar(bin, most) {
    const fill = make("span", { class: "fill" });
    fill.style.blockSize = `${bin.mentions ? Math.max(6, (100 * bin.mentions) / most) : 0}%`;
    const element = button({ class: "bar" }, (event) => { stop(); choose(bin, event.shiftKey); }, fill);
    element.disabled = bin.articles === 0;
    element.addEventListener("keydown", (event) => {
      if (!(event.key in STEPS)) return;
      event.preventDefault();
      event.stopPropagation();
      const full = bars.filter((one) => !one.disabled);
      const to = full[(full.indexOf(element) + STEPS[event.key] + full.length) % full.length];
      bars.forEach((one) => one.setAttribute("tabindex", one === to ? "0" : "-1"));
      to.focus();
    });
    return element;
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    show();
  }

  /** From bin to bin that has articles; at the end all is shown again. */
  function beat() {
    const full = bins.filter(({ articles }) => articles);
    const at = full.findIndex(isOnly);
    if (at + 1 < full.length) state.set({ from: full[at + 1].from, to: full[at + 1].to });
    else {
      stop();
      state.set({ from: "", to: "" });
    }
  }

  function play() {
    if (timer) {
      stop();
      return;
    }
    timer = setInterval(beat, BEAT);
    beat();
    show();
  }

  function show() {
    const section = document.getElementById("timeline");
    if (!bins.length) return;
    const { from, to } = state.get();
    bars.forEach((element, number) => {
      const bin = bins[number];
      element.classList.toggle("is-out", !isIn(bin));
      element.setAttribute("aria-pressed", String(Boolean(from || to) && isIn(bin)));
      element.setAttribute("aria-label", `${nameOf(bin)}: ${count("mentions.n", bin.mentions)}, ${count("articles.n", bin.articles)}`);
      element.title = element.getAttribute("aria-label");
    });
    const within = bins.filter(isIn);
    const undated = read().articles.filter((article) => article.day === null).length;
    const [first, last] = [within[0] || bins[0], within[within.length - 1] || bins[bins.length - 1]];
    const span = first === last ? nameOf(first) : `${nameOf(first)} – ${nameOf(last)}`;
    section.querySelector(".span").textContent = undated ? `${span} · ${count("timeline.undated", undated)}` : span;
    const player = section.querySelector(".play");
    player.setAttribute("aria-label", say(timer ? "timeline.stop" : "timeline.play"));
    player.replaceChildren(icon(timer ? "M7 4v12M13 4v12" : "M6 3.5L16 10L6 16.5Z"));
    section.querySelector(".all").hidden = !from && !to;
  }

  /** Draw the chart where at least two days are known. */
  function start() {
    const data = petakan.data.open();
    const { articles } = read();
    if (new Set(articles.map((article) => article.day).filter(Boolean)).size < 2) return;
    bins = divide(articles, data.ofArticle);
    const most = Math.max(1, ...bins.map(({ mentions }) => mentions));
    bars = bins.map((bin) => bar(bin, most));
    bars.forEach((element, number) => element.setAttribute("tabindex", number ? "-1" : "0"));
    const section = document.getElementById("timeline");
    section.hidden = false;
    const all = button({ class: "all", "data-say": "timeline.all" }, () => {
      stop();
      state.set({ from: "", to: "" });
      bars.find((one) => one.getAttribute("tabindex") === "0").focus();
    }, say("timeline.all"));
    section.append(button({ class: "play" }, play),
      make("div", { class: "bars", role: "group", "data-label": "timeline.bars", "aria-label": say("timeline.bars") }, ...bars),
      make("p", { class: "span" }), all);
    state.watch(["from", "to", "lang"], show);
    show();
  }

  return { start };
})();
