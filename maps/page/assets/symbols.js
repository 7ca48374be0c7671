"use strict";
/* A symbol for each place: countries are areas, towns are circles, all else is a dashed ring. Never a pin. */

petakan.symbols = (function () {
  const { count, say, said } = petakan.content;

  const PANE = "symbols"; // one drawing of them all: the browser paints each drawing anew, tile by tile
  const LIES_OVER = ["continent", "region", "country", "ring", "city"]; // the last on top
  const EDGE = 40; // px
  const SMALLEST_TOWN = 6; // px
  const LARGEST_TOWN = 24; // px
  const LARGEST_IN_CROWD = 14; // px
  const CROWD = 60; // places
  const SMALLEST_RING = 9; // px
  const SMALL_COUNTRY = 1.5; // degrees: a country that spans less is drawn as a circle of its area
  const RADII = { continent: 2500, region: 400, country: 15, adm1: 80, adm2: 25 }; // km, where the gazetteer has none
  const EVERY_SYMBOL_IN_TAB_ORDER = 30;
  const AT_A_TIME = 200; // symbols, so that nobody waits
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  let telling = 0;

  /** What symbols are measured by: the most mentions of a town and of any other place, and px for that town. */
  function scaleOf(places) {
    const most = (some) => Math.max(1, ...some.map((place) => place.total));
    const towns = places.filter(({ level }) => level === "city");
    const others = places.filter(({ level }) => level !== "city");
    const largest = places.length > CROWD ? LARGEST_IN_CROWD : LARGEST_TOWN;
    return { town: most(towns), other: most(others), largest };
  }

  /** Radius in px of a town with `n` mentions: its area grows with n. */
  function townRadius(n, { town, largest }) {
    return Math.max(SMALLEST_TOWN, Math.min(SMALLEST_TOWN, largest / Math.sqrt(town)) * Math.sqrt(n));
  }

  const isUnsure = (place) => place.count > 0 && place.unsure === place.count;

  /** The classes that style a symbol: on the map, in the list and in the legend alike. */
  function classes(place, scale) {
    const share = place.count / Math.max(scale.other, 4);
    const part = share > 0.6 ? 3 : share > 0.25 ? 2 : 1;
    const kind = petakan.filter.GROUPS[place.level];
    const look = isUnsure(place) ? "is-unsure" : place.literal ? "is-literal" : "is-associative";
    return `symbol ${kind} ${look} part-${part} of-${place.level}`;
  }

  /** What a screen reader says of a place: name, level, how often, how, and how sure. */
  function spoken(place) {
    const facts = [said(place.name), say(place.word), count("mentions.n", place.count)];
    if (place.literal) facts.push(count("literal.n", place.literal));
    if (place.associative) facts.push(count("associative.n", place.associative));
    if (place.unsure) facts.push(`? ${count("unsure.n", place.unsure)}`);
    return facts.join(", ");
  }

  function isDrawnAsArea(place, rings) {
    if (place.level !== "country" || !rings.length) return false;
    const bounds = petakan.basemap.mainBounds(rings);
    return Math.max(bounds.getNorth() - bounds.getSouth(), bounds.getEast() - bounds.getWest()) > SMALL_COUNTRY;
  }

  function shape(place, atlas, scale, renderer) {
    const options = { pane: PANE, renderer, className: classes(place, scale), bubblingMouseEvents: false };
    const at = [place.lat, place.lon];
    const rings = place.iso ? atlas.rings(place.iso) : [];
    if (isDrawnAsArea(place, rings)) return L.polygon(rings, { ...options, smoothFactor: 0.6 });
    if (place.level === "city") return L.circleMarker(at, { ...options, radius: townRadius(place.total, scale) });
    return L.circle(at, { ...options, radius: 1000 * (place.radius || RADII[place.level]) });
  }

  /** Rings in km that would be too small to see at this zoom are drawn larger. */
  function keepVisible(map, symbols) {
    const metres = (lat) => (40075016.686 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
    symbols.filter(({ layer }) => layer instanceof L.Circle).forEach(({ layer, km }) => {
      layer.setRadius(Math.max(km * 1000, SMALLEST_RING * metres(layer.getLatLng().lat)));
    });
  }

  /** With many places, one of them is a tab stop and the arrow keys lead to the others that are shown. */
  function rove(symbols, path, step) {
    const shown = symbols.filter(({ place }) => place.count).map(({ layer }) => layer.getElement());
    const to = shown[(shown.indexOf(path) + step + shown.length) % shown.length];
    if (path.getAttribute("tabindex") === "0") path.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
  }

  /** Who comes here by keyboard must see where they are. */
  function comeIntoView(map, { place }) {
    map.panInside([place.lat, place.lon], { padding: [EDGE, EDGE], animate: false });
  }

  function heedKeys(map, symbol, symbols, onChoose) {
    const path = symbol.layer.getElement();
    path.setAttribute("role", "button");
    path.addEventListener("focus", () => {
      tell(symbol);
      if (path.matches(":focus-visible")) comeIntoView(map, symbol);
    });
    path.addEventListener("keydown", (event) => {
      const isChoice = event.key === "Enter" || event.key === " ";
      const isStep = event.key in STEPS && symbols.length > EVERY_SYMBOL_IN_TAB_ORDER;
      if (!isChoice && !isStep) return;
      event.preventDefault();
      event.stopPropagation();
      if (isChoice) onChoose(symbol.place, path);
      else rove(symbols, path, STEPS[event.key]);
    });
    symbol.layer.on("click", () => onChoose(symbol.place, path));
  }

  /** The symbols of all places, not yet on the map. */
  function prepare(map, places, atlas, scale) {
    map.createPane(PANE).style.zIndex = 410;
    const renderer = L.svg({ pane: PANE, padding: 0.6 });
    return places.map((place) => {
      const layer = shape(place, atlas, scale, renderer);
      return { place, layer, km: layer instanceof L.Circle ? layer.getRadius() / 1000 : 0, look: "", mark: "", worn: "", told: "" };
    });
  }

  /** How high a symbol lies: a small country's ring over areas, a town over all. */
  const height = ({ place: { level }, layer }) => (
    LIES_OVER.indexOf(LIES_OVER.includes(level) && !(level === "country" && layer instanceof L.Circle) ? level : "ring"));

  /** Draw them; `onChoose(place, element)` is called when a reader clicks one or presses Enter on it. */
  function draw(map, symbols, onChoose) {
    // of a kind the largest first, so that no symbol lies hidden under another
    const size = ({ layer }) => (layer instanceof L.CircleMarker ? layer.getRadius() : 1e9);
    [...symbols].sort((a, b) => height(a) - height(b) || size(b) - size(a)).forEach(({ layer }) => layer.addTo(map));
    symbols.forEach((symbol) => heedKeys(map, symbol, symbols, onChoose));
    keepVisible(map, symbols);
    map.on("zoomend", () => keepVisible(map, symbols));
  }

  /** What a symbol wears is written only where it changes: with 2,000 of them the rest would cost more than all else. */
  function wear(symbol) {
    const worn = symbol.look + symbol.mark;
    if (symbol.worn !== worn) symbol.layer.getElement().setAttribute("class", worn);
    symbol.worn = worn;
  }

  /** Say of a symbol what it now stands for. */
  function tell(symbol) {
    const told = symbol.place.count ? spoken(symbol.place) : symbol.told;
    if (symbol.told !== told) symbol.layer.getElement().setAttribute("aria-label", told);
    symbol.told = told;
  }

  /** Say it of all: of a few at once, of many while there is nothing else to do. */
  function tellAll(symbols) {
    if (telling) cancelIdleCallback(telling);
    let at = 0;
    const some = (deadline) => {
      for (const end = at + AT_A_TIME; at < end && at < symbols.length && deadline.timeRemaining() > 1; at += 1) tell(symbols[at]);
      if (at < symbols.length) telling = requestIdleCallback(some);
    };
    if (symbols.length > CROWD && window.requestIdleCallback) telling = requestIdleCallback(some);
    else symbols.forEach(tell);
  }

  /** With many symbols, the first that is shown is the tab stop; with few, each is. */
  function setTabStops(symbols) {
    const isCrowd = symbols.length > EVERY_SYMBOL_IN_TAB_ORDER;
    const stop = symbols.find(({ place }) => place.count);
    symbols.forEach((symbol) => {
      const tab = isCrowd && symbol !== stop ? "-1" : "0";
      const path = symbol.layer.getElement();
      if (path.getAttribute("tabindex") !== tab) path.setAttribute("tabindex", tab);
    });
  }

  /** Show what the filter lets through, in the size of what is counted. */
  function refresh(symbols, scale) {
    symbols.forEach((symbol) => {
      const { place, layer } = symbol;
      symbol.look = place.count ? `${classes(place, scale)} leaflet-interactive` : "symbol is-out";
      wear(symbol);
      if (!place.count || !(layer instanceof L.CircleMarker) || layer instanceof L.Circle) return;
      const radius = townRadius(place.count, scale);
      if (layer.getRadius() !== radius) layer.setRadius(radius);
    });
    setTabStops(symbols);
    tellAll(symbols);
  }

  /** Mark one place as chosen, and let all but some fade; null for none of either. */
  function highlight(symbols, chosen, some) {
    symbols.forEach((symbol) => {
      const { place } = symbol;
      symbol.mark = `${place === chosen ? " is-chosen" : ""}${some !== null && !some.has(place) ? " is-dim" : ""}`;
      wear(symbol);
    });
  }

  return { prepare, draw, refresh, highlight, classes, scaleOf, townRadius, isUnsure, spoken };
})();
