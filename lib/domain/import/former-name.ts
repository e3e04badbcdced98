import { splitQualified } from "./values/qualified";

const FORMER =
  /^(?:ex[- ]|anciennement |ancien nom |formerly |previously |fka |f\.k\.a\. |ehemals |vormals |antes |سابقا )/iu;

/** "Lunettes Ménard (ex Opticiens Ménard)": what a client was called is no part of what it is called; "" for none. */
export function partFormerName(written: string): { name: string; former: string } {
  const { name, inBrackets, after } = splitQualified(written);
  const isFormer = after === null && inBrackets !== null && FORMER.test(inBrackets.trim());
  if (!isFormer) return { name: written, former: "" };
  return { name, former: inBrackets.trim().replace(FORMER, "").trim() };
}
