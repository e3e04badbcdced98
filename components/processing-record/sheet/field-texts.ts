import { longInstrument, countryName, type Translate } from "./words";
import type { MeasureChoice } from "./measure-choices";
import type { Instrument } from "@/lib/domain/processing-record/content";
import { callSubProcessor, type ListedSubProcessor } from "@/lib/domain/processing-record/sub-processors";

import { callProcedure, type ProcedureName } from "@/lib/domain/processing-record/young";

type Row = Record<string, unknown>;
type Referenced = { id: string; reference: string };

export function formatControl(
  name: string,
  value: unknown,
  {
    t,
    controllers,
    measures = [],
    statuses = [],
    contracts = [],
    transfers = [],
    procedures = [],
  }: {
    t: Translate;
    controllers: readonly { id: string; legalName: string }[];
    measures?: readonly MeasureChoice[];
    statuses?: readonly ListedSubProcessor[];
    contracts?: readonly Referenced[];
    transfers?: readonly Referenced[];
    procedures?: readonly (ProcedureName & { id: string })[];
  },
): string {
  if (name === "destinations")
    return rowsOf(value)
      .map((row) => describeDestination(row, t, transfers))
      .join("\n");
  if (name === "subProcessors")
    return rowsOf(value)
      .map((row) => formatSubProcessor(row, t, statuses))
      .join("\n");
  if (name === "exemptionClaimed") return t(`record.answers.${value === undefined ? "no" : "yes"}`);
  if (name === "measureIds")
    return measures
      .filter(({ id }) => listOf(value).includes(id))
      .map(({ reference, title }) => `${reference} ${title}`)
      .join("\n");
  if (name === "contractIds")
    return contracts
      .filter(({ id }) => listOf(value).includes(id))
      .map(({ reference }) => reference)
      .join("\n");
  if (name === "specialCategories" || name === "legalBases")
    return listOf(value)
      .map((choice) => t(`record.${name}.${choice}`))
      .join("\n");
  const text = String(value ?? "")
    .replace(/\r\n/g, "\n")
    .trim();
  if (text === "") return "";
  if (name.endsWith("Answer") || name === "targetsUnion") return t(`record.answers.${text}`);
  if (name === "frequency") return t(`record.frequencies.${text}`);
  if (name === "minorsConsent") return t(`record.minorsConsents.${text}`);
  if (name === "minorsProcedureId") {
    const named = procedures.find(({ id }) => id === text);
    return named ? callProcedure(named) : text;
  }
  if (name === "controllerId") return controllers.find(({ id }) => id === text)?.legalName ?? text;
  return text;
}

function describeDestination(row: Row, t: Translate, transfers: readonly Referenced[]): string {
  const country = text(row.country);
  const instrument = text(row.instrument);
  return [
    transfers.find(({ id }) => id === text(row.transferId))?.reference,
    country && countryName(country, t),
    text(row.internationalOrganisation),
    text(row.placeKind) && t(`record.placeKinds.${text(row.placeKind)}`),
    text(row.place),
    instrument && longInstrument(instrument as Instrument, Number(row.sccModule) || null, t),
    text(row.instrumentText),
    text(row.signedOn) && t("record.values.signed", { date: text(row.signedOn) }),
    text(row.assessedOn) && t("record.values.assessed", { date: text(row.assessedOn) }),
    text(row.assessmentText),
    text(row.derogationDocuments),
  ]
    .filter(Boolean)
    .join(" · ");
}

function formatSubProcessor(row: Row, t: Translate, statuses: readonly ListedSubProcessor[]): string {
  const listed = statuses.find(({ id }) => id === text(row.subProcessorId));
  const country = listed ? (listed.country ?? "") : text(row.country);
  return [
    listed ? callSubProcessor(listed) : text(row.name),
    country && countryName(country, t),
    text(row.service),
  ]
    .filter(Boolean)
    .join(" · ");
}

function rowsOf(value: unknown): Row[] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows.filter(
    (row): row is Row => typeof row === "object" && row !== null && Object.values(row).some(Boolean),
  );
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value ? [String(value)] : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
