"use strict";
/* Puts the page together: base map, symbols, names, list, card. */

petakan.story = (function () {
  const { read, say, make, draw, isStill } = petakan.content;
  const CLOSEST = { continent: 3, region: 6, country: 5, adm1: 6.5, adm2: 7, city: 7 };
  const CLOSEST_AT_START = 6;
  const LEAST_OF_WIDTH = 0.75; // how much of the map's width the world fills at least
  const WIDE = 60; // degrees: a country that spans more does not decide what the first view shows

  function addControls(map, onReset) {
    map.attributionControl.setPrefix('<a href="https://leafletjs.com" rel="noopener noreferrer">Leaflet</a>');
    map.attributionControl.addAttribution('<a href="https://www.geonames.org/" rel="noopener noreferrer">GeoNames</a> '
      + "CC BY 4.0 · Natural Earth · Unicode CLDR");
    L.control.zoom({ zoomInTitle: say("zoom.in"), zoomOutTitle: say("zoom.out"), position: "topleft" }).addTo(map);
    const Reset = L.Control.extend({
      onAdd() {
        const icon = draw("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" },
          draw("path", { d: "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5" }));
        const button = make("button", { type: "button", class: "reset", title: say("reset") }, icon);
        button.setAttribute("aria-label", say("reset"));
        L.DomEvent.disableClickPropagation(button);
        button.addEventListener("click", onReset);
        return make("div", { class: "leaflet-bar" }, button);
      },
    });
    new Reset({ position: "topleft" }).addTo(map);
    map.attributionControl.setPosition("bottomleft");
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  }

  /** The bounds of a symbol; of a wide country or a continent only the middle, at the start. */
  function boundsOf({ place, layer, km }, isStart) {
    const middle = L.latLng(place.lat, place.lon);
    // not a ring's own bounds: a ring grows where it would be too small to see
    const isArea = layer instanceof L.Polygon;
    const bounds = isArea ? petakan.basemap.mainBounds(layer.getLatLngs()) : middle.toBounds(2000 * km);
    const isWide = bounds.getEast() - bounds.getWest() > (isStart ? WIDE : 180);
    return isWide ? L.latLngBounds([middle]) : bounds;
  }

  function startBounds(symbols) {
    const bounds = L.latLngBounds([]);
    symbols.filter(({ place }) => place.level !== "continent").forEach((one) => bounds.extend(boundsOf(one, true)));
    return bounds.isValid() ? bounds : L.latLngBounds([[-50, -120], [65, 150]]);
  }

  /** How much of the map the card covers: [right, bottom] in px. */
  function covered(map, card) {
    if (card.hidden) return [0, 0];
    const frame = map.getContainer().getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const isSheet = box.width > frame.width * 0.8;
    return isSheet ? [0, Math.max(0, frame.bottom - box.top)] : [Math.max(0, frame.right - box.left), 0];
  }

  function bringIntoView(map, symbol, card, isOnMap) {
    const [right, bottom] = covered(map, card);
    const padding = { paddingTopLeft: [40, 40], paddingBottomRight: [right + 40, bottom + 40] };
    const animate = !isStill();
    if (isOnMap) {
      map.panInside([symbol.place.lat, symbol.place.lon], { ...padding, animate });
      return;
    }
    const bounds = boundsOf(symbol, false);
    const cap = CLOSEST[symbol.place.level];
    const isPoint = bounds.getNorthEast().equals(bounds.getSouthWest());
    const options = { ...padding, maxZoom: isPoint ? Math.min(cap, Math.max(map.getZoom(), 5)) : cap, duration: 0.8 };
    if (animate) map.flyToBounds(bounds, options);
    else map.fitBounds(bounds, { ...options, animate: false });
  }

  /** The card and what opens and closes it. */
  function cards(map, symbols) {
    const card = document.getElementById("card");
    let opener = null;
    const highlight = (chosen) => symbols.forEach(({ place, layer }) => {
      layer.getElement().classList.toggle("is-chosen", place === chosen);
    });
    const close = () => {
      if (card.hidden) return;
      petakan.card.hide(card);
      highlight(null);
      petakan.list.mark(null);
      if (opener) opener.focus({ preventScroll: true });
    };
    const open = (place, element) => {
      opener = element;
      petakan.card.show(card, place, close);
      highlight(place);
      petakan.list.mark(place);
      const isOnMap = map.getContainer().contains(element);
      if (!isOnMap) document.getElementById("map").scrollIntoView({ block: "nearest" });
      bringIntoView(map, symbols[place.number], card, isOnMap);
    };
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    map.on("click", close);
    return { open, close };
  }

  /** The wheel moves the page until a reader has taken hold of the map. */
  function tameWheel(map) {
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
  }

  /** On paper the map has a width of its own. */
  function preparePrint(map, onReset) {
    const print = (isPrinting) => () => {
      document.documentElement.classList.toggle("printing", isPrinting);
      map.invalidateSize({ animate: false });
      onReset();
    };
    window.addEventListener("beforeprint", print(true));
    window.addEventListener("afterprint", print(false));
  }

  function start(map) {
    const { places, base } = read();
    const atlas = petakan.basemap.open(base);
    const scale = petakan.symbols.scaleOf(places);
    let symbols = [];
    let shown = null;
    const choose = (place, element) => shown.open(place, element);
    const view = { padding: [36, 36], maxZoom: CLOSEST_AT_START, animate: false };
    const reset = () => map.fitBounds(startBounds(symbols), view);
    petakan.list.fill(places, scale, choose);
    petakan.legend.fill(document.getElementById("legend"), scale);
    map.invalidateSize({ animate: false }); // the legend has taken its room
    map.setMinZoom(Math.max(1, Math.log2((LEAST_OF_WIDTH * map.getSize().x) / 256)));
    petakan.basemap.draw(map, atlas, base.disputed);
    symbols = petakan.symbols.draw(map, places, atlas, scale, choose);
    reset();
    shown = cards(map, symbols);
    addControls(map, reset);
    petakan.labels.draw(map, symbols, atlas, base, choose);
    tameWheel(map);
    preparePrint(map, reset);
  }

  return { start };
})();
