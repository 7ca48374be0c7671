"use strict";
/* What room there is on the map: boxes {left, top, right, bottom} in px, and which of it is taken. */

petakan.room = (function () {
  const CELL = 80; // px
  const ROWS = 65_536; // of cells: more than any map has

  /** Boxes that are taken, in cells, so that each name is held against those near it only. */
  class Taken {
    constructor() { this.cells = new Map(); }

    * near({ left, top, right, bottom }) {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * ROWS + y;
      }
    }

    add(box) {
      for (const cell of this.near(box)) {
        if (this.cells.has(cell)) this.cells.get(cell).push(box);
        else this.cells.set(cell, [box]);
      }
    }

    has(box, owner) {
      for (const cell of this.near(box)) {
        const others = this.cells.get(cell) || [];
        if (others.some((b) => b.owner !== owner
          && box.left < b.right && b.left < box.right && box.top < b.bottom && b.top < box.bottom)) return true;
      }
      return false;
    }
  }

  const boxAt = (x, y, width, height) => ({ left: x, top: y, right: x + width, bottom: y + height });

  const isWithin = (a, b) => a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;

  return { Taken, boxAt, isWithin };
})();
