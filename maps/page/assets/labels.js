"use strict";
/* Names on the map: the most mentioned first, each where it hides no other, the rest when there is room. */

petakan.labels = (function () {
  const { make } = petakan.content;
  const GAP = 3; // px
  const EDGE = 4; // px
  const NEIGHBORS_FROM_ZOOM = 3;

  const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  const isWithin = (a, b) => a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;

  const boxAt = (x, y, width, height) => ({ left: x, top: y, right: x + width, bottom: y + height });

  function label(pane, text, kind) {
    const element = make("span", { class: `label ${kind}`, "aria-hidden": "true" }, text);
    pane.append(element);
    return element;
  }

  /** Measure all names at once, when all of them stand on the page: the browser then lays them out only once. */
  function measure(items) {
    const sizes = items.map(({ element }) => ({ width: element.offsetWidth + 2, height: element.offsetHeight + 1 }));
    items.forEach((item, index) => Object.assign(item, sizes[index]));
  }

  /** Where a name may stand: beside a town, inside a country, on the upper or lower edge of a ring. */
  function candidates({ at, reach, isTown, width, height }) {
    const middle = [at.x - width / 2, at.y - height / 2];
    if (isTown) {
      const off = reach + GAP;
      return [[at.x + off, middle[1]], [at.x - off - width, middle[1]], [middle[0], at.y - off - height],
        [middle[0], at.y + off]];
    }
    const edge = reach - height / 2;
    return reach
      ? [[middle[0], at.y - edge - height], [middle[0], at.y + edge], [middle[0], at.y - reach - height - GAP],
        [middle[0], at.y + reach + GAP], middle]
      : [middle, [middle[0], middle[1] - height], [middle[0], middle[1] + height], [middle[0] + width / 2, middle[1]],
        [middle[0] - width / 2, middle[1]], [middle[0], middle[1] - 2 * height], [middle[0], middle[1] + 2 * height]];
  }

  function place(item, taken, frame) {
    const { element, width, height } = item;
    const fits = candidates(item)
      .map(([x, y]) => boxAt(x, y, width, height))
      .find((box) => isWithin(box, frame)
        && !taken.some((other) => other.owner !== item.owner && overlaps(box, other)));
    element.classList.toggle("is-hidden", !fits);
    if (!fits) return;
    L.DomUtil.setPosition(element, L.point(Math.round(fits.left), Math.round(fits.top)));
    taken.push({ ...fits, owner: item.owner });
  }

  function measured(map, item) {
    const at = map.latLngToLayerPoint(item.latLng);
    // Leaflet keeps a circle's radius in px under this name
    const reach = item.layer instanceof L.CircleMarker ? item.layer._radius : 0;
    return { ...item, at, reach, owner: item };
  }

  function frameOf(map) {
    const corner = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    return boxAt(corner.x + EDGE, corner.y + EDGE, size.x - 2 * EDGE, size.y - 2 * EDGE);
  }

  /** Where buttons, scale and credits lie on the map. */
  function controlsOf(map, frame) {
    const container = map.getContainer();
    const { left, top } = container.getBoundingClientRect();
    return [...container.querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      return boxAt(frame.left - EDGE + box.left - left, frame.top - EDGE + box.top - top, box.width, box.height);
    });
  }

  /** A country that nobody mentions gets its name where it is wide enough for it. */
  function isRoomy(map, item) {
    if (map.getZoom() < NEIGHBORS_FROM_ZOOM) return false;
    const { min, max } = L.bounds(item.bounds.map((corner) => map.latLngToLayerPoint(corner)));
    return max.x - min.x > item.width && max.y - min.y > item.height;
  }

  function arrange(map, items, neighbors) {
    const frame = frameOf(map);
    const shown = items.map((item) => measured(map, item));
    const towns = shown.filter(({ isTown }) => isTown);
    const taken = [...controlsOf(map, frame), ...towns.map(({ at, reach, owner }) => (
      { ...boxAt(at.x - reach, at.y - reach, 2 * reach, 2 * reach), owner }))];
    towns.forEach(({ query, at }) => L.DomUtil.setPosition(query, at));
    shown.forEach((item) => place(item, taken, frame));
    neighbors.forEach((item) => {
      if (isRoomy(map, item)) place(measured(map, item), taken, frame);
      else item.element.classList.add("is-hidden");
    });
  }

  function labelOf(pane, symbol, base, onChoose) {
    const { place: chosen, layer } = symbol;
    const isArea = layer instanceof L.Polygon;
    const kind = `of-${chosen.level}${isArea ? "" : " of-point"}`;
    const element = label(pane, chosen.name, kind);
    const isTown = layer instanceof L.CircleMarker && !(layer instanceof L.Circle);
    const query = make("span", { class: "query", "aria-hidden": "true" }, isTown ? "?" : " ?");
    // a town has its question mark in its circle; in an area or a ring it could be taken for anything's
    if (petakan.symbols.isUnsure(chosen)) (isTown ? pane : element).append(query);
    element.setAttribute("dir", "auto");
    element.addEventListener("click", () => onChoose(chosen, layer.getElement()));
    const named = isArea && base.names[chosen.iso];
    return { element, layer, isTown, query, latLng: named ? [named[1], named[2]] : [chosen.lat, chosen.lon] };
  }

  function neighborOf(pane, [code, [name, lat, lon]], atlas) {
    const bounds = L.latLngBounds(atlas.rings(code));
    return { element: label(pane, name, "of-neighbor"), latLng: [lat, lon],
      bounds: [bounds.getNorthWest(), bounds.getSouthEast()] };
  }

  /** A name without room of its own shows while its symbol is pointed at or has the focus. */
  function callOnDemand(map, { element, layer, latLng, width }) {
    const call = (isCalled) => () => {
      element.classList.toggle("is-called", isCalled);
      if (isCalled && element.classList.contains("is-hidden")) {
        L.DomUtil.setPosition(element, map.latLngToLayerPoint(latLng).subtract([width / 2, 34]).round());
      }
    };
    ["mouseenter", "focus"].forEach((name) => layer.getElement().addEventListener(name, call(true)));
    ["mouseleave", "blur"].forEach((name) => layer.getElement().addEventListener(name, call(false)));
  }

  /** Label all symbols, and the countries around them. */
  function draw(map, symbols, atlas, base, onChoose) {
    const pane = map.createPane("labels");
    pane.style.zIndex = 500;
    const items = symbols.map((symbol) => labelOf(pane, symbol, base, onChoose));
    const drawn = new Set(symbols.map(({ place: one }) => one.iso));
    const neighbors = Object.entries(base.names).filter(([code]) => !drawn.has(code))
      .map((named) => neighborOf(pane, named, atlas));
    measure([...items, ...neighbors]);
    const again = () => arrange(map, items, neighbors);
    map.on("zoomstart", () => pane.classList.add("is-moving"));
    map.on("moveend resize", () => { again(); pane.classList.remove("is-moving"); });
    items.forEach((item) => callOnDemand(map, item));
    again();
  }

  return { draw };
})();
