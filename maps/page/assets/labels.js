"use strict";
/* Names on the map: the most mentioned first, each where it hides no other, the rest when there is room. */

petakan.labels = (function () {
  const { make, said, inLanguage } = petakan.content;
  const { Taken, boxAt, isWithin } = petakan.room;
  const GAP = 3; // px
  const EDGE = 4; // px
  const HALO = 2; // px
  const MOST = 160; // names at one time
  const QUESTION = 11; // px
  const NEIGHBORS_FROM_ZOOM = 3;
  const CHOSEN = 2;
  /* as in map.css: [font, letter spacing in px, line height in px] */
  const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
  const LOOKS = {
    country: ["600 12px", 1.44, 14], city: ["600 13px", 0, 15], adm: ["500 13px", 0.26, 15], region: ["italic 500 13px", 0.78, 15],
    neighbor: ["400 11px", 0.66, 13],
  };

  const pencil = document.createElement("canvas").getContext("2d");
  const widths = new Map();

  /** What a name needs of room, without laying it out. */
  function measure(text, look) {
    const key = `${look} ${text}`;
    if (!widths.has(key)) {
      const [font, spacing, height] = LOOKS[look];
      pencil.font = `${font} ${SANS}`;
      widths.set(key, { width: Math.ceil(pencil.measureText(text).width + spacing * text.length) + HALO, height: height + HALO });
    }
    return widths.get(key);
  }

  /** Where a name may stand: beside a town, inside a country, on the upper or lower edge of a ring. */
  function candidates({ at, reach, isTown, width, height }) {
    const [x, y] = [at.x - width / 2, at.y - height / 2];
    if (isTown) {
      const off = reach + GAP;
      return [[at.x + off, y], [at.x - off - width, y], [x, at.y - off - height], [x, at.y + off],
        [at.x + off * 0.8, at.y - off * 0.8 - height], [at.x + off * 0.8, at.y + off * 0.8]];
    }
    const edge = reach - height / 2;
    return reach
      ? [[x, at.y - edge - height], [x, at.y + edge], [x, at.y - reach - height - GAP], [x, at.y + reach + GAP], [x, y]]
      : [[x, y], [x, y - height], [x, y + height], [x + width / 2, y], [x - width / 2, y], [x, y - 2 * height], [x, y + 2 * height]];
  }

  function element(pane, item) {
    if (!item.element) {
      item.element = make("span", { class: `label ${item.kind}`, dir: "auto", "aria-hidden": "true" });
      if (item.place) item.element.addEventListener("click", () => item.onChoose(item.place, item.layer.getElement()));
      pane.append(item.element);
    }
    if (item.element.textContent !== item.text) item.element.textContent = item.text;
    return item.element;
  }

  /** Leaflet's own way, a move in three dimensions, makes each name a picture of its own for the browser to put together. */
  function moveTo(one, { x, y }) {
    one.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  const isUnsureArea = ({ place, isTown }) => !isTown && petakan.symbols.isUnsure(place);

  function nameOf(item) {
    const name = item.place ? said(item.place.name) : inLanguage(item.names);
    const shown = item.look === "country" ? name.toUpperCase() : name;
    return item.place && isUnsureArea(item) ? `${shown} ?` : shown;
  }

  function measured(map, item) {
    item.text = nameOf(item);
    Object.assign(item, measure(item.text, item.look));
    item.at = map.latLngToLayerPoint(item.latLng);
    // Leaflet keeps a circle's radius in px under this name
    item.reach = item.layer instanceof L.CircleMarker ? item.layer._radius : 0;
    return item;
  }

  function hide(item) {
    if (item.element) item.element.remove();
    item.element = null;
  }

  function place(pane, item, taken, frame) {
    const boxes = candidates(item)
      .map(([x, y]) => boxAt(x, y, item.width, item.height))
      .filter((box) => isWithin(box, frame));
    // what a reader has chosen is named, even if that hides another symbol
    const fits = boxes.find((box) => !taken.has(box, item)) || (item.first === CHOSEN && boxes[0]);
    if (!fits) return false;
    moveTo(element(pane, item), L.point(fits.left + HALO / 2, fits.top + HALO / 2));
    taken.add({ ...fits, owner: item });
    return true;
  }

  function frameOf(map) {
    const corner = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    return boxAt(corner.x + EDGE, corner.y + EDGE, size.x - 2 * EDGE, size.y - 2 * EDGE);
  }

  /** Where buttons, scale and credits lie on the map; they stay there until its size changes. */
  function controlsOf(map) {
    const container = map.getContainer();
    const { left, top } = container.getBoundingClientRect();
    return [...container.querySelectorAll(".leaflet-control:not(.is-needless)")].map((control) => {
      const box = control.getBoundingClientRect();
      return boxAt(box.left - left, box.top - top, box.width, box.height);
    });
  }

  /** A country that nobody mentions gets its name where it is wide enough for it. */
  function isRoomy(map, item) {
    const { min, max } = L.bounds(item.bounds.map((corner) => map.latLngToLayerPoint(corner)));
    return max.x - min.x > item.width && max.y - min.y > item.height;
  }

  /** A town that is unsure has its question mark in its circle; in an area it could be taken for anything's. */
  function question(pane, item, isShown) {
    if (!isShown) {
      if (item.query) item.query.remove();
      item.query = null;
      return;
    }
    if (!item.query) {
      item.query = make("span", { class: "query", "aria-hidden": "true" }, "?");
      pane.append(item.query);
    }
    moveTo(item.query, item.at);
  }

  /** The unsure towns whose question marks hide no other's, the most mentioned first; the rest are pale all the same. */
  function roomyForQuestions(shown) {
    const taken = new Taken();
    const some = new Set();
    shown.filter(({ isTown, place: one }) => isTown && petakan.symbols.isUnsure(one)).forEach((item) => {
      const box = boxAt(item.at.x - QUESTION / 2, item.at.y - QUESTION / 2, QUESTION, QUESTION);
      if (some.size >= MOST || taken.has(box, item)) return;
      taken.add({ ...box, owner: item });
      some.add(item);
    });
    return some;
  }

  function arrange(map, pane, { items, neighbors, controls }) {
    const frame = frameOf(map);
    const taken = new Taken();
    controls.forEach(({ left, top, right, bottom }) => {
      taken.add(boxAt(frame.left - EDGE + left, frame.top - EDGE + top, right - left, bottom - top));
    });
    const isNear = ({ at }) => at.x > frame.left - 200 && at.x < frame.right + 200 && at.y > frame.top && at.y < frame.bottom;
    const shown = items.filter((item) => item.place.count > 0 && isNear(measured(map, item)))
      .sort((a, b) => b.first - a.first || b.place.count - a.place.count);
    shown.filter(({ isTown }) => isTown).forEach((item) => {
      const { at, reach } = item;
      taken.add({ ...boxAt(at.x - reach, at.y - reach, 2 * reach, 2 * reach), owner: item });
    });
    const isDrawn = new Set();
    shown.forEach((item) => { if (isDrawn.size < MOST && place(pane, item, taken, frame)) isDrawn.add(item); });
    items.forEach((item) => {
      if (!isDrawn.has(item)) hide(item);
      else item.element.classList.toggle("is-dim", item.isDim === true);
    });
    const asked = roomyForQuestions(shown);
    items.forEach((item) => question(pane, item, asked.has(item)));
    neighbors.forEach((item) => {
      const isWanted = map.getZoom() >= NEIGHBORS_FROM_ZOOM && isNear(measured(map, item)) && isRoomy(map, item);
      if (!isWanted || !place(pane, item, taken, frame)) hide(item);
    });
  }

  /** A name without room of its own shows while its symbol is pointed at or has the focus. */
  function callOnDemand(map, pane, items) {
    const byPath = new Map(items.map((item) => [item.layer.getElement(), item]));
    let called = null;
    const call = (event) => {
      const item = byPath.get(event.target);
      if (called) hide(called);
      called = null;
      if (!item || item.element) return;
      const { at, width, reach } = measured(map, item);
      const name = element(pane, item);
      name.classList.add("is-called");
      moveTo(name, at.subtract([width / 2, Math.min(reach, 60) + 22]));
      called = item;
    };
    ["mouseover", "focusin"].forEach((name) => map.getPane("mapPane").addEventListener(name, call));
    map.on("movestart", () => { if (called) hide(called); called = null; });
  }

  function itemOf({ place: named, layer }, base, onChoose) {
    const isArea = layer instanceof L.Polygon;
    const look = petakan.filter.GROUPS[named.level];
    const isTown = layer instanceof L.CircleMarker && !(layer instanceof L.Circle);
    const main = isArea && base.names[named.iso];
    const latLng = main ? [main[1], main[2]] : [named.lat, named.lon];
    return { place: named, layer, isTown, look, kind: `of-${look}`, latLng, onChoose, first: 0 };
  }

  function neighborOf([code, [names, lat, lon]], atlas) {
    const bounds = petakan.basemap.mainBounds(atlas.rings(code));
    const corners = [bounds.getSouthWest(), bounds.getNorthEast()];
    return { names, look: "neighbor", kind: "of-neighbor", latLng: [lat, lon], bounds: corners };
  }

  /** Label all symbols, and the countries around them; gives the way to do it again, these first and the chosen one before all. */
  function draw(map, symbols, atlas, base, onChoose) {
    const pane = map.createPane("labels");
    pane.style.zIndex = 500;
    const items = symbols.map((symbol) => itemOf(symbol, base, onChoose));
    const drawn = new Set(symbols.map(({ place: one }) => one.iso));
    const neighbors = Object.entries(base.names).filter(([code]) => !drawn.has(code)).map((named) => neighborOf(named, atlas));
    const names = { items, neighbors, controls: controlsOf(map) };
    const again = (some = null, chosen = null) => {
      if (some !== null) {
        items.forEach((item) => {
          item.first = item.place === chosen ? CHOSEN : some.has(item.place) ? 1 : 0;
          item.isDim = some.size > 0 && !item.first;
        });
      }
      arrange(map, pane, names);
    };
    map.on("zoomstart", () => pane.classList.add("is-moving"));
    map.on("resize", () => { names.controls = controlsOf(map); });
    map.on("moveend resize", () => { again(); pane.classList.remove("is-moving"); });
    callOnDemand(map, pane, items);
    return again;
  }

  return { draw };
})();
