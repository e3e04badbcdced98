/** Controls, halves of characters and marks that turn the direction of what follows: no cell shows them. */
const UNSEEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}/gu;

/**
 * A cell as it can be shown and stored: line ends are "\n", and what nobody sees is left out.
 * @param {string} text
 */
export function cleanText(text) {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
}

/**
 * True where `cleanText` left something out.
 * @param {string} text
 */
export function hasUnseen(text) {
  return text.search(UNSEEN) >= 0;
}
