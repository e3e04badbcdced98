import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import { lineSaveSchema, workCreateSchema, workFactSchema } from "@/lib/features/dpo-work/schema";
import { saveLine } from "@/lib/features/dpo-work/write/lines";
import { createWork, recordWorkFact } from "@/lib/features/dpo-work/write/mutations";
import type { WorkRow } from "@/lib/features/dpo-work/read/queries";
import type { Ctx } from "@/lib/platform/request/context";
import { makeController, valueOf } from "./register";

const STATED: Record<WorkKind, Record<string, unknown>> = {
  "watch-item": { title: "Délibération sur les enregistrements", source: "CNIL", readOn: "2026-11-02" },
  training: {
    title: "Secret des appels",
    on: "2026-11-10",
    staff: "Nadia Berrada\nOmar Tazi",
    headcount: "40",
  },
  "internal-audit": { title: "Postes des conseillers", on: "2026-11-12", auditor: "Nadia Berrada" },
  assistance: { title: "Demande d’accès", type: "requests", askedOn: "2026-11-16" },
  "dpo-designation": { title: "Décision du gérant n° 3", on: "2026-01-05" },
  procedure: { title: "Notifier une violation", owner: "DPO" },
  "cndp-filing": { title: "Paie", type: "declaration" },
};

/** Makes a document by its form; assistance is given to a new controller where none is stated. */
export async function makeWork(
  ctx: Ctx,
  kind: WorkKind,
  stated: Record<string, unknown> = {},
): Promise<WorkRow> {
  const controllerId =
    kind === "assistance" && !("controllerId" in stated) ? (await makeController(ctx)).id : undefined;
  const form = { kind, ...STATED[kind], ...(controllerId && { controllerId }), ...stated };
  return valueOf(await createWork(ctx, workCreateSchema.parse(form)));
}

/** Records a fact on the day of the context's clock, unless another is stated. */
export async function stepWork(
  ctx: Ctx,
  { id, kind, version }: Pick<WorkRow, "id" | "kind" | "version">,
  event: string,
  stated: Record<string, unknown> = {},
): Promise<WorkRow> {
  const on = ctx.now.toISOString().slice(0, 10);
  return valueOf(
    await recordWorkFact(ctx, workFactSchema.parse({ id, kind, version, event, on, ...stated })),
  );
}

export async function addLine(
  ctx: Ctx,
  { id, kind, version }: Pick<WorkRow, "id" | "kind" | "version">,
  stated: Record<string, unknown>,
): Promise<WorkRow> {
  return valueOf(await saveLine(ctx, lineSaveSchema.parse({ id, kind, version, ...stated })));
}
