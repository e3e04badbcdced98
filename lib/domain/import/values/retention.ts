import { findQualifiers, unusedWords } from "@/lib/domain/text/qualifiers";
import { fold } from "@/lib/domain/text/fold";
import { question, reading, type Reading } from "../doubts";
import { splitOutside } from "./list";
import { isBlankCell, readNoAnswer } from "./none";

export type RetentionReading = { retention: string; absentReason: string };

const NUMBER = "(?:\\d+|une?|deux|trois|quatre|cinq|six|dix|douze|one|two|three|four|five|six|ten|twelve)";
const YEARS = `${NUMBER} ?(?:ans?|annees?|years?|سنه|سنة|سنوات)`;
const MONTHS = `${NUMBER} ?(?:mois|months?|شهر|شهرا|اشهر)`;
const DAYS = `${NUMBER} ?(?:jours?|days?|يوم|يوما|ايام)`;
const OTHERS = `${NUMBER} ?(?:semaines?|heures?|weeks?|hours?|اسبوع|اسابيع|ساعة|ساعات)`;
const AND = " (?:et |and |و ?)?";

/** "6 ans et un jour" is one term. */
const TERM = new RegExp(
  `(?<=^| )(?:${YEARS}(?:${AND}(?:${MONTHS}|${DAYS}))?|${MONTHS}(?:${AND}${DAYS})?|${DAYS}|${OTHERS})(?= |$)`,
  "gu",
);

/**
 * Time limits for erasure, art. 30(1)(f), as written. Each category of data may have its own, as long as the cell says whose
 * each is; several terms of one thing, a term with an exception, and words that deny or put off a term are asked.
 */
export function readRetention(cell: string): Reading<RetentionReading> {
  const written = cell.trim();
  if (written === "") return reading({ retention: "", absentReason: "" });
  const terms = termsIn(written);
  if (isBlankCell(written) || (readNoAnswer(written)?.rest === "" && terms.length === 0))
    return reading({ retention: "", absentReason: "" }, [], written);
  const qualifiers = findQualifiers(written).filter(({ kind }) => ASKED.has(kind));
  if (qualifiers.length > 0) {
    const words = [...new Set(qualifiers.map((one) => one.words))].join(", ");
    const isTold = terms.length > 0;
    return reading(
      isTold ? { retention: written, absentReason: "" } : { retention: "", absentReason: written },
      [question("wordsUnsettled", written, isTold ? { words } : { words, result: "none" })],
    );
  }
  const isAsked = new Set(terms).size > 1 && !areOfCategories(written);
  return reading(
    { retention: written, absentReason: "" },
    isAsked ? [question("severalTerms", written, { words: [...new Set(terms)].join(", ") })] : [],
  );
}

/** "Jusqu'à la fin du contrat" and "en cas de litige" are how terms are said. */
const ASKED: ReadonlySet<string> = new Set(["negation", "exception", "planned", "unknown"]);

function termsIn(text: string): string[] {
  return [...fold(text).matchAll(TERM)].map(([term]) => term);
}

/** True where each part has at most one term, and words that say whose it is: "3 ans (prospects) ; 10 ans (clients)". */
function areOfCategories(written: string): boolean {
  const parts = splitOutside(written, ";\n,|،؛").filter((part) => termsIn(part).length > 0);
  return parts.every((part) => {
    const terms = termsIn(part);
    const used = new Set(terms.flatMap((term) => term.split(" ")));
    return terms.length === 1 && unusedWords(part, used).length > 0;
  });
}
