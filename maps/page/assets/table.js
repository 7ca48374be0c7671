"use strict";
/* The table of all places: kept in step with the filters when somebody looks at it, or it is printed. */

petakan.table = (function () {
  const { say, said, count, written, button } = petakan.content;

  const AFTER_DRAWING_MS = 300;
  const LONG = 100; // rows
  const ROW_REM = 3;

  let rows = [];
  let isStale = false;
  let isSeen = false;
  let isDue = false;

  function fill({ cells, place, name }) {
    name.textContent = said(place.name);
    const country = said(place.country);
    const values = [say(place.word), country || "–", written(place.count), written(place.literal), written(place.associative),
      place.unsure ? count("unsure.n", place.unsure) : say("yes")];
    values.forEach((value, index) => { if (cells[index + 1].textContent !== value) cells[index + 1].textContent = value; });
  }

  /** A long table is laid out and painted when somebody comes near it; until then it takes about the room it will need. */
  function reserve() {
    if (rows.length <= LONG) return;
    const frame = rows[0].element.closest(".wide");
    frame.classList.add("is-long");
    frame.style.containIntrinsicBlockSize = `auto ${ROW_REM * (1 + rows.filter(({ isOut }) => !isOut).length)}rem`;
  }

  function hideRows() {
    isDue = false;
    rows.forEach((row) => {
      const isOut = row.place.count === 0;
      if (row.isOut !== isOut) row.element.hidden = isOut;
      row.isOut = isOut;
    });
    reserve();
  }

  /** Write the table anew, if it is out of date. */
  function flush() {
    if (!isStale) return;
    isStale = false;
    hideRows();
    rows.filter((row) => row.place.count).forEach(fill);
  }

  /** Out of sight, rows go when there is nothing else to do, and words are written when somebody looks. */
  function refresh() {
    isStale = true;
    if (isSeen) flush();
    else if (!isDue) {
      isDue = true;
      setTimeout(() => (window.requestIdleCallback || setTimeout)(() => { if (isDue) hideRows(); }), AFTER_DRAWING_MS);
    }
  }

  /** Names in the table become buttons. */
  function start(places, onChoose) {
    const body = document.querySelector("table.places tbody");
    if (!body) return;
    rows = [...body.rows].map((element, number) => {
      const place = places[number];
      const name = button({ class: "name" }, () => onChoose(place, name), said(place.name));
      element.cells[0].replaceChildren(name);
      return { element, cells: element.cells, place, name, isOut: false };
    });
    new IntersectionObserver(([{ isIntersecting }]) => {
      isSeen = isIntersecting;
      if (isSeen) flush();
    }, { rootMargin: "-1px" }).observe(document.getElementById("places"));
    window.addEventListener("beforeprint", flush);
    // the Tab key must never lead to a row that is about to go
    document.addEventListener("keydown", ({ key }) => { if (key === "Tab" && isDue) hideRows(); }, true);
  }

  return { start, refresh };
})();
