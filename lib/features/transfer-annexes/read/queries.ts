import type { ContractTermsDocument } from "@/lib/domain/contract/content";
import {
  isSameName,
  type AnnexMeasure,
  type AnnexParty,
  type AnnexSource,
  type AnnexSubProcessor,
} from "@/lib/domain/transfer-annexes/annexes";
import { findController, type ControllerRow } from "@/lib/features/controller/read/queries";
import {
  type DisputedRows,
  findDisputedRows,
  joinDisputed,
  tablesLeaving,
} from "@/lib/features/export/read/disputed-rows";
import { findOrganisation, type OrganisationRow } from "@/lib/features/organisation/read/queries";
import { findRecords, type RecordRow } from "@/lib/features/processing-record/read/queries";
import { findContracts, findTransfer, type TransferRow } from "@/lib/features/transfer/read/queries";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";

export type CollectedAnnexes = {
  transfer: TransferRow;
  organisation: string;
  source: AnnexSource;
  /** Names what is disputed of the transfer and of the entries that it carries. */
  disputed: DisputedRows;
};

/** Null where the transfer is missing. */
export async function collectAnnexes(
  tx: Tx,
  id: string,
  { on, language }: { on: string; language: Locale },
): Promise<CollectedAnnexes | null> {
  const transfer = await findTransfer(tx, id);
  if (!transfer) return null;
  const { content, controllerId } = transfer;
  const { organisation, controller, records } = await readTogether({
    organisation: findOrganisation(tx),
    controller: controllerId === null ? null : findController(tx, controllerId),
    records: findCarried(tx, transfer),
  });
  const terms = controllerId === null ? undefined : await findContract(tx, on, { controllerId, records });
  const source = {
    content,
    ...partiesOf(transfer, { organisation, controller, subject: terms?.object.subjectMatter ?? "" }),
    records: records.map((record) => record.content),
    contract: terms ? contractOf(terms) : null,
    measures: await findMeasures(tx, records, language),
    subProcessors: content.flow === "to-organisation" ? subProcessorsOf(records) : [],
  };
  const disputed = joinDisputed([
    await findDisputedRows(tx, tablesLeaving("transfer"), new Map([[id, transfer.reference]])),
    await findDisputedRows(
      tx,
      tablesLeaving("processing-record"),
      new Map(records.map((record) => [record.id, record.reference])),
    ),
  ]);
  return { transfer, organisation: organisation.legalName, source, disputed };
}

/** Contract in force named by the entries, else the controller's first. */
async function findContract(
  tx: Tx,
  on: string,
  { controllerId, records }: { controllerId: string; records: readonly RecordRow[] },
): Promise<ContractTermsDocument | undefined> {
  const ids = [...new Set(records.flatMap(({ content }) => content.contractIds))];
  const named = ids.length > 0 ? await findContracts(tx, on, controllerId, ids) : null;
  return named?.get(controllerId) ?? (await findContracts(tx, on, controllerId)).get(controllerId);
}

/**
 * Entries linked to the transfer; of unlinked ones, a controller's entries that state or omit a transfer, or that name
 * the importer.
 */
async function findCarried(tx: Tx, { id, content, controllerId }: TransferRow): Promise<RecordRow[]> {
  const all = await findRecords(tx, {
    capacity: "processor",
    state: { not: "ended" },
    ...(controllerId === null ? {} : { controllerId }),
  });
  const isCarried =
    content.flow === "to-organisation"
      ? (record: RecordRow) => record.content.transferAnswer !== "no"
      : (record: RecordRow) =>
          record.content.subProcessors.some(({ name }) => isSameName(name, content.importer.name));
  return all.filter((record) => {
    const named = record.content.destinations.flatMap(({ transferId }) => transferId ?? []);
    if (named.includes(id)) return true;
    // An entry linked to another transfer is excluded, unless data go on to a sub-processor.
    const isSettled = content.flow === "to-organisation" && named.length > 0;
    return !isSettled && isCarried(record);
  });
}

type AnnexContext = { organisation: OrganisationRow; controller: ControllerRow | null; subject: string };

function partiesOf(
  { content: { flow, importer } }: TransferRow,
  { organisation, controller, subject }: AnnexContext,
): Pick<AnnexSource, "exporter" | "importer"> {
  const { name, address, contact, activities } = importer;
  const own = ownParty(organisation);
  const named = { name, address, contact, activities };
  if (flow === "to-sub-processor")
    return {
      exporter: { ...own, activities: subject },
      importer: { ...named, dpo: "", representative: "" },
    };
  const exporter = controller ? controllerParty(controller, subject) : { ...own, activities: subject };
  return { exporter, importer: { ...own, ...named } };
}

function ownParty(row: OrganisationRow): Omit<AnnexParty, "activities"> {
  return {
    name: row.legalName,
    address: joined(row.address, row.city),
    contact: joined(row.email, row.phone),
    dpo: joined(row.dpoName, row.dpoEmail, row.dpoPhone),
    representative: joined(row.euRepresentative, row.euRepresentativeContact),
  };
}

function controllerParty(row: ControllerRow, activities: string): AnnexParty {
  return {
    name: row.legalName,
    address: row.address,
    contact: joined(row.contactName, row.contactEmail, row.contactPhone),
    dpo: row.dpoContact,
    representative: row.representative,
    activities,
  };
}

function contractOf({ object, term }: ContractTermsDocument): AnnexSource["contract"] {
  const { subjectMatter, purpose, retention } = object;
  return { subject: subjectMatter, purpose, retention, endsOn: term.endsOn };
}

async function findMeasures(
  tx: Tx,
  records: readonly RecordRow[],
  language: Locale,
): Promise<AnnexMeasure[]> {
  const ids = [...new Set(records.flatMap(({ content }) => content.measureIds))];
  const rows = await tx.measure.findMany({
    where: { id: { in: ids }, retiredAt: null },
    orderBy: { reference: "asc" },
    select: { reference: true, libraryCode: true, title: true, description: true },
  });
  const library = await translator(language, "measure-library");
  return rows.map(({ reference, libraryCode: code, title, description }) => ({
    reference,
    title: title || (code ? library(`entries.${code}.title`) : ""),
    description: description || (code && !title ? library(`entries.${code}.text`) : ""),
  }));
}

/** Unique companies of the entries, without addresses, which are unknown. */
function subProcessorsOf(records: readonly RecordRow[]): AnnexSubProcessor[] {
  const found: AnnexSubProcessor[] = [];
  for (const { name, service } of records.flatMap(({ content }) => content.subProcessors)) {
    if (!found.some((one) => isSameName(one.name, name)))
      found.push({ name, service, address: "", contact: "" });
  }
  return found;
}

function joined(...stated: (string | null)[]): string {
  return stated.filter(Boolean).join(", ");
}
