import { itemAt } from "@/lib/domain/invariant/required";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { adoptMeasures, createMeasure } from "@/lib/features/measure/write/mutations";
import { measureCreateSchema } from "@/lib/features/measure/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A measure of the organisation's own. */
export async function makeMeasure(ctx: Ctx, stated: Record<string, unknown> = {}) {
  const input = measureCreateSchema.parse({
    title: "Broyeur à l’accueil",
    description: "Tout papier oublié est broyé le soir même par l’équipe d’accueil.",
    family: "premises",
    articles: ["32(1)(b)"],
    iso: "7.7",
    ...stated,
  });
  return valueOf(await createMeasure(ctx, input));
}

export async function adoptMeasure(ctx: Ctx, code: string) {
  return itemAt(valueOf(await adoptMeasures(ctx, { codes: [code] })), 0);
}

/** Names measures in the security section of a record. */
export async function nameMeasures(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  measureIds: string[],
  measures = "",
) {
  const input = { section: "security", id, version, measureIds, measures };
  return valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(input)));
}
