// @ts-check
// What Next writes to the console of a web process, kept within bounds. Plain JavaScript, as the web process itself.
import { format } from "node:util";
import { kindOf, LONGEST_LINE, makeLineBudget, shorten } from "../../lib/platform/log/line-budget.mjs";

/** Errors of Next.js for a malformed body or an unknown action, which no page of ours sends. */
const MALFORMED =
  /Failed to parse body as FormData|Invalid Server Actions request|Failed to find Server Action|Unexpected end of form|Malformed part header|Multipart: Boundary not found|Connection closed\.|SyntaxError: [^\n]* in JSON at position \d[^\n]*\n\s+at JSON\.parse \(<anonymous>\)/;

/**
 * Takes the place of `console.error` and `console.warn`: a line is cut, so many are written an hour, and a request that
 * could not be read is told in one line without its trace.
 *
 * @param {{ noteMalformed: () => void, console?: Pick<Console, "error" | "warn"> }} of
 */
export function boundConsole({ noteMalformed, console = globalThis.console }) {
  for (const level of /** @type {const} */ (["error", "warn"])) {
    const write = console[level].bind(console);
    const budget = makeLineBudget({
      tell: (left) => write(`${left} lines of the past hour were left out here.`),
    });
    console[level] = (...parts) => {
      const text = format(...parts);
      const malformed = MALFORMED.exec(text.slice(0, LONGEST_LINE));
      const isMalformed = malformed !== null;
      if (isMalformed) noteMalformed();
      const line = isMalformed
        ? `A request could not be read: ${malformed[0].split("\n", 1)[0]}`
        : shorten(text);
      if (budget.admits(kindOf(line))) write(line);
    };
  }
}
