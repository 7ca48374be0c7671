"use strict";
/* Puts the page together: state, base map, symbols, names, and the three views. */

petakan.page = (function () {
  const { read, say, make, speak, button, icon } = petakan.content;
  const { state, data } = petakan;
  let map = null;
  let atlas = null;
  let symbols = [];
  let scale = null;
  let relabel = null;
  let opener = null; // what had the focus when a card was opened
  let chosen = null;

  const byId = (id) => document.getElementById(id);
  const isCrowded = () => state.get().view === "story";

  function credits() {
    const { credit } = read();
    const sources = "GeoNames (CC BY 4.0) · Natural Earth · Unicode CLDR · Leaflet";
    const box = make("div", { class: "credits", dir: "auto" }, credit ? `${credit} · ${sources}` : sources);
    const Credits = L.Control.extend({ onAdd: () => box });
    new Credits({ position: "bottomleft" }).addTo(map);
  }

  function addControls() {
    map.attributionControl.setPrefix(false).setPosition("bottomleft"); // left for layers that others add
    L.control.zoom({ zoomInTitle: say("zoom.in"), zoomOutTitle: say("zoom.out"), position: "topleft" }).addTo(map);
    map.getContainer().querySelectorAll(".leaflet-control-zoom a").forEach((way, index) => {
      way.dataset.label = index ? "zoom.out" : "zoom.in";
      way.removeAttribute("title");
    });
    const Reset = L.Control.extend({
      onAdd() {
        const reset = button({ class: "reset", "data-label": "reset", "aria-label": say("reset") }, () => frame(false),
          icon("M10 3.5L16.5 10L15 10V16.5H5V10H3.5Z"));
        L.DomEvent.disableClickPropagation(reset);
        return make("div", { class: "leaflet-bar" }, reset);
      },
    });
    new Reset({ position: "topleft" }).addTo(map);
    credits();
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  }

  /** The places that the view is about, as a set; null where it is about all. */
  function some() {
    const places = isCrowded() ? petakan.chapters.places() : null;
    return places && places.length ? new Set(places) : null;
  }

  /** Show what the view is about. */
  function frame(isInstant) {
    const about = some();
    const shown = symbols.filter(({ place }) => (about ? about.has(place) : place.count > 0));
    petakan.camera.showAll(map, shown.length ? shown : symbols, { isInstant });
  }

  function emphasize() {
    const about = some();
    petakan.symbols.highlight(symbols, chosen, about);
    relabel(about || new Set(), chosen);
  }

  const mentionsOf = (place) => {
    const all = data.open().ofPlace[place.number];
    return state.get().view === "map" ? all.filter(petakan.filter.isShown) : all;
  };

  function close() {
    state.set({ place: "" });
  }

  /** Fill the card from the state. */
  function refreshCard(isQuiet) {
    const card = byId("card");
    const place = read().places.find(({ id }) => id === state.get().place) || null;
    const mentions = place ? mentionsOf(place) : [];
    const had = card.contains(document.activeElement);
    chosen = mentions.length ? place : null;
    if (chosen) petakan.card.show(card, place, mentions, { onClose: close, onRead: petakan.reader.readAt, isQuiet });
    else petakan.card.hide(card);
    petakan.list.mark(chosen);
    petakan.reader.mark(chosen);
    emphasize();
    if (!chosen && had) (opener && opener.isConnected ? opener : map.getContainer()).focus({ preventScroll: true });
    if (!chosen) opener = null;
  }

  /** Open the card of a place; `element` is what was pressed. */
  function choose(place, element) {
    opener = element;
    const isOnMap = map.getContainer().contains(element);
    if (state.get().place === place.id) refreshCard(false);
    else state.set({ place: place.id });
    const isSheet = byId("card").offsetWidth === window.innerWidth;
    if (!isOnMap) map.getContainer().parentElement.scrollIntoView({ block: isSheet && state.get().view === "map" ? "start" : "nearest" });
    if (isOnMap && state.get().view === "reader") petakan.reader.scrollToPlace();
    petakan.camera.show(map, symbols[place.number], isOnMap);
  }

  /** Count anew, and show it everywhere. */
  function recount() {
    petakan.filter.apply();
    petakan.symbols.refresh(symbols, scale);
    petakan.list.refresh();
    petakan.filters.nothing();
    petakan.table.refresh();
    const { places, mentions } = petakan.filter.sums();
    byId("status").textContent = say("status", { places: petakan.content.count("places.n", places), mentions: petakan.content.count("mentions.n", mentions) });
  }

  function showView() {
    const { view } = state.get();
    document.documentElement.dataset.view = view;
    if (view === "reader") petakan.reader.refresh();
    else petakan.reader.leave();
    if (view === "story") petakan.chapters.refresh();
    recount();
    map.invalidateSize({ animate: false });
  }

  function heedState() {
    state.watch(["lang"], () => {
      petakan.tools.retell();
      petakan.legend.fill(byId("legend"), scale);
      showView();
      refreshCard(true);
    });
    state.watch(["view"], () => { showView(); refreshCard(true); frame(true); });
    state.watch(state.FILTERS, () => { recount(); refreshCard(true); });
    state.watch(["sort"], petakan.list.refresh);
    state.watch(["article"], () => {
      if (state.get().view !== "reader") return;
      petakan.reader.refresh();
      recount();
      emphasize();
      if (!chosen) frame(false);
    });
    state.watch(["chapter"], (changed) => {
      if (state.get().view !== "story") return;
      petakan.chapters.refresh();
      if (!changed.includes("place")) close();
      emphasize();
      frame(false);
      byId("status").textContent = petakan.chapters.spoken();
    });
    state.watch(["place"], () => refreshCard(false));
  }

  /** On paper the map has a width of its own, and a story is told to its end. */
  function preparePrint() {
    const print = (isPrinting) => () => {
      if (state.get().view === "story") petakan.chapters[isPrinting ? "unfold" : "refresh"]();
      document.documentElement.classList.toggle("printing", isPrinting);
      map.invalidateSize({ animate: false });
      frame(true);
    };
    window.addEventListener("beforeprint", print(true));
    window.addEventListener("afterprint", print(false));
  }

  function heedHand() {
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    map.on("click", close);
    // the wheel moves the page until a reader has taken hold of the map
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    let width = 0;
    new ResizeObserver(() => {
      if (map.getContainer().offsetWidth === width) return;
      width = map.getContainer().offsetWidth;
      map.invalidateSize({ animate: false });
    }).observe(map.getContainer());
  }

  function makePanels() {
    const list = byId("list");
    petakan.list.start(list, choose, scale, petakan.filters.start(list));
    petakan.reader.start(byId("reader"), choose);
    petakan.chapters.start(byId("story"), choose);
    petakan.table.start(read().places, choose);
    petakan.timeline.start();
  }

  function start(theMap) {
    map = theMap;
    const { places, base } = read();
    data.open();
    state.start(read().view);
    speak(state.get().lang);
    state.watch(["lang"], () => speak(state.get().lang)); // before all others that heed it
    document.documentElement.dataset.view = state.get().view;
    petakan.tools.start();
    if (document.documentElement.lang !== read().language) petakan.tools.retell();
    atlas = petakan.basemap.open(base);
    scale = petakan.symbols.scaleOf(places);
    petakan.filter.apply();
    makePanels();
    petakan.legend.fill(byId("legend"), scale);
    map.invalidateSize({ animate: false }); // panels and legend have taken their room
    const hold = petakan.camera.hold(map);
    symbols = petakan.symbols.prepare(map, places, atlas, scale);
    frame(true); // before anything is drawn, so that it is drawn once
    hold();
    petakan.basemap.draw(map, atlas, base.disputed);
    petakan.symbols.draw(map, symbols, choose);
    addControls();
    petakan.inset.start(map, atlas);
    relabel = petakan.labels.draw(map, symbols, atlas, base, choose);
    const size = map.getSize();
    showView();
    refreshCard(true);
    if (!size.equals(map.getSize())) frame(true);
    if (chosen) petakan.camera.show(map, symbols[chosen.number], false);
    heedState();
    heedHand();
    preparePrint();
    if (window.requestIdleCallback) requestIdleCallback(petakan.filter.warm);
  }

  return { start };
})();
