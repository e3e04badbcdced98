import { createHash } from "node:crypto";
import { z } from "zod";
import { findRemembered, layoutSignature } from "@/lib/features/import/read/remembered-mapping";
import {
  askClients,
  type ChosenClients,
  type ClientQuestion,
} from "@/lib/domain/contract-import/client-names";
import { planContracts, type PlannedContract } from "@/lib/domain/contract-import/import-plan";
import { matrixRow, type MatrixRow } from "@/lib/domain/contract-import/matrix";
import {
  findContractHead,
  readContractSheets,
  type SheetsReading,
} from "@/lib/domain/contract-import/read-sheets";
import type { GridSheet } from "@/lib/domain/contract-import/sheet-table";
import type { SheetVocabulary } from "@/lib/domain/contract-import/sheet-fields";
import { DATE_ORDERS, type DateOrder } from "@/lib/domain/import/types";
import { todayIn } from "@/lib/domain/time/zones";
import { findContracts, findPlaces, type ContractRow } from "@/lib/features/contract/read/queries";
import { findSpokenControllerNames } from "@/lib/features/party-names/read/called";
import { readFile } from "@/lib/platform/files/store";
import type { Tx } from "@/lib/platform/database/transaction";
import { readStoredRun } from "./read-file";

export type ContractPlan = {
  /** Null for JSON, and for a workbook without a table of contracts. */
  table: Omit<SheetsReading, "lines"> | null;
  lines: PlannedContract[];
  /** Names of the file that are no client's whole name, each with those whom it may call. */
  clients: ClientQuestion[];
  /** Stored contracts by id. */
  known: Map<string, ContractRow>;
  /** Identifies the plan, to detect changes before the commit. */
  digest: string;
};

type Asked = {
  file: string;
  /** Column mapping chosen by the person. */
  columns: readonly string[];
  /** Clients chosen by the person for names of the file. */
  clients: ChosenClients;
  /** Order of day and month chosen by the person. */
  dateOrder: DateOrder | null;
  vocabulary: SheetVocabulary;
  now: Date;
};

/** Null where the file is missing. */
export async function findPlan(
  tx: Tx,
  { file, columns, clients: chosen, dateOrder, vocabulary, now }: Asked,
): Promise<ContractPlan | null> {
  const stored = await readFile(tx, file);
  const source = stored?.purpose === "contract-import" ? readStoredRun(stored.bytes) : null;
  if (!source) return null;
  const rows = await findContracts(tx);
  const today = todayIn("Africa/Casablanca", now.getTime());
  const contracts = rows.map((row) => ({ ...row, controller: row.controller.legalName }));
  const controllers = await tx.controller.findMany({
    where: { archivedAt: null },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: { id: true, legalName: true },
  });
  const nameOf = new Map(controllers.map(({ id, legalName }) => [id, legalName]));
  const remembered = source.kind === "sheets" ? await findPutColumns(tx, source.sheets, vocabulary) : [];
  const read =
    source.kind === "sheets"
      ? readContractSheets(source.sheets, {
          known: contracts,
          vocabulary,
          chosen: columns,
          today,
          remembered,
          dateOrder: dateOrder ?? remembered.find((column) => column.dateOrder)?.dateOrder ?? null,
          matrix: await findMatrix(tx, rows, today),
          isChosenName: (name, legalName) => nameOf.get(chosen.get(name) ?? "") === legalName,
        })
      : { lines: source.lines };
  const planned = planContracts(read?.lines ?? [], {
    contracts,
    controllers,
    chosen,
    today,
  });
  const digest = createHash("sha256").update(JSON.stringify(planned)).digest("hex");
  const table = read && "columns" in read ? withoutLines(read) : null;
  const clients = askClients(namesAsked(planned, contracts), {
    clients: controllers,
    chosen,
    parties: await findSpokenControllerNames(tx),
  });
  return { table, clients, lines: planned, known: new Map(rows.map((row) => [row.id, row])), digest };
}

function withoutLines({ lines: _read, ...table }: SheetsReading): Omit<SheetsReading, "lines"> {
  return table;
}

const putColumnsSchema = z.array(
  z.object({
    column: z.number().int().min(0),
    header: z.string(),
    target: z.string(),
    dateOrder: z.enum(DATE_ORDERS).optional(),
  }),
);

async function findPutColumns(tx: Tx, sheets: readonly GridSheet[], vocabulary: SheetVocabulary) {
  const head = findContractHead(sheets, vocabulary);
  const stored = head && (await findRemembered(tx, layoutSignature(head, "contracts")));
  return stored ? putColumnsSchema.parse(stored) : [];
}

/** Names in the lines and in the cells that name another client; a contract of an archived client keeps its name. */
function namesAsked(
  planned: readonly PlannedContract[],
  contracts: readonly { controller: string }[],
): string[] {
  const borne = new Set(contracts.map(({ controller }) => controller));
  const stated = planned.flatMap(({ line }) => [
    line.controller,
    ...(line.issues ?? []).filter(({ key }) => key === "controller").map(({ cell }) => cell.trim()),
  ]);
  return stated.filter((name) => !borne.has(name));
}

async function findMatrix(tx: Tx, rows: readonly ContractRow[], on: string): Promise<Map<string, MatrixRow>> {
  const organisation = await findPlaces(tx);
  return new Map(
    rows.map((contract) => [
      contract.reference,
      matrixRow({ contract, instructors: contract.instructors, organisation, on }),
    ]),
  );
}
