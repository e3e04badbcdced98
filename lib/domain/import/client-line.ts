import { guessColumns, withoutAsked } from "./columns";
import type { ImportTarget } from "./types";

/** Field of a client or entry that a label names; a note where it names none, or several. */
export function targetOf(label: string): ImportTarget {
  return withoutAsked(guessColumns([label]))[0]?.target ?? "note";
}

/** True for a line of a client's block among rows: "Adresse : | 8 quai des Brumes", whose label ends with a colon. */
export function isClientLine(row: readonly string[]): boolean {
  const [first = ""] = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [pair] = pairOf(row);
  return pair !== undefined && /[:：]/u.test(first) && targetOf(pair.label).startsWith("controller");
}

export function namesClient(row: readonly string[]): boolean {
  return isClientLine(row) && targetOf(pairOf(row)[0]?.label ?? "") === "controllerName";
}

/** The name in a line of one cell over the rows of a client: "CLIENT : Garage Perrin", or the name alone. */
export function clientOfBand(text: string): string {
  const [pair] = pairOf([text]);
  return pair && targetOf(pair.label) === "controllerName" ? pair.value : text;
}

export function hasClientColumn(header: readonly string[]): boolean {
  return withoutAsked(guessColumns(header)).some(({ target }) => target === "controllerName");
}

/** Reads "Client | Orvelle SA" in two cells, or "Client : Orvelle SA" in one. */
export function pairOf(row: readonly string[]): { label: string; value: string }[] {
  const [first = "", second = "", ...others] = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (second !== "")
    return others.length === 0 ? [{ label: first.replace(/:$/u, "").trim(), value: second }] : [];
  const at = first.search(/\s?[:：]\s/u);
  return at < 0 ? [] : [{ label: first.slice(0, at), value: first.slice(at).replace(/^\s?[:：]\s+/u, "") }];
}
