import type { Answer, SpecialCategory } from "@/lib/domain/processing-record/content";
import { namesBankDetails, namesHealthData, namesSpecialData } from "@/lib/domain/text/special-words";
import { findQualifiers, pointsElsewhere, readDitto } from "@/lib/domain/text/qualifiers";
import { fold } from "@/lib/domain/text/fold";
import { stateWords } from "@/lib/domain/text/state-words";
import { doubt, question, reading, type Reading } from "../doubts";
import { readAnswer } from "./answer";
import { splitItems } from "./list";
import { categoriesNamedIn } from "./special-kinds";

export type SpecialReading = { answer: Answer; categories: SpecialCategory[]; text: string };

/**
 * The column "sensitive data, yes or no", read beside the data and the activity. Bank details marked sensitive are
 * questioned: article 9(1) does not list them, so nothing is answered for the person and the words are kept.
 */
export function readSpecial(
  cell: string,
  { data, activity }: { data: string; activity: string },
): Reading<SpecialReading> {
  const written = cell.trim();
  if (readDitto(written) || (written !== "" && pointsElsewhere(written)))
    return reading({ answer: "unanswered", categories: [], text: written }, [
      doubt("refersElsewhere", written),
    ]);
  const read = readStated(written, { data, activity });
  const stated = categoriesNamedIn(read.value.text);
  const said = afterPlainAnswer(written, read.value);
  const qualifiers = findQualifiers(said).map(({ words: phrase }) => phrase);
  const states = stated.length > 0 ? stateWords(said) : [];
  const words = [
    ...qualifiers,
    ...states.filter((word) => !qualifiers.some((own) => own.includes(fold(word)))),
  ];
  const categories = read.value.answer === "yes" ? [...new Set([...read.value.categories, ...stated])] : [];
  const asked =
    words.length > 0 ? [question("wordsUnsettled", written, { words: [...new Set(words)].join(", ") })] : [];
  return {
    ...read,
    value: { ...read.value, categories: words.length > 0 ? [] : categories },
    doubts: [
      ...asked,
      ...read.doubts.filter(({ key }) => key !== "specialKindUnsaid" || stated.length === 0),
    ],
  };
}

/** Returns the words beside the answer; the "no" of a plain "Non" qualifies nothing. */
function afterPlainAnswer(written: string, { answer, text }: SpecialReading): string {
  if (answer === "unanswered" && text === "") return "";
  // « Aucune donnée sensible » denies the whole column, as the answer does.
  return answer === "no" && text === written ? written.replace(/^\S+\s*/u, "") : text;
}

function readStated(
  cell: string,
  { data, activity }: { data: string; activity: string },
): Reading<SpecialReading> {
  const { value, doubts, leftover } = readAnswer(cell);
  const words = `${value.text}\n${data}`;
  if (value.answer === "no") return readNo(value.text, words);
  // Articles 9 and 10: data named in place of an answer ("données de santé") count as yes.
  const isYes = value.answer === "yes" || namesSpecialData(value.text);
  if (isYes && namesHealthData(`${words}\n${activity}`)) return readHealth(value.text, words, activity);
  if (isYes && namesSpecialData(words))
    return reading({ answer: "yes", categories: [], text: value.text }, [
      doubt("specialKindUnsaid", quoteData(words)),
    ]);
  if (namesBankDetails(isYes ? words : value.text)) return readBank(cell, value.text, data);
  if (isYes)
    return reading({ answer: "yes", categories: [], text: value.text }, [
      doubt("specialKindUnsaid", value.text),
    ]);
  return reading({ answer: "unanswered", categories: [], text: value.text }, doubts, leftover);
}

function readNo(text: string, words: string): Reading<SpecialReading> {
  const isDoubtful = namesSpecialData(words);
  return reading(
    { answer: "no", categories: [], text },
    isDoubtful ? [doubt("noButSpecial", quoteData(words))] : [],
  );
}

function readHealth(text: string, words: string, activity: string): Reading<SpecialReading> {
  const source = namesHealthData(words) ? splitItems(words).filter(namesHealthData).join(", ") : activity;
  return reading({ answer: "yes", categories: ["health"], text }, [doubt("healthSuggested", source)]);
}

function readBank(cell: string, text: string, data: string): Reading<SpecialReading> {
  const named = splitItems(data).filter(namesBankDetails).join(", ");
  const stored = namesBankDetails(text) || named === "" ? cell.trim() : `${cell.trim()} : ${named}`;
  return reading({ answer: "unanswered", categories: [], text: stored }, [
    doubt("bankDetailsNotArticle9", named || text),
  ]);
}

function quoteData(words: string): string {
  return splitItems(words).filter(namesSpecialData).join(", ");
}
