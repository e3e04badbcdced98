import type { Answer, SubProcessorNamed } from "@/lib/domain/processing-record/content";
import { doubt, reading, type CellDoubt, type Reading } from "../doubts";
import { findPlace, findPlacesWithin } from "@/lib/domain/country/places";
import { readAnswer } from "./answer";
import { splitOutside, splitParts } from "./list";
import { isBlankCell, readNoAnswer } from "./none";
import { splitQualified } from "./qualified";

export type SubProcessorsReading = { answer: Answer; subProcessors: SubProcessorNamed[] };

/** "Ferrix SAS (France) – téléphonie" on each line; "néant" is a no, "oui" a yes that names nobody. */
export function readSubProcessors(cell: string): Reading<SubProcessorsReading> {
  const written = cell.trim();
  const silence = readNoAnswer(written);
  if (silence?.kind === "none")
    return reading({ answer: "no", subProcessors: [] }, [], silence.rest === "" ? "" : written);
  if (written === "") return reading({ answer: "unanswered", subProcessors: [] });
  if (isBlankCell(written) || silence) return readUnnamed(written);
  const entries = splitEntries(written).map(readEntry);
  return reading(
    { answer: "yes", subProcessors: entries.map(({ value }) => value) },
    entries.flatMap(({ doubts }) => doubts),
  );
}

function readUnnamed(written: string): Reading<SubProcessorsReading> {
  const { answer } = readAnswer(written).value;
  return reading({ answer, subProcessors: [] }, [], answer === "yes" ? "" : written);
}

/** Commas part names only where no entry says what it does: "Ferrix SAS, Lumen Ltd". */
function splitEntries(written: string): string[] {
  const parts = splitParts(written);
  if (parts.length > 1 || /[–—:]|\s-\s/u.test(written)) return parts;
  const names = splitOutside(written, ",،");
  // "Ferrix SAS, Dakar" is one name and its town.
  return names.some((name) => findPlace(name)) ? parts : names;
}

function readEntry(entry: string): Reading<SubProcessorNamed> {
  const { name, inBrackets, after } = splitQualified(entry);
  const [place, service] = [inBrackets ?? "", after ?? ""];
  const found = place === "" ? placeAfterComma(name) : findPlace(place);
  const country = found?.country ?? findPlacesWithin(place)[0]?.country ?? null;
  const isStated = place === "" || (found !== null && !found.isCity);
  const doubts: CellDoubt[] =
    place !== "" && country === null ? [doubt("subProcessorPlaceUnknown", entry)] : [];
  return reading(
    {
      name: name.trim(),
      country,
      service: isStated ? service.trim() : withPlace(service, place),
      subProcessorId: null,
    },
    doubts,
  );
}

/** "Ferrix SARL, Dakar". */
function placeAfterComma(name: string): ReturnType<typeof findPlace> {
  const comma = name.lastIndexOf(",");
  return comma < 0 ? null : findPlace(name.slice(comma + 1));
}

/** The town stands nowhere else in an entry: it is kept with what is done there. */
function withPlace(service: string, place: string): string {
  return [service.trim(), `(${place.trim()})`].filter((part) => part !== "").join(" ");
}
