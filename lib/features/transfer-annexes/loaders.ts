import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/lib/domain/nouns/policy";
import { draftAnnexes } from "@/lib/domain/transfer-annexes/annexes";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { collectAnnexes } from "@/lib/features/transfer-annexes/read/queries";

/** Missing data of the annexes, and whether they belong to the transfer's tool. */
export async function loadAnnexes(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  const on = today(ctx);
  const collected = await readInScope(ctx.scope, (tx) => collectAnnexes(tx, id, { on, language: "fr" }));
  if (!collected) notFound();
  const { content, records } = collected.source;
  return {
    hasClauses: content.tool.tool === "scc-2021-914",
    records: records.length,
    open: draftAnnexes(collected.source).open,
    mayTake: can(ctx.actor, "export.take"),
  };
}
