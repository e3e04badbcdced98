import type { LineAnswer, EvidenceValues } from "@/lib/domain/contract-end/answers";
import type { LineKind } from "@/lib/domain/contract-end/types";
import type { LineRow, RunRow } from "@/lib/features/contract-end/read/queries";
import { closeEnd } from "@/lib/features/contract-end/write/closing";
import { answerLine, beginEnd } from "@/lib/features/contract-end/write/mutations";
import { lineAnswerSchema } from "@/lib/features/contract-end/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { makeDocument } from "./attachment";
import { makeContractInForce } from "./contract";
import { makeRecord, valueOf } from "./register";

/** The end, begun, of a contract in force with one entry that names no system and no sub-processor. */
export async function makeEnd(ctx: Ctx, stated: Record<string, unknown> = {}): Promise<RunRow> {
  const contract = await makeContractInForce(ctx, stated);
  const record = await makeRecord(ctx, { controllerId: contract.controllerId });
  return valueOf(await beginEnd(ctx, { contractId: contract.id, recordIds: [record.id] }));
}

const SAID: Partial<EvidenceValues> = {
  name: "Base clients Orvelle",
  on: "2026-11-20",
  by: "Salma Idrissi",
  means: "letter",
  recipient: "Orvelle Énergie",
  note: "Contrôlé par requête",
  purgeOn: "2026-11-20",
  lawOf: "FR",
  law: "art. L123-22 du code de commerce",
  untilOn: "2036-12-31",
  data: "Factures",
};

/** Answers a line, with evidence enough for any answer. */
export async function answer(
  ctx: Ctx,
  { id, version }: Pick<LineRow, "id" | "version">,
  as: LineAnswer,
  stated: Partial<EvidenceValues> = {},
): Promise<LineRow> {
  return valueOf(
    await answerLine(ctx, lineAnswerSchema.parse({ ...SAID, ...stated, id, version, answer: as })),
  );
}

const SETTLING: Record<LineKind, LineAnswer> = {
  choice: "chose-deletion",
  system: "deleted",
  backup: "purge-dated",
  "sub-processor": "attested",
  retention: "nothing-kept",
};

/** Every line of a run answered, its writings attached, its purges confirmed. */
export async function completeEnd(ctx: Ctx, { lines }: RunRow): Promise<void> {
  for (const line of lines) {
    if (line.kind === "choice" || line.kind === "sub-processor")
      await makeDocument(ctx, { noun: "contract-end-line", subjectId: line.id });
    const answered = await answer(ctx, line, SETTLING[line.kind]);
    if (line.kind === "backup") await answer(ctx, answered, "purged");
  }
}

/** Closes the run: its contract and entry ended, its certificate issued. */
export async function makeClosedEnd(ctx: Ctx, stated: Record<string, unknown> = {}): Promise<RunRow> {
  const run = await makeEnd(ctx, stated);
  await completeEnd(ctx, run);
  return valueOf(await closeEnd(ctx, { id: run.id, version: run.version, on: "2026-11-25" }));
}
