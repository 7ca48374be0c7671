"use strict";
/* What the symbols mean, drawn with the symbols' own styles. */

petakan.legend = (function () {
  const { say, written, make, draw } = petakan.content;
  const BOX = 24;
  const MIDDLE = BOX / 2;

  const FRAME = { viewBox: `0 0 ${BOX} ${BOX}`, width: BOX, height: BOX, "aria-hidden": "true" };

  const picture = (...shapes) => draw("svg", FRAME, ...shapes);

  const circle = (className, r) => draw("circle", { class: className, cx: MIDDLE, cy: MIDDLE, r });

  const area = (className) => draw("path", { class: className, d: "M3 7 L11 3 L20 6 L21 16 L14 20 L4 18 Z" });

  const question = () => draw("text", { class: "query", x: MIDDLE, y: MIDDLE + 4, "text-anchor": "middle" }, "?");

  /** A small picture of the symbol of a place. */
  function glyph(place, scale) {
    const className = petakan.symbols.classes(place, scale);
    const shape = place.level === "country" ? area(className)
      : circle(className, place.level === "city" ? Math.min(10, petakan.symbols.townRadius(place.count, scale)) : 9);
    return picture(shape, ...(petakan.symbols.isUnsure(place) ? [question()] : []));
  }

  /** Towns of three sizes, with how often each is mentioned. */
  function sizes(scale) {
    const most = scale.town;
    const steps = [...new Set([1, Math.max(2, Math.round(most / 4)), most])].filter((n) => n <= most);
    const radii = steps.map((n) => petakan.symbols.townRadius(n, scale));
    const height = 2 * Math.max(...radii) + 2;
    let x = 1;
    const drawn = steps.map((n, index) => {
      const r = radii[index];
      const town = draw("circle", { class: "symbol city is-literal", cx: x + r, cy: height / 2, r });
      const number = draw("text", { x: x + 2 * r + 4, y: height / 2 + 4 }, written(n));
      x += 2 * r + 10 + 7 * written(n).length;
      return draw("g", {}, town, number);
    });
    return draw("svg", { width: x, height, "aria-hidden": "true" }, ...drawn);
  }

  /** Fill the legend. */
  function fill(element, scale) {
    const rows = [
      ["country", picture(area("symbol country is-literal part-2"))],
      ["admin", picture(circle("symbol adm is-literal", 9))],
      ["region", picture(circle("symbol region is-literal", 9))],
      ["city", sizes(scale)],
      ["associative", picture(circle("symbol city is-associative", 8))],
      ["unsure", picture(circle("symbol city is-unsure", 9), question())],
    ];
    element.replaceChildren(...rows.map(([key, drawing]) => make("li", {}, drawing, make("span", {}, say(`legend.${key}`)))));
  }

  return { fill, glyph };
})();
