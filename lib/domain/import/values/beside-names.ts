import { stateWords } from "@/lib/domain/text/state-words";
import { splitNames } from "./name-list";
import { splitQualified } from "./qualified";

/** Words beside the names of companies that may say that one has gone, serves since or until a year, or is not chosen yet. */
export function wordsBesideNames(written: string): string[] {
  return [
    ...(ENDED.exec(written)?.slice(0, 1) ?? []),
    ...yearsBeside(written),
    ...(written.match(NOT_CHOSEN) ?? []),
    ...stateWords(besideNames(written)),
  ];
}

/** True of a part of a list that names nobody: "appel d'offres". */
export function saysNotChosen(entry: string): boolean {
  return ONLY_NOT_CHOSEN.test(entry.trim());
}

/** Joins what stands in brackets or behind a dash: "Salesforce (sustituido)". */
function besideNames(written: string): string {
  return splitNames(written)
    .entries.map(splitQualified)
    .map(({ inBrackets, after }) => `${inBrackets ?? ""} ${after ?? ""}`)
    .join(" ");
}

/** "OVH (appel d'offres)", "OVH - shortlisted": whoever is still to be chosen processes nothing, 28(2). */
const NOT_CHOSEN =
  /(?<![\p{L}\p{N}])(?:appels? d[’'] ?offres?|rf[iq]|devis|pressentie?s?|pr[ée]-?s[ée]lectionn[ée]e?s?|candidate?s?|soumissionnaires?|en lice|n[ée]gociations?|benchmark|short-?list(?:ed|[ée]e?s?)?|bid(?:der)?|quotes?|negotiations?|(?:öffentliche )?ausschreibung|angebot|licitaci[oó]n|oferta|gara|appalto|trattativa|aanbesteding|offerte|مناقصة|طلب (?:ال)?عروض|عرض (?:ال)?(?:أ|ا)ثمان|مرشحة?)(?![\p{L}\p{N}])/giu;
const ONLY_NOT_CHOSEN = new RegExp(`^(?:${NOT_CHOSEN.source})$`, "iu");

/** "AWS (fin 2023)": a company with the day on which it stopped. */
const ENDED = /\((?:fin|arr[êe]t|stop|end|ende|fine)(?: \p{L}+)? (?:\d{1,2}\/)?\d{4}\)/iu;

/** "OVH 2023", "OVH (2019-2022)", "OVH T1 2027": years beside a name alone may be those of its service. */
function yearsBeside(written: string): string[] {
  return splitNames(written).entries.flatMap((entry) => {
    const { name, inBrackets } = splitQualified(entry);
    const ofName = YEAR_OF_NAME.exec(name.split(",")[0] ?? "")?.[0] ?? "";
    const ofBrackets = YEARS.exec((inBrackets ?? "").trim())?.[0] ?? "";
    return [ofName, ofBrackets].map((years) => years.trim()).filter((years) => years !== "");
  });
}

const YEAR = "(?:[TQS][1-4][ /-]?|\\d{1,2}/)?(?:19|20)\\d\\d";
const YEARS = new RegExp(`^${YEAR}(?:\\s?[-–—/]\\s?${YEAR})?$`, "iu");
const YEAR_OF_NAME = new RegExp(`\\s${YEAR}(?:\\s?[-–—/]\\s?${YEAR})?$`, "iu");
