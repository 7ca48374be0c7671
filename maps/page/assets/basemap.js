"use strict";
/* The outlines of the world's countries: see maps/basemap.py, which writes what is read here. */

petakan.basemap = (function () {
  const FIRST = 63;
  const SCALE = 100;
  const MAIN_PART = 0.12; // of the largest part's bounds: keeps Java, leaves out French Guiana

  /** The points of an arc, in the form that Leaflet would else make of them again and again; decode_arc of maps/basemap.py says how they are written. */
  function decode(text) {
    const points = [];
    let at = 0;
    const next = () => {
      let number = 0;
      for (let shift = 0, digit = 32; digit >= 32; shift += 5) {
        digit = text.charCodeAt(at++) - FIRST;
        number |= (digit & 31) << shift;
      }
      return number & 1 ? ~(number >> 1) : number >> 1;
    };
    for (let lng = 0, lat = 0; at < text.length;) {
      lng += next();
      lat += next();
      points.push(new L.LatLng(lat / SCALE, lng / SCALE));
    }
    return points;
  }

  /** An atlas of the base map: `rings(code)` are the closed rings of a country, [] where it is not drawn. */
  function open(base) {
    const arcs = base.arcs.map(decode);
    const ring = (references) => references.flatMap((reference, number) => {
      const arc = reference >= 0 ? arcs[reference] : arcs[~reference].slice().reverse();
      return number ? arc.slice(1) : arc;
    });
    const outlines = new Map(Object.entries(base.outlines).map(([code, rings]) => [code, rings.map(ring)]));
    return { codes: [...outlines.keys()], rings: (code) => outlines.get(code) || [] };
  }

  /** [south, west, north, east] of a ring; of 30,000 points, Leaflet's own way takes too long. */
  function boxOf(ring) {
    const box = [90, 180, -90, -180];
    ring.forEach(({ lat, lng }) => {
      if (lat < box[0]) box[0] = lat;
      if (lng < box[1]) box[1] = lng;
      if (lat > box[2]) box[2] = lat;
      if (lng > box[3]) box[3] = lng;
    });
    return box;
  }

  /** The bounds of a country without its far and small parts: Alaska counts, Hawaii and Chukotka's tip do not. */
  function mainBounds(rings) {
    const boxes = rings.map(boxOf);
    const size = ([south, west, north, east]) => (east - west) * (north - south);
    const largest = Math.max(...boxes.map(size));
    const main = boxes.filter((one) => size(one) >= MAIN_PART * largest);
    return main.reduce((all, [south, west, north, east]) => all.extend([[south, west], [north, east]]), L.latLngBounds([]));
  }

  /** Draw land, borders and the broken borders of what is disputed. */
  function draw(map, atlas, disputed) {
    map.createPane("land").style.zIndex = 210;
    const renderer = L.svg({ pane: "land", padding: 0.6 });
    const options = { pane: "land", renderer, interactive: false, smoothFactor: 0.6 };
    atlas.codes.forEach((code) => L.polygon(atlas.rings(code), { ...options, className: "land" }).addTo(map));
    disputed.forEach((code) => L.polygon(atlas.rings(code), { ...options, className: "disputed" }).addTo(map));
  }

  return { open, boxOf, mainBounds, draw };
})();
