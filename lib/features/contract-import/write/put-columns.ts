import { findContractHead } from "@/lib/domain/contract-import/read-sheets";
import { CONTRACT_TARGETS } from "@/lib/domain/contract-import/sheet-fields";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";
import { readStoredRun } from "@/lib/features/contract-import/read/read-file";
import type { ContractColumns } from "@/lib/features/contract-import/schema";
import { layoutSignature } from "@/lib/features/import/read/remembered-mapping";
import { rememberMapping } from "@/lib/features/import/write/remember-mapping";
import { readFile } from "@/lib/platform/files/store";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Remembers the columns and the order of days for the next file of this shape; the page of this one has them in its address. */
export async function putContractColumns(
  ctx: Ctx,
  { file, columns, clients, dateOrder }: ContractColumns,
): Promise<Outcome<ContractColumns>> {
  if (!isAuthorised(ctx, "contract.write") || !isAuthorised(ctx, "import.run"))
    return refuse({ kind: "forbidden" });
  const vocabulary = await contractVocabulary();
  return write(ctx, async (tx) => {
    const stored = await readFile(tx, file);
    const source = stored?.purpose === "contract-import" ? readStoredRun(stored.bytes) : null;
    if (source?.kind !== "sheets") return refuse({ kind: "not-found" });
    const head = findContractHead(source.sheets, vocabulary) ?? [];
    const put = head.flatMap((header, column) => {
      const target = CONTRACT_TARGETS.find((one) => one === columns[column]);
      return target === undefined ? [] : [{ column, header, target, ...(dateOrder && { dateOrder }) }];
    });
    await rememberMapping(tx, ctx, layoutSignature(head, "contracts"), put);
    return done({ file, columns, clients, dateOrder });
  });
}
