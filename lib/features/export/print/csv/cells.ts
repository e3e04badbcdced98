import type { Answer, Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { formatPartialDate } from "@/lib/i18n/format";
import { callNamed } from "@/lib/domain/processing-record/sub-processors";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import { matchesToolText, matchesTransferText } from "@/lib/features/export/print/as-written";
import type { RegisterWords } from "@/lib/features/export/print/words";

type Naming = Pick<ExportedRecord, "content" | "subProcessors">;

/** Several values of one cell, as the import reads them back. */
export function joinItems(items: readonly string[]): string {
  return items.filter((item) => item.trim() !== "").join(" ; ");
}

/** "10/01/2026", "mars 2024", "2023": what a spreadsheet and the import both read as a date. */
export function dateCell(date: PartialDate | null, { locale }: RegisterWords): string {
  if (date === null) return "";
  const [year, month, day] = date.value.split("-");
  return day ? `${day}/${month}/${year}` : formatPartialDate(date, locale).replace("\u00a0", " ");
}

/** "O", "O : motif de consultation", "N"; nothing while nobody has answered. */
export function answerCell(answer: Answer, words: RegisterWords, text = ""): string {
  if (answer === "unanswered") return text;
  const stated = words.document(`csvAnswers.${answer}`);
  return text.trim() === "" ? stated : `${stated} : ${text}`;
}

/** "Maroc (Casablanca, Rabat) ; Sénégal"; "N : motif" where there is no transfer. */
export function transferCell(content: RecordContent, words: RegisterWords): string {
  const { transferAnswer, transferReason, transferText, destinations } = content;
  if (transferText.trim() !== "" && matchesTransferText(content)) return transferText;
  const named = joinItems(destinations.map((destination) => placeOf(destination, words)));
  return named || answerCell(transferAnswer, words, transferAnswer === "no" ? transferReason : transferText);
}

/** The tool of each country in the words of the source while they hold, or else in ours. */
export function safeguardCell({ destinations }: RecordContent, words: RegisterWords): string {
  return joinItems([...new Set(destinations.map((destination) => safeguardOf(destination, words)))]);
}

/** The date of the assessment, or what was written in its place. */
export function assessmentCell({ destinations }: RecordContent, words: RegisterWords): string {
  const stated = destinations.map(
    ({ assessedOn, assessmentText }) => dateCell(assessedOn, words) || assessmentText,
  );
  return joinItems([...new Set(stated)]);
}

/** "SP-001 Numéria Voix (France) – téléphonie ; Sahel Cloud"; "N" where there is none. */
export function subProcessorCell({ content, subProcessors }: Naming, words: RegisterWords): string {
  const named = content.subProcessors.map((row) => {
    const { country, service } = row;
    const name = callNamed(row, subProcessors);
    const placed = country ? `${name} (${words.country(country)})` : name;
    return service.trim() === "" ? placed : `${placed} – ${service}`;
  });
  return named.length > 0 ? joinItems(named) : answerCell(content.subProcessorsAnswer, words);
}

function placeOf({ country, internationalOrganisation, place }: Destination, words: RegisterWords): string {
  const name = country ? words.country(country) : internationalOrganisation;
  if (name === "") return place;
  return place.trim() === "" ? name : `${name} (${place})`;
}

function safeguardOf(destination: Destination, words: RegisterWords): string {
  const { instrument, sccModule, instrumentText, signedOn } = destination;
  if (matchesToolText(destination)) return instrumentText;
  const parts = [
    instrument ? words.record(`instruments.${instrument}`) : "",
    sccModule ? words.record(`modules.${sccModule}`) : "",
    dateCell(signedOn, words),
  ];
  return parts.filter((part) => part !== "").join(", ");
}
