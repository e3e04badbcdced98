// @ts-check
// How much one process writes to its log. Strangers cause lines: of one kind, and in all, an hour takes so many.

const HOUR = 3_600_000;
const PER_KIND = 100;
const IN_ALL = 3_000;
/** Characters of one line: enough for a stack, too few for a body that somebody sent. */
export const LONGEST_LINE = 8_000;

/**
 * Says whether a line may be written. What is left out is counted, and told in one line when the hour is over.
 *
 * @param {{ tell: (left: number) => void, now?: () => number, perKind?: number, inAll?: number }} of
 */
export function makeLineBudget({ tell, now = Date.now, perKind = PER_KIND, inAll = IN_ALL }) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  let opened = now();
  let written = 0;
  let left = 0;

  const closeHour = () => {
    if (Math.abs(now() - opened) < HOUR) return;
    const count = left;
    kinds.clear();
    [opened, written, left] = [now(), 0, 0];
    if (count > 0) tell(count);
  };

  return {
    /** @param {string} kind */
    admits: (kind) => {
      closeHour();
      const count = kinds.get(kind) ?? 0;
      if (written >= inAll || count >= perKind) {
        left += 1;
        return false;
      }
      kinds.set(kind, count + 1);
      written += 1;
      return true;
    },
    closeHour,
  };
}

/**
 * Reduces a line to its kind, without numbers and names.
 *
 * @param {string} line
 */
export function kindOf(line) {
  return line
    .slice(0, 200)
    .replace(/[0-9a-f-]+/gi, (run) => (/[0-9]/.test(run) ? "#" : run))
    .slice(0, 60);
}

/** @param {string} text */
export function shorten(text) {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}… (${text.length} characters)` : text;
}
