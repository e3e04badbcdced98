import { createHash } from "node:crypto";
import { planContracts, type PlannedContract } from "@/lib/domain/contract-import/import-plan";
import { matrixRow, type MatrixRow } from "@/lib/domain/contract-import/matrix";
import { readContractSheets, type SheetsReading } from "@/lib/domain/contract-import/read-sheets";
import type { SheetVocabulary } from "@/lib/domain/contract-import/sheet-fields";
import { todayIn } from "@/lib/domain/time/zones";
import { findContracts, findPlaces, type ContractRow } from "@/lib/features/contract/read/queries";
import { readFile } from "@/lib/platform/files/store";
import type { Tx } from "@/lib/platform/database/transaction";
import { readStoredRun } from "./read-file";

export type ContractPlan = {
  /** Null for JSON, and for a workbook without a table of contracts. */
  table: Omit<SheetsReading, "lines"> | null;
  lines: PlannedContract[];
  /** Stored contracts by id. */
  known: Map<string, ContractRow>;
  /** Identifies the plan, to detect changes before the commit. */
  digest: string;
};

type Asked = {
  file: string;
  /** Column mapping chosen by the person. */
  columns: readonly string[];
  vocabulary: SheetVocabulary;
  now: Date;
};

/** Null where the file is missing. */
export async function findPlan(
  tx: Tx,
  { file, columns, vocabulary, now }: Asked,
): Promise<ContractPlan | null> {
  const stored = await readFile(tx, file);
  const source = stored?.purpose === "contract-import" ? readStoredRun(stored.bytes) : null;
  if (!source) return null;
  const rows = await findContracts(tx);
  const today = todayIn("Africa/Casablanca", now.getTime());
  const contracts = rows.map((row) => ({ ...row, controller: row.controller.legalName }));
  const read =
    source.kind === "sheets"
      ? readContractSheets(source.sheets, {
          ...{ known: contracts, vocabulary, chosen: columns, today },
          matrix: await findMatrix(tx, rows, today),
        })
      : { lines: source.lines };
  const planned = planContracts(read?.lines ?? [], {
    contracts,
    controllers: await tx.controller.findMany({
      where: { archivedAt: null },
      select: { id: true, legalName: true },
    }),
    today,
  });
  const stated = planned.map(({ line, ...becomes }) => [line.reference, becomes]);
  const digest = createHash("sha256").update(JSON.stringify(stated)).digest("hex");
  const table =
    read && "columns" in read ? { sheet: read.sheet, columns: read.columns, unread: read.unread } : null;
  return { table, lines: planned, known: new Map(rows.map((row) => [row.id, row])), digest };
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
