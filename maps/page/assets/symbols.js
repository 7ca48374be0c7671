"use strict";
/* A symbol for each place: countries are areas, towns are circles, all else is a dashed ring. Never a pin. */

petakan.symbols = (function () {
  const { count, say, said } = petakan.content;

  const PANES = { continent: 400, region: 405, country: 410, ring: 420, city: 450 };
  const EDGE = 40; // px
  const SMALLEST_TOWN = 6; // px
  const LARGEST_TOWN = 24; // px
  const LARGEST_IN_CROWD = 14; // px
  const CROWD = 60; // places
  const SMALLEST_RING = 9; // px
  const SMALL_COUNTRY = 1.5; // degrees: a country that spans less is drawn as a circle of its area
  const RADII = { continent: 2500, region: 400, country: 15, adm1: 80, adm2: 25 }; // km, where the gazetteer has none
  const EVERY_SYMBOL_IN_TAB_ORDER = 30;
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

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

  function shape(place, atlas, scale, renderers) {
    const pane = place.level in PANES ? place.level : "ring";
    const options = { pane, renderer: renderers[pane], className: classes(place, scale), bubblingMouseEvents: false };
    const at = [place.lat, place.lon];
    const rings = place.iso ? atlas.rings(place.iso) : [];
    if (isDrawnAsArea(place, rings)) return L.polygon(rings, { ...options, smoothFactor: 0.6 });
    if (place.level === "city") return L.circleMarker(at, { ...options, radius: townRadius(place.total, scale) });
    const ringPane = place.level === "country" ? "ring" : pane;
    const radius = 1000 * (place.radius || RADII[place.level]);
    return L.circle(at, { ...options, pane: ringPane, renderer: renderers[ringPane], radius });
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
    path.addEventListener("focus", () => { if (path.matches(":focus-visible")) comeIntoView(map, symbol); });
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
    const renderers = {};
    Object.entries(PANES).forEach(([pane, zIndex]) => {
      map.createPane(pane).style.zIndex = zIndex;
      renderers[pane] = L.svg({ pane, padding: 0.6 });
    });
    return places.map((place) => {
      const layer = shape(place, atlas, scale, renderers);
      return { place, layer, km: layer instanceof L.Circle ? layer.getRadius() / 1000 : 0 };
    });
  }

  /** Draw them; `onChoose(place, element)` is called when a reader clicks one or presses Enter on it. */
  function draw(map, symbols, onChoose) {
    // the largest first, so that no symbol lies hidden under another
    const size = ({ layer }) => (layer instanceof L.CircleMarker ? layer.getRadius() : 1e9);
    [...symbols].sort((a, b) => size(b) - size(a)).forEach(({ layer }) => layer.addTo(map));
    symbols.forEach((symbol) => heedKeys(map, symbol, symbols, onChoose));
    keepVisible(map, symbols);
    map.on("zoomend", () => keepVisible(map, symbols));
  }

  /** Show what the filter lets through, in the size of what is counted; one of many is the tab stop. */
  function refresh(symbols, scale) {
    const isCrowd = symbols.length > EVERY_SYMBOL_IN_TAB_ORDER;
    let isFirst = true;
    symbols.forEach(({ place, layer }) => {
      const path = layer.getElement();
      const look = place.count ? `${classes(place, scale)} leaflet-interactive` : "symbol is-out";
      const kept = ["is-chosen", "is-dim"].filter((name) => path.classList.contains(name));
      path.setAttribute("class", [look, ...kept].join(" "));
      if (!place.count) return;
      path.setAttribute("aria-label", spoken(place));
      path.setAttribute("tabindex", isFirst || !isCrowd ? "0" : "-1");
      isFirst = false;
      const isTown = layer instanceof L.CircleMarker && !(layer instanceof L.Circle);
      const radius = townRadius(place.count, scale);
      if (isTown && layer.getRadius() !== radius) layer.setRadius(radius);
    });
  }

  /** Mark one place as chosen, and let all but some fade; null for none of either. */
  function highlight(symbols, chosen, some) {
    symbols.forEach(({ place, layer }) => {
      const path = layer.getElement();
      path.classList.toggle("is-chosen", place === chosen);
      path.classList.toggle("is-dim", some !== null && !some.has(place));
    });
  }

  return { prepare, draw, refresh, highlight, classes, scaleOf, townRadius, isUnsure, spoken };
})();
