import { splitQualified } from "./values/qualified";

const FORMER =
  /^(?:ex[- ]|anciennement |ancien nom |formerly |previously |fka |f\.k\.a\. |ehemals |vormals |früher |voorheen |antes |già |سابقا )/iu;
const LATER =
  /^(?:(?:est |re)?devenue? |renommée? |rebaptisée? |nouveau nom |aujourd[’']hui |now |renamed |jetzt |heute |nu |thans |ahora |ora |حاليا )/iu;
const FORMER_AFTER =
  /^(\S.*?),? (?:ex[- ]|anciennement |formerly |fka |ehemals |vormals |voorheen )(?=\p{Lu})(.+)$/u;
const SINCE = /,?\s(?:en|depuis|in|since|seit|sinds|desde|dal|nel)(?: \p{L}+)? \d{4}$/iu;

/**
 * "Lunettes Ménard (ex Opticiens Ménard)", "Ménard (devenu Optis en 2022)": what a client was called is no part of what it is
 * called; "" for none.
 */
export function partFormerName(written: string): { name: string; former: string } {
  const { name, inBrackets, after } = splitQualified(written);
  if (after === null && inBrackets !== null) {
    const inside = inBrackets.trim();
    if (FORMER.test(inside)) return { name, former: inside.replace(FORMER, "").trim() };
    const [opening] = LATER.exec(inside) ?? [];
    const later = opening && inside.slice(opening.length).replace(/^:\s?/u, "").replace(SINCE, "").trim();
    if (later) return { name: later, former: name.replace(FORMER, "").trim() };
  }
  const [, now = "", before = ""] = FORMER_AFTER.exec(written.slice(0, LONGEST)) ?? [];
  return now === "" || written.length > LONGEST
    ? { name: written, former: "" }
    : { name: now, former: before.trim() };
}

const LONGEST = 300;
