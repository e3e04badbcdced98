import type { Answer, Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { formatPartialDate } from "@/lib/i18n/format";
import { callNamed } from "@/lib/domain/processing-record/sub-processors";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import { matchesToolText, matchesTransferText } from "@/lib/features/export/print/as-written";
import type { RegisterWords } from "@/lib/features/export/print/words";

type Naming = Pick<ExportedRecord, "content" | "subProcessors">;

/** Separator that the import splits on. */
export function joinItems(items: readonly string[]): string {
  return items.filter((item) => item.trim() !== "").join(" ; ");
}

/** Examples: "10/01/2026", "mars 2024", "2023", parsed by spreadsheets and the import. */
export function dateCell(date: PartialDate | null, { locale }: RegisterWords): string {
  if (date === null) return "";
  const [year, month, day] = date.value.split("-");
  return day ? `${day}/${month}/${year}` : formatPartialDate(date, locale).replace("\u00a0", " ");
}

/** Examples: "O", "O : motif de consultation", "N"; empty while unanswered. */
export function answerCell(answer: Answer, words: RegisterWords, text = ""): string {
  if (answer === "unanswered") return text;
  const stated = words.document(`csvAnswers.${answer}`);
  return text.trim() === "" ? stated : `${stated} : ${text}`;
}

/** Examples: "Maroc (support, Casablanca) ; Sénégal", "N : motif". */
export function transferCell(content: RecordContent, words: RegisterWords): string {
  const { transferAnswer, transferReason, transferText, destinations } = content;
  if (transferText.trim() !== "" && matchesTransferText(content)) return transferText;
  const named = joinItems(destinations.map((destination) => placeOf(destination, words)));
  return named || answerCell(transferAnswer, words, transferAnswer === "no" ? transferReason : transferText);
}

/** Uses the source text while it agrees with the record. */
export function safeguardCell({ destinations }: RecordContent, words: RegisterWords): string {
  return joinItems([...new Set(destinations.map((destination) => safeguardOf(destination, words)))]);
}

/** Date of the assessment, or the text in its place. */
export function assessmentCell({ destinations }: RecordContent, words: RegisterWords): string {
  const stated = destinations.map(
    ({ assessedOn, assessmentText }) => dateCell(assessedOn, words) || assessmentText,
  );
  return joinItems([...new Set(stated)]);
}

/** Example: "SP-001 Numéria Voix (France) – téléphonie ; Sahel Cloud"; "N" for none. */
export function subProcessorCell({ content, subProcessors }: Naming, words: RegisterWords): string {
  const named = content.subProcessors.map((row) => {
    const { country, service } = row;
    const name = callNamed(row, subProcessors);
    const placed = country ? `${name} (${words.country(country)})` : name;
    return service.trim() === "" ? placed : `${placed} – ${service}`;
  });
  return named.length > 0 ? joinItems(named) : answerCell(content.subProcessorsAnswer, words);
}

function placeOf(destination: Destination, words: RegisterWords): string {
  const { country, internationalOrganisation, place, placeKind } = destination;
  const name = country ? words.country(country) : internationalOrganisation;
  const kind = placeKind ? words.record(`placeKinds.${placeKind}`) : "";
  const detail = [kind, place].filter((part) => part.trim() !== "").join(", ");
  if (name === "") return detail;
  return detail === "" ? name : `${name} (${detail})`;
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
