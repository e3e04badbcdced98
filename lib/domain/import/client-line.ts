import { guessColumns, withoutAsked } from "./columns";
import type { ImportTarget } from "./types";

/** Field of a client or entry that a label names; a note where it names none, or several. */
export function targetOf(label: string): ImportTarget {
  return withoutAsked(guessColumns([label]))[0]?.target ?? "note";
}

/** True for a line of a client's block among rows: "Adresse : | 8 quai des Brumes", whose label ends with a colon. */
export function isClientLine(row: readonly string[]): boolean {
  const [first = ""] = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [pair] = pairsOf(row);
  return pair !== undefined && /[:：]/u.test(first) && targetOf(pair.label).startsWith("controller");
}

export function namesClient(row: readonly string[]): boolean {
  return isClientLine(row) && pairsOf(row).some(({ label }) => targetOf(label) === "controllerName");
}

/** The name in a line of one cell over the rows of a client: "CLIENT : Garage Perrin", or the name alone. */
export function clientOfBand(text: string): string {
  const [pair] = pairsOf([text]);
  return pair && targetOf(pair.label) === "controllerName" ? pair.value : text;
}

export function hasClientColumn(header: readonly string[]): boolean {
  return withoutAsked(guessColumns(header)).some(({ target }) => target === "controllerName");
}

export type Pair = { label: string; value: string };

/** Reads "Client | Orvelle SA" in two cells, "Client : Orvelle SA" in one, and several such pairs on a line. */
export function pairsOf(row: readonly string[]): Pair[] {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [first = "", second = "", ...others] = cells;
  if (second === "") return pairIn(first);
  const whole = cells.flatMap(pairIn);
  if (whole.length === cells.length) return whole;
  if (others.length === 0) return [{ label: labelOf(first), value: second }];
  return pairsOfLabels(cells);
}

/** "Client | Orvelle SA | Contact | dpo@orvelle.example": each label of a client is followed by what it says. */
function pairsOfLabels(cells: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (const cell of cells) {
    const last = pairs.at(-1);
    if (last?.value !== "" && isLabel(cell)) pairs.push({ label: labelOf(cell), value: "" });
    else if (last?.value === "") last.value = cell;
    // Refuses a line on which a text without a label stands beside a pair.
    else return [];
  }
  return pairs.filter(({ value }) => value !== "");
}

function isLabel(cell: string): boolean {
  return /[:：]$/u.test(cell) || targetOf(cell).startsWith("controller");
}

function labelOf(cell: string): string {
  return cell.replace(/\s?[:：]$/u, "").trim();
}

function pairIn(cell: string): Pair[] {
  const at = cell.search(/\s?[:：]\s/u);
  return at < 0 ? [] : [{ label: cell.slice(0, at), value: cell.slice(at).replace(/^\s?[:：]\s+/u, "") }];
}
