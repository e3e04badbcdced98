import type { PlannedContract } from "@/lib/domain/contract-import/import-plan";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { lockContracts } from "@/lib/features/contract/write/rows";
import type { Ctx } from "@/lib/platform/request/context";
import { storeFile } from "@/lib/platform/files/store";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findPlan } from "@/lib/features/contract-import/read/queries";
import { readUpload } from "@/lib/features/contract-import/read/read-file";
import type { ContractCommit } from "@/lib/features/contract-import/schema";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";
import { insertListedContracts, updateListedContracts } from "./write-plan";

/** Stores the file for a preview; writes no contract. */
export async function openContractImport(
  ctx: Ctx,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<Outcome<{ file: string }>> {
  if (!isAuthorised(ctx, "contract.write") || !isAuthorised(ctx, "import.run"))
    return refuse({ kind: "forbidden" });
  const stored = await readUpload(bytes);
  if (!stored.ok) return stored;
  return write(ctx, async (tx, journal) => {
    const stated = { fileName: fileName.slice(0, 300), contentType: "application/json", bytes: stored.value };
    return done({ file: await storeFile(tx, ctx, journal, { purpose: "contract-import", ...stated }) });
  });
}

export type ImportCounts = { created: number; changed: number; same: number; refused: number };

/** Writes the plan shown, all or nothing; refuses when it changed. */
export async function commitContracts(
  ctx: Ctx,
  { file, columns, clients, dateOrder, seen }: ContractCommit,
): Promise<Outcome<ImportCounts>> {
  if (!isAuthorised(ctx, "contract.write") || !isAuthorised(ctx, "import.run"))
    return refuse({ kind: "forbidden" });
  const vocabulary = await contractVocabulary();
  return write(
    ctx,
    async (tx, journal) => {
      const noted = { ctx, journal, batch: file };
      await lockContracts(tx, ctx);
      await tx.$queryRaw`SELECT 1 FROM contract ORDER BY id FOR UPDATE`;
      const plan = await findPlan(tx, { file, columns, clients, dateOrder, vocabulary, now: ctx.now });
      if (!plan) return refuse({ kind: "not-found" });
      if (plan.digest !== seen) return invalid("", "planChanged");
      const lines = <B extends PlannedContract["becomes"]>(becomes: B) =>
        plan.lines.filter(
          (line): line is Extract<PlannedContract, { becomes: B }> => line.becomes === becomes,
        );
      await insertListedContracts(tx, noted, lines("new"));
      await updateListedContracts(tx, noted, lines("changed"), plan.known);
      const brought: ImportCounts = {
        created: lines("new").length,
        changed: lines("changed").length,
        same: lines("same").length,
        refused: lines("refused").length,
      };
      journal.note({
        event: "import.committed",
        subject: {
          noun: "import",
          id: file,
          label: plan.lines
            .map(({ line }) => line.reference)
            .join(", ")
            .slice(0, 300),
        },
        after: { ...brought },
        batch: file,
      });
      return done(brought);
    },
    { timeoutMs: 120_000 },
  );
}
