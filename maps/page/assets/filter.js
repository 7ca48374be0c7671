"use strict";
/* Which mentions are shown, and how often each place is then mentioned. */

petakan.filter = (function () {
  const { read, inLanguage } = petakan.content;
  const GROUPS = { continent: "region", region: "region", country: "country", adm1: "adm", adm2: "adm", city: "city" };

  const lowered = [];
  let warmed = 0;
  let passes = new Uint8Array(0);

  const simple = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  /** The places whose names hold the words that are looked for. */
  function named(words) {
    const { places, said } = read();
    return places.map(({ name, own }) => [name, own].some((number) => (
      [].concat(said[number]).some((one) => simple(one).includes(words)))));
  }

  function isInSentence(number, words) {
    if (lowered[number] === undefined) lowered[number] = simple(petakan.data.sentence(number).text);
    return lowered[number].includes(words);
  }

  /** Get sentences ready for a search while there is nothing else to do. */
  function warm(deadline) {
    const { sentences } = read();
    while (warmed < sentences.length && deadline.timeRemaining() > 2) {
      isInSentence(warmed, "");
      warmed += 1;
    }
    if (warmed < sentences.length) requestIdleCallback(warm);
  }

  /** What of the state counts in the view: a reader sees the article being read, a story all of it. */
  function wanted() {
    const state = petakan.state.get();
    if (state.view === "story") return {};
    return state.view === "reader" ? { ...state, articles: String(Number(state.article) + 1) } : state;
  }

  /** Of all articles, those that are chosen and of a day that is. */
  function chosenArticles({ articles, from, to }) {
    const numbers = articles ? new Set(articles.split(",").map((one) => Number(one) - 1)) : null;
    return read().articles.map(({ day }, number) => {
      if (numbers && !numbers.has(number)) return false;
      return (!from && !to) || (day !== null && (!from || day >= from) && (!to || day <= to));
    });
  }

  const asSet = (text) => (text ? new Set(text.split(",")) : null);

  /** Count: each place gets `count`, `literal`, `associative` and `unsure`. */
  function apply() {
    const data = petakan.data.open();
    const state = wanted();
    const inArticle = chosenArticles({ articles: "", from: "", to: "", ...state });
    const [levels, usage, sure] = [asSet(state.levels), asSet(state.usage), asSet(state.sure)];
    const words = simple((state.q || "").trim());
    const byName = words ? named(words) : null;
    const inLevel = data.places.map(({ level }) => !levels || levels.has(GROUPS[level]));
    data.places.forEach((place) => Object.assign(place, { count: 0, literal: 0, associative: 0, unsure: 0 }));
    passes = new Uint8Array(data.n);
    for (let m = 0; m < data.n; m += 1) {
      const p = data.place[m];
      const how = data.how[m];
      if (!inArticle[data.article[m]] || !inLevel[p]) continue;
      if (usage && !usage.has(how & 1 ? "associative" : "literal")) continue;
      if (sure && !sure.has(["sure", "likely", "unsure"][(how >> 1) & 3])) continue;
      if (words && !byName[p] && !isInSentence(data.sentence[m], words)) continue;
      passes[m] = 1;
      const place = data.places[p];
      place.count += 1;
      place[how & 1 ? "associative" : "literal"] += 1;
      if (((how >> 1) & 3) === 2) place.unsure += 1;
    }
  }

  const isShown = (m) => passes[m] === 1;

  /** The places that are shown, the most mentioned first or by name. */
  function places(sort = "") {
    const shown = read().places.filter(({ count }) => count > 0);
    const order = new Intl.Collator(petakan.content.spoken());
    const names = new Map(shown.map((place) => [place, inLanguage(read().said[place.name])]));
    const byName = (a, b) => order.compare(names.get(a), names.get(b));
    return shown.sort(sort === "name" ? byName : (a, b) => b.count - a.count || a.number - b.number);
  }

  /** How much is shown: of places, and of mentions. */
  function sums() {
    const { places: all } = read();
    return { places: all.filter(({ count }) => count > 0).length, mentions: all.reduce((sum, { count }) => sum + count, 0) };
  }

  return { GROUPS, warm, apply, isShown, places, sums };
})();
