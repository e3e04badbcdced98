import { fold } from "@/lib/domain/text/fold";
import { findQualifiers, type Qualifier } from "@/lib/domain/text/qualifiers";
import { stateWords } from "@/lib/domain/text/state-words";
import { splitQualified } from "./qualified";

/** Words by which whoever keeps the register names itself. */
const OURSELVES =
  /^(?:nous(?: memes?)?|(?:a |pour )?notre (?:propre )?compte|en propre|interne|en interne|internal|in house|ourselves|own account|us|intern|wir(?: selbst)?|eigenes konto|nosotros|interno|propio|noi(?: stessi)?|in proprio|wij(?: zelf)?|نحن|داخلي)$/;

/**
 * Words of a client's cell that say whether it is one: all that qualifies in brackets, behind a dash or before a colon; within
 * a name alone what no company is called by, for "Sans Souci" and "But" are names.
 */
export function wordsBesideName(written: string): string[] {
  if (OURSELVES.test(fold(written))) return [written];
  const { name, inBrackets, after } = splitQualified(written);
  const beside = [inBrackets ?? "", after ?? ""].join(" ").trim();
  const before = /:\s/u.test(written) ? name : "";
  const said = [beside, before].flatMap((text) => [
    ...findQualifiers(text).map(({ words }) => words),
    ...stateWords(text).filter((word) => findQualifiers(word).length === 0),
  ]);
  const start = findQualifiers(name).find(({ at, kind }) => at === 0 && PUT_OFF.has(kind))?.words;
  const within = beside === "" || before !== "" ? WITHIN.exec(fold(name))?.slice(0, 1) : undefined;
  return [
    ...new Set([
      ...said,
      ...(/[?؟]/u.test(written) ? ["?"] : []),
      ...(within ?? []),
      ...(start ? [start] : []),
    ]),
  ];
}

const PUT_OFF: ReadonlySet<Qualifier["kind"]> = new Set(["planned", "unknown"]);

const WITHIN =
  /^(?:pas|sauf|excepte|except|ausser|behalve|salvo|tranne|not|nicht|niet|باستثناء|ما عدا)(?= )|(?<= )(?:ou|or|oder|remplace par|remplacee par|replaced by|au lieu de|instead of|on behalf of|pour le compte de|via|c o)(?= )/;
