import { isFormula, saysNothing } from "./absence";

/**
 * Cuts a cell in items: at line ends and semicolons, or at commas where there are none of these; never inside
 * brackets. "néant" is no item; a formula is one.
 */
export function readList(text: string): string[] {
  if (saysNothing(text)) return [];
  if (isFormula(text)) return [text.trim()];
  const strong = cutOutsideBrackets(text, /[;\n]/);
  const items = strong.length > 1 ? strong : cutOutsideBrackets(text, /,(?!\d)|،/);
  return items.map(dropBullet).filter((item) => item !== "");
}

/** Pieces of a text between separators that stand outside brackets, trimmed, none empty. */
export function cutOutsideBrackets(text: string, separator: RegExp): string[] {
  const sticky = new RegExp(separator.source, "y");
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    depth = Math.max(0, depth + bracket(text, index));
    sticky.lastIndex = index;
    const found = depth === 0 ? sticky.exec(text) : null;
    if (!found || found[0] === "") continue;
    pieces.push(text.slice(start, index));
    index += found[0].length - 1;
    start = index + 1;
  }
  return [...pieces, text.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** A bracket that is never closed opens nothing. */
function bracket(text: string, index: number): number {
  if (text[index] === "(") return text.indexOf(")", index) > 0 ? 1 : 0;
  return text[index] === ")" ? -1 : 0;
}

function dropBullet(item: string): string {
  return item.replace(/^(?:[-–—•*·▪]\s+|[•▪]\s*)/, "").trim();
}
