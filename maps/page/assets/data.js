"use strict";
/* The mentions, in columns: 50,000 of them are counted anew with each letter of a search. */

petakan.data = (function () {
  const { read, said } = petakan.content;
  const COLUMNS = ["place", "sentence", "start", "length", "how", "extra"];

  let made = null;
  const texts = [];

  /** {n, places, ofPlace, ofArticle, and a column for each of COLUMNS and the article}. */
  function open() {
    if (made !== null) return made;
    const { mentions, sentences, places, articles } = read();
    made = { n: mentions.length, places };
    COLUMNS.forEach((name, column) => { made[name] = Int32Array.from(mentions, (mention) => mention[column]); });
    made.article = Int32Array.from(mentions, (mention) => sentences[mention[1]][0]);
    made.ofPlace = places.map(() => []);
    made.ofArticle = articles.map(() => []);
    for (let m = 0; m < made.n; m += 1) {
      made.ofPlace[made.place[m]].push(m);
      made.ofArticle[made.article[m]].push(m);
    }
    places.forEach((place, number) => { place.number = number; place.total = made.ofPlace[number].length; });
    return made;
  }

  /** The text of an article, every character of it, from where it stands in the page. */
  function textOf(article) {
    if (texts[article] === undefined) texts[article] = document.querySelector(`#article-${article} .text`).textContent;
    return texts[article];
  }

  /** A sentence by its number: its text, and where in its article it starts. */
  function sentence(number) {
    const [article, start, end] = read().sentences[number];
    return { article, start, text: textOf(article).slice(start, end) };
  }

  /** How the article writes what it mentions. */
  const written = (m) => textOf(made.article[m]).substr(made.start[m], made.length[m]).replace(/\s+/g, " ");

  const isAssociative = (m) => (open().how[m] & 1) === 1;

  /** 0 sure, 1 likely, 2 unsure. */
  const certainty = (m) => (open().how[m] >> 1) & 3;

  const isByHand = (m) => (open().how[m] & 8) !== 0;

  /** How probable the place is, in tenths. */
  const tenths = (m) => open().how[m] >> 4;

  /** [what became of a site or -1, reasons, [other place or -1 for none, tenths] of each], as numbers. */
  const extra = (m) => (open().extra[m] < 0 ? [-1, [], []] : read().extras[open().extra[m]]);

  /** A reason by its number; it is kept in pieces, which others share. */
  const reason = (number) => read().reasons[number].map(said).join("");

  return { open, textOf, sentence, written, isAssociative, certainty, isByHand, tenths, extra, reason };
})();
