"use strict";
/* A small world in the corner that shows which part of it the map shows. */

petakan.inset = (function () {
  const { draw, make } = petakan.content;
  const WIDTH = 148; // px
  const [NORTH, SOUTH] = [78, -58];
  const FROM_ZOOM = 3.25;
  const SMALLEST = 2.5; // degrees: a smaller island cannot be seen here
  const STEP = 0.9; // degrees from one point to the next at least
  const LEAST = 4; // px of the frame

  const HEIGHT = Math.round((WIDTH * (NORTH - SOUTH)) / 360);

  const x = (lng) => ((lng + 180) / 360) * WIDTH;
  const y = (lat) => ((NORTH - lat) / (NORTH - SOUTH)) * HEIGHT;

  function path(ring) {
    const kept = [];
    let last = null;
    ring.forEach((point) => {
      if (last && Math.abs(point.lat - last.lat) + Math.abs(point.lng - last.lng) < STEP) return;
      kept.push(`${x(point.lng).toFixed(1)} ${y(point.lat).toFixed(1)}`);
      last = point;
    });
    return kept.length > 2 ? `M${kept.join("L")}Z` : "";
  }

  function isLarge(ring) {
    const [south, west, north, east] = petakan.basemap.boxOf(ring);
    return east - west + north - south > SMALLEST;
  }

  function world(atlas) {
    return atlas.codes.flatMap((code) => atlas.rings(code)).filter(isLarge).map(path).join("");
  }

  /** Put the inset on the map, and keep its frame where the map is. */
  function start(map, atlas) {
    const frame = draw("rect", { class: "frame", rx: 1 });
    const land = draw("path", { class: "land" });
    const picture = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }, land, frame);
    const box = make("div", { class: "inset", "aria-hidden": "true" }, picture);
    const Inset = L.Control.extend({ onAdd: () => box });
    new Inset({ position: "bottomright" }).addTo(map);
    const follow = () => {
      const bounds = map.getBounds();
      const isNeedless = map.getZoom() < FROM_ZOOM;
      box.classList.toggle("is-needless", isNeedless);
      if (isNeedless) return;
      if (!land.hasAttribute("d")) land.setAttribute("d", world(atlas));
      const [west, east] = [Math.max(-180, bounds.getWest()), Math.min(180, bounds.getEast())].map(x);
      const [top, bottom] = [Math.min(NORTH, bounds.getNorth()), Math.max(SOUTH, bounds.getSouth())].map(y);
      const size = [Math.max(LEAST, east - west), Math.max(LEAST, bottom - top)];
      Object.entries({ x: west, y: top, width: size[0], height: size[1] }).forEach(([key, value]) => {
        frame.setAttribute(key, Math.max(0, value).toFixed(1));
      });
    };
    map.on("moveend", follow);
    follow();
  }

  return { start };
})();
