import { itemAt } from "@/lib/domain/invariant/required";
import type { Destination } from "@/lib/domain/processing-record/content";
import { joinParts } from "@/lib/i18n/format";
import { matchesToolText } from "@/lib/features/export/print/as-written";
import type { RegisterWords } from "@/lib/features/export/print/words";
import { gapsOf, plain, formatDate, sheetRow, soft } from "./lines";
import type { Line, SheetRow, SheetSource } from "./types";

/** Article 30(2)(b). */
export function operationRows(source: SheetSource): SheetRow[] {
  const { record, words } = source;
  const { activity, operations } = record.content;
  return [
    sheetRow(words.record("fields.activity"), ["activity"], plain(activity), source),
    sheetRow(words.record("fields.operations"), ["operations"], plain(...operations), source),
  ];
}

/** Articles 30(2)(c) and 30(1)(e). Without a transfer, countries are shown only for a gap. */
export function transferRows(source: SheetSource): SheetRow[] {
  const { record, words, capacity } = source;
  const { destinations } = record.content;
  const answer = sheetRow(
    words.record(`${capacity === "controller" ? "own." : ""}fields.transferAnswer`),
    ["transferAnswer", "transferReason", "transferText"],
    answerLines(source),
    source,
  );
  const isAsked =
    destinations.length > 0 ||
    record.content.transferAnswer !== "no" ||
    gapsOf(["destinations"], source).length > 0;
  if (!isAsked) return [answer];
  const lines = destinations.flatMap((destination, at) => [
    ...destinationLines(destination, words),
    ...linkLines(source, at),
  ]);
  return [answer, sheetRow(words.record("fields.destinations"), ["destinations"], lines, source)];
}

/** Article 30(2)(d): a general description, or the reason for none. */
export function securityRows(source: SheetSource): SheetRow[] {
  const { record, words } = source;
  const { measures, measuresAbsentReason: reason } = record.content;
  const lines = [
    ...plain(...record.measures.map((measure) => words.measure(measure)), ...measures),
    ...(reason.trim() === "" ? [] : plain(words.document("document.absentReason", { reason }))),
  ];
  return [
    sheetRow(
      words.record("fields.measures"),
      ["measureIds", "measures", "measuresAbsentReason"],
      lines,
      source,
    ),
  ];
}

function answerLines({ record, words }: SheetSource): Line[] {
  const { transferAnswer, transferReason, transferText } = record.content;
  return [
    ...(transferAnswer === "unanswered" ? [] : plain(words.record(`answers.${transferAnswer}`))),
    ...soft(transferReason),
    ...sourceLine(transferText, words),
  ];
}

function sourceLine(text: string, words: RegisterWords): Line[] {
  return text.trim() === "" ? [] : soft(words.document("document.sourceSays", { text }));
}

function destinationLines(destination: Destination, words: RegisterWords): Line[] {
  const { country, internationalOrganisation, place, placeKind } = destination;
  const name = country ? words.country(country) : internationalOrganisation;
  return [
    ...plain(
      joinParts(
        [
          name || words.document("document.noCountry"),
          placeKind && words.record(`placeKinds.${placeKind}`),
          place,
        ],
        words.locale,
      ),
    ),
    ...soft(describeInstrument(destination, words)),
    ...(matchesToolText(destination) ? [] : sourceLine(destination.instrumentText, words)),
    ...assessmentLines(destination, words),
    ...derogationLines(destination, words),
  ];
}

/** Reference of the transfer, then differing words. */
function linkLines({ record, words }: SheetSource, at: number): Line[] {
  const row = record.transfers.find(({ id }) => id === itemAt(record.content.destinations, at).transferId);
  const beside = record.beside?.destinations[at];
  return [
    ...(row ? soft(words.document("document.transferRow", { reference: row.reference })) : []),
    ...(beside ? soft(words.document("document.notLinked", { text: describeBeside(beside, words) })) : []),
  ];
}

function describeBeside(beside: Destination, words: RegisterWords): string {
  const { country, internationalOrganisation, placeKind, assessedOn } = beside;
  const isToolStated = beside.instrument !== null || beside.sccModule !== null || beside.signedOn !== null;
  return joinParts(
    [
      country ? words.country(country) : internationalOrganisation,
      placeKind ? words.record(`placeKinds.${placeKind}`) : "",
      isToolStated ? describeInstrument(beside, words) : "",
      beside.instrumentText,
      assessedOn ? words.document("document.assessment", { text: formatDate(assessedOn, words) }) : "",
      beside.assessmentText,
    ],
    words.locale,
  );
}

/**
 * Example: "Clauses contractuelles types 2021/914, module 2, de responsable à sous-traitant, signature du 10 janv.
 * 2026".
 */
function describeInstrument({ instrument, sccModule, signedOn }: Destination, words: RegisterWords): string {
  const named = instrument
    ? words.record(`instruments.${instrument}`)
    : words.document("document.noInstrument");
  const stated = sccModule
    ? words.document("document.module", { instrument: named, module: words.record(`modules.${sccModule}`) })
    : named;
  return signedOn
    ? words.document("document.instrument", { instrument: stated, date: formatDate(signedOn, words) })
    : stated;
}

function assessmentLines({ assessedOn, assessmentText }: Destination, words: RegisterWords): Line[] {
  return [
    ...(assessedOn
      ? soft(words.document("document.assessment", { text: formatDate(assessedOn, words) }))
      : []),
    ...(assessmentText.trim() === ""
      ? []
      : soft(words.document("document.assessment", { text: assessmentText }))),
  ];
}

/** Required where the transfer rests on article 49(1), second subparagraph. */
function derogationLines({ derogationDocuments: text }: Destination, words: RegisterWords): Line[] {
  return text.trim() === "" ? [] : soft(words.document("document.derogation", { text }));
}
