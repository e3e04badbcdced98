import type { JsonValue } from "@/lib/domain/journal/canonical";
import { DOSSIER_SECTIONS } from "@/lib/domain/nouns/dossier-sections";
import { required } from "@/lib/domain/invariant/required";
import type { AsOf } from "@/lib/domain/time/as-of";
import { collectRegister, type CollectedRegister } from "@/lib/features/export/read/collect-register";
import type { DossierRow } from "@/lib/features/dossier/read/queries";
import { findProofMessages, type ProofMessage } from "@/lib/features/dossier/read/proof-messages";
import { findSignatures } from "@/lib/features/dossier/read/signatures";
import type { ManifestSignature } from "@/lib/platform/dossier/manifest";
import { findDossierFiles, type DossierFile } from "@/lib/features/dossier/read/attachments";
import { collectJournal, type CollectedJournal } from "@/lib/features/dossier/read/journal-extract";
import { findDossierParties, findWithholding, type Withholding } from "@/lib/features/dossier/read/parties";
import {
  ofChosen,
  type DossierWords,
  type SectionQuery,
  type SectionSource,
  type TableSection,
} from "@/lib/features/dossier/read/section";
import { SECTION_SOURCES } from "@/lib/features/dossier/read/sections/sources";
import { findDisputedAmong } from "@/lib/platform/journal/agreement";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { openSpool, type Spool } from "@/lib/platform/transport/spool";

export type CollectedSection = {
  section: TableSection;
  folder: string;
  article: string;
  columns: readonly string[];
  /** A line per row: `{ cells, data }`. */
  lines: Spool;
  rows: number;
  /** Cells in which another controller was named. */
  withheld: number;
  /** First cells of the lines that are made of rows which do not agree with the journal. */
  disputed: readonly string[];
  files: readonly DossierFile[];
};

export type RegisterPart = { name: string; pdf: CollectedRegister; data: CollectedRegister };

export type CollectedDossier = {
  query: SectionQuery;
  organisation: string;
  /** Chain of the journal: the organisation's id. */
  chain: string;
  controllers: readonly string[] | "all";
  registers: readonly RegisterPart[];
  registerFolder: string;
  sections: readonly CollectedSection[];
  journal: (CollectedJournal & { folder: string }) | null;
  /** References of the entries of the register that do not agree with the journal. */
  disputedRecords: readonly string[];
  /** Numbers of rows that do not agree, by table, for those who are told. */
  disputedTables: Readonly<Record<string, number>>;
  head: { seq: number; hash: string };
  /** Decisions that contacts signed by their passkeys; null where their requests were not chosen. */
  signatures: readonly ManifestSignature[] | null;
  /** Signed answers that proved addresses of signatories; none where decisions were not chosen. */
  proofMessages: readonly ProofMessage[];
  close: () => Promise<void>;
};

/** Choice that decides the contents of a dossier. */
export type DossierChoice = Pick<
  DossierRow,
  "audience" | "controllerIds" | "sections" | "asOf" | "requestedByName"
>;

type Asked = { dossier: DossierChoice; asOf: AsOf | null; words: DossierWords };

