/** Ten at a time, each good once. */
export const RECOVERY_CODES = 10;

// Figures alone, so that one field with a telephone's keyboard of figures takes every code: 16 of them, 53 bits.
const FIGURES = 16;

/** "0417-5529-8310-6642", each figure drawn by `draw` (0 to 9, evenly). */
export function writeRecoveryCode(draw: () => number): string {
  return grouped(Array.from({ length: FIGURES }, draw).join(""));
}

/** Returns the recovery code without blanks and dashes, or null when the text is none. */
export function readRecoveryCode(typed: string): string | null {
  const figures = readFigures(typed);
  return figures.length === FIGURES ? grouped(figures) : null;
}

/** The figures of what was typed, Arabic and Persian ones as ours; "" when it holds anything else. */
export function readFigures(typed: string): string {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (figure) => String(figure.charCodeAt(0) & 0xf));
  return /^\d*$/.test(plain) ? plain : "";
}

function grouped(figures: string): string {
  return figures.replace(/.{4}(?=.)/g, "$&-");
}
