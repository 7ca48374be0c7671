"use strict";
/* The ways to a place outside the map: the list beside it, the table, and the mentions in the articles. */

petakan.list = (function () {
  const { written, make } = petakan.content;

  function row(place, scale, onChoose) {
    const button = make("button", { type: "button", "data-place": place.number, "aria-pressed": "false",
      "aria-label": petakan.symbols.spoken(place) },
      petakan.legend.glyph(place, scale),
      make("span", { class: "name", dir: "auto" }, place.name),
      make("span", { class: "level" }, [place.word, ...place.within.slice(-1)].join(" · ")),
      make("span", { class: "n" }, written(place.count)));
    button.addEventListener("click", () => onChoose(place, button));
    return make("li", {}, button);
  }

  /** Names in the table become buttons. */
  function upgradeTable(places, onChoose) {
    document.querySelectorAll("th[data-place]").forEach((cell) => {
      const place = places[Number(cell.dataset.place)];
      const button = make("button", { type: "button", class: "name" }, place.name);
      button.addEventListener("click", () => onChoose(place, button));
      cell.replaceChildren(button);
    });
  }

  /** Mentions in the articles, which lead to the table where no script runs, open the card. */
  function upgradeText(places, onChoose) {
    document.getElementById("articles").addEventListener("click", (event) => {
      const mention = event.target.closest("a[data-place]");
      if (!mention) return;
      event.preventDefault();
      onChoose(places[Number(mention.dataset.place)], mention);
    });
  }

  /** Fill the list and wire the table and the articles. */
  function fill(places, scale, onChoose) {
    const list = document.querySelector("#list ol");
    list.append(...places.map((place) => row(place, scale, onChoose)));
    upgradeTable(places, onChoose);
    upgradeText(places, onChoose);
  }

  /** Mark the chosen place; null for none. */
  function mark(place) {
    document.querySelectorAll("#list button").forEach((button) => {
      const isChosen = place !== null && Number(button.dataset.place) === place.number;
      button.setAttribute("aria-pressed", String(isChosen));
      if (isChosen) button.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  return { fill, mark };
})();