/** Spools everything from one snapshot, so that the parts agree and a slow printer holds no transaction. */
export async function collectDossier(
  tx: Tx,
  ctx: Ctx,
  { dossier, asOf, words }: Asked,
): Promise<CollectedDossier> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => void (await Promise.all(closing.map((end) => end())));
  try {
    const at = asOf ? new Date(asOf.endMs) : ctx.now;
    const parties = await findDossierParties(tx, { ...dossier, at, isPast: asOf !== null });
    const query: SectionQuery = {
      ...parties,
      asOf,
      at,
      day: dossier.asOf,
      audience: disclosedTo(dossier),
      words,
    };
    const registers = await collectRegisters(tx, ctx, { dossier, asOf, query }, closing);
    const { sections, subjects, disputedTables } = await collectSections(tx, query, dossier, closing);
    for (const id of await findRecordIds(tx, query)) subjects.add(id);
    for (const id of await findThreadIds(tx, query, subjects)) subjects.add(id);
    const nouns = new Set(
      chosen(dossier).flatMap(({ noun, journal }) => (journal === "headers" ? [] : noun)),
    );
    const journal = await collectJournal(tx, query, { subjects, nouns });
    closing.push(journal.lines.close);
    const records = await findDisputedRecords(tx, query, dossier);
    const isAsked = dossier.sections.includes("journal");
    const organisation = await tx.organisation.findFirstOrThrow({ select: { id: true, legalName: true } });
    return {
      query,
      organisation: organisation.legalName,
      chain: organisation.id,
      controllers: dossier.controllerIds.length === 0 ? "all" : dossier.controllerIds.map(parties.nameOf),
      registers,
      registerFolder: folderOf("register"),
      sections,
      disputedRecords: records.references,
      disputedTables: { ...disputedTables, ...records.tables },
      journal: isAsked ? { ...journal, folder: folderOf("journal") } : null,
      head: journal.head,
      signatures: dossier.sections.includes("authorisations") ? await findSignatures(tx, query) : null,
      proofMessages: dossier.sections.includes("authorisations") ? await findProofMessages(tx, query) : [],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An auditor of one controller is given what that controller is: nothing that names another. */
function disclosedTo({ audience, controllerIds }: Pick<DossierRow, "audience" | "controllerIds">) {
  return audience === "auditor" && controllerIds.length === 1 ? "controller" : audience;
}

function chosen({ sections }: Pick<DossierRow, "sections">) {
  return DOSSIER_SECTIONS.filter(({ section }) => sections.includes(section));
}

function folderOf(section: string): string {
  return required(
    DOSSIER_SECTIONS.find((one) => one.section === section),
    "section of a dossier",
  ).folder;
}

/** Collects one register for the whole, or one for each chosen controller, so that none names another. */
async function collectRegisters(
  tx: Tx,
  ctx: Ctx,
  { dossier, asOf, query }: { dossier: DossierChoice; asOf: AsOf | null; query: SectionQuery },
  closing: (() => Promise<void>)[],
): Promise<RegisterPart[]> {
  if (!dossier.sections.includes("register")) return [];
  const parts: RegisterPart[] = [];
  for (const controller of dossier.controllerIds.length === 0 ? [""] : dossier.controllerIds) {
    const open = async (format: "pdf" | "json") => {
      const collected = await collectRegister(
        tx,
        ctx,
        {
          register: "processor",
          format,
          controller,
          language: query.words.locale,
          contents: "as-kept",
          evenEmpty: true,
          on: "",
          madeFor: { isController: disclosedTo(dossier) === "controller", takenBy: dossier.requestedByName },
        },
        asOf,
      );
      if (!collected.ok) throw new Error("A register of a dossier cannot be opened.");
      closing.push(collected.value.close);
      return collected.value;
    };
    parts.push({ name: query.nameOf(controller || null), pdf: await open("pdf"), data: await open("json") });
  }
  return parts;
}

async function collectSections(
  tx: Tx,
  query: SectionQuery,
  dossier: DossierChoice,
  closing: (() => Promise<void>)[],
): Promise<{ sections: CollectedSection[]; subjects: Set<string>; disputedTables: Record<string, number> }> {
  const sections: CollectedSection[] = [];
  const all = new Set<string>();
  const disputedTables: Record<string, number> = {};
  for (const { section, folder, noun, article, rows: drawnRows } of chosen(dossier)) {
    if (section === "register" || section === "journal") continue;
    const source = SECTION_SOURCES[section];
    const withholding = await findWithholding(
      tx,
      { ...dossier, audience: query.audience },
      query.words.dossier("withheld"),
    );
    const lines = await openSpool();
    closing.push(lines.close);
    const subjects = new Set<string>();
    const nameOfLine = new Map<string, string>();
    let rows = 0;
    for await (const { cells, data, subject, drawnOf = subject } of source.rows(tx, query)) {
      const shown = cells.map((cell) => withholding.withhold(cell));
      await lines.add(JSON.stringify({ cells: shown, data: withheld(data, withholding) }));
      if (subject) subjects.add(subject);
      if (drawnOf && !nameOfLine.has(drawnOf)) nameOfLine.set(drawnOf, nameLine(shown));
      rows += 1;
    }
    const disputed = await findDisputedAmong(tx, drawnRows, [...nameOfLine.keys()]);
    Object.assign(disputedTables, disputed.tables);
    const files = await findFiles(tx, query, { noun, source, subjects: [...subjects] });
    // Measures and sub-processors serve several controllers: their entries of the journal are none of one of them.
    if (section !== "measures" && section !== "chain") for (const id of subjects) all.add(id);
    for (const id of (await source.journalled?.(tx, query)) ?? []) all.add(id);
    sections.push({
      section,
      folder,
      article,
      columns: source.columns,
      lines,
      rows,
      files,
      withheld: withholding.count(),
      disputed: [...disputed.ids].map((id) => nameOfLine.get(id) ?? id).toSorted(),
    });
  }
  return { sections, subjects: all, disputedTables };
}

/** Names a line by its first two cells that say something, as it is shown. */
function nameLine(cells: readonly string[]): string {
  return cells.slice(0, 2).filter(Boolean).join(" · ");
}

/** References of the entries of the register that do not agree with the journal. */
async function findDisputedRecords(
  tx: Tx,
  { controllerIds }: SectionQuery,
  dossier: DossierChoice,
): Promise<{ references: string[]; tables: Readonly<Record<string, number>> }> {
  const part = chosen(dossier).find(({ section }) => section === "register");
  if (!part) return { references: [], tables: {} };
  const records = await tx.processingRecord.findMany({
    where: {
      capacity: "processor",
      ...(controllerIds && { controllerId: { in: [...controllerIds] } }),
    },
    select: { id: true, reference: true },
  });
  const { ids, tables } = await findDisputedAmong(
    tx,
    part.rows,
    records.map(({ id }) => id),
  );
  const references = records.flatMap(({ id, reference }) => (ids.has(id) ? [reference] : []));
  return { references: references.toSorted(), tables };
}

async function findFiles(
  tx: Tx,
  query: SectionQuery,
  { noun, source, subjects }: { noun: string; source: SectionSource; subjects: readonly string[] },
): Promise<readonly DossierFile[]> {
  if (source.withholdsFiles) return [];
  const evidence = (await source.files?.(tx, query, subjects)) ?? [];
  return findDossierFiles(tx, query, { noun, subjects, evidence });
}

function withheld(value: JsonValue, withholding: Withholding): JsonValue {
  if (typeof value === "string") return withholding.withhold(value);
  if (Array.isArray(value)) return value.map((one) => withheld(one as JsonValue, withholding));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withheld(one as JsonValue, withholding)]),
  );
}

/** Entries of the chosen controllers, whose changes the journal shows. */
async function findRecordIds(tx: Tx, { controllerIds, at }: SectionQuery): Promise<string[]> {
  if (controllerIds === null) return [];
  const rows = await tx.recordVersion.findMany({
    where: { controllerId: { in: [...controllerIds] }, recordedAt: { lte: at } },
    distinct: ["recordId"],
    select: { recordId: true },
  });
  return rows.map(({ recordId }) => recordId);
}

/** Conversations about what the dossier shows: their entries of the journal are about the conversation itself. */
async function findThreadIds(tx: Tx, query: SectionQuery, subjects: ReadonlySet<string>): Promise<string[]> {
  const rows = await tx.thread.findMany({
    where: { ...ofChosen(query), subjectId: { in: [...subjects] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
