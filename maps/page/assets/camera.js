"use strict";
/* Where the map looks. It flies, but for those who asked for less motion. */

petakan.camera = (function () {
  const { isStill } = petakan.content;
  const CLOSEST = { continent: 3, region: 6, country: 5, adm1: 6.5, adm2: 7, city: 7 };
  const CLOSEST_AT_START = 6;
  const WIDE = [30, 16]; // degrees of longitude and latitude: no more of a country than this about its middle decides a view of many
  const EDGE = 44; // px
  const FLIGHT = 0.9; // s
  const LEAST_OF_WIDTH = 0.75; // how much of the map's width the world fills at least
  const WORLD = [[-50, -120], [65, 150]];

  /** The bounds of a symbol; of a wide country or a continent only a part about the middle, among others. */
  function boundsOf({ place, layer, km }, isAmongOthers) {
    const middle = L.latLng(place.lat, place.lon);
    // not a ring's own bounds: a ring grows where it would be too small to see
    const isArea = layer instanceof L.Polygon;
    const bounds = isArea ? petakan.basemap.mainBounds(layer.getLatLngs()) : middle.toBounds(2000 * km);
    if (!isAmongOthers && bounds.getEast() - bounds.getWest() <= 180) return bounds;
    const [lng, lat] = WIDE;
    return L.latLngBounds(
      [Math.max(bounds.getSouth(), middle.lat - lat), Math.max(bounds.getWest(), middle.lng - lng)],
      [Math.min(bounds.getNorth(), middle.lat + lat), Math.min(bounds.getEast(), middle.lng + lng)]);
  }

  function boundsOfAll(symbols) {
    const bounds = L.latLngBounds([]);
    const some = symbols.filter(({ place }) => place.level !== "continent");
    (some.length ? some : symbols).forEach((one) => bounds.extend(boundsOf(one, true)));
    return bounds.isValid() ? bounds : L.latLngBounds(WORLD);
  }

  /** How much of the map the card covers: [right, bottom] in px. */
  function covered(map) {
    const card = document.getElementById("card");
    if (card.hidden) return [0, 0];
    const frame = map.getContainer().getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const isSheet = box.width > frame.width * 0.8;
    return isSheet ? [0, Math.max(0, Math.min(frame.height * 0.6, frame.bottom - box.top))] : [Math.max(0, frame.right - box.left), 0];
  }

  function padding(map) {
    const [right, bottom] = covered(map);
    return { paddingTopLeft: [EDGE, EDGE], paddingBottomRight: [right + EDGE, bottom + EDGE] };
  }

  function go(map, bounds, options, isInstant) {
    if (isInstant || isStill()) map.fitBounds(bounds, { ...options, animate: false });
    else map.flyToBounds(bounds, { ...options, duration: FLIGHT });
  }

  /** Show some places, all of them in view. */
  function showAll(map, symbols, { isInstant = false, closest = CLOSEST_AT_START } = {}) {
    go(map, boundsOfAll(symbols), { ...padding(map), maxZoom: closest }, isInstant);
  }

  /** Show one place; if it is on the map already, only move it out from under the card. */
  function show(map, symbol, isOnMap) {
    const { place } = symbol;
    if (isOnMap) {
      map.panInside([place.lat, place.lon], { ...padding(map), animate: !isStill() });
      return;
    }
    const bounds = boundsOf(symbol, false);
    const isPoint = bounds.getNorthEast().equals(bounds.getSouthWest());
    const cap = CLOSEST[place.level];
    go(map, bounds, { ...padding(map), maxZoom: isPoint ? Math.min(cap, Math.max(map.getZoom(), 5)) : cap }, false);
  }

  /**
   * Let nobody lose the world; but where it is smaller than the view there must be room, or the map would never rest.
   * What is given back begins it, once the map is where it should be.
   */
  function hold(map) {
    const whole = L.latLngBounds(map.options.maxBounds);
    map.setMaxBounds(null).stop(); // it has begun to move about in the room it had before the page had its shape
    const least = () => Math.max(0, Math.log2((LEAST_OF_WIDTH * map.getSize().x) / 256)); // on a phone, all of the world
    map.options.minZoom = least();
    const set = () => {
      const size = map.getSize();
      const zoom = least();
      map.options.minZoom = zoom; // Leaflet's own way would start to fly
      map.fire("zoomlevelschange");
      const { min, max } = L.bounds(map.project(whole.getNorthWest(), zoom), map.project(whole.getSouthEast(), zoom));
      ["x", "y"].forEach((axis) => {
        const room = Math.max(0, size[axis] - (max[axis] - min[axis]) / 2);
        min[axis] -= room;
        max[axis] += room;
      });
      map.setMaxBounds(null).setMaxBounds(L.latLngBounds(map.unproject(min, zoom), map.unproject(max, zoom)));
    };
    map.on("resize", set);
    return set;
  }

  return { show, showAll, hold };
})();
