import "server-only";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { changesOf } from "@/lib/domain/contract-import/import-changes";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findPlan } from "@/lib/features/contract-import/read/queries";
import { chosenClientsSchema, chosenColumnsSchema, chosenOrderSchema } from "./schema";
import { contractVocabulary } from "@/lib/features/contract-import/read/vocabulary";

/** Null without a chosen file, or where it is missing. */
export async function loadContractImport(
  slug: string,
  file: string,
  stated: { columns: string | string[]; clients: string | string[]; dateOrder: string | string[] },
) {
  const ctx = await requireStaff(slug);
  const mayImport = can(ctx.actor, "contract.write") && can(ctx.actor, "import.run");
  if (!mayImport || !z.uuid().safeParse(file).success) return { mayImport, plan: null };
  const columns = chosenColumnsSchema.parse(stated.columns);
  const clients = chosenClientsSchema.parse(stated.clients);
  const dateOrder = chosenOrderSchema.parse(stated.dateOrder);
  const vocabulary = await contractVocabulary();
  const plan = await readInScope(ctx.scope, (tx) =>
    findPlan(tx, { file, columns, clients, dateOrder, vocabulary, now: ctx.now }),
  );
  return {
    mayImport,
    plan: plan && {
      file,
      columns,
      dateOrder,
      digest: plan.digest,
      clients: plan.clients,
      table: plan.table,
      lines: plan.lines.map((planned) => ({
        reference: planned.line.reference,
        controller: planned.line.controller,
        title: planned.line.title,
        becomes: planned.becomes,
        refusal: planned.becomes === "refused" ? planned.key : null,
        issue: planned.becomes === "refused" ? (planned.issue?.replace("contract.", "") ?? null) : null,
        cells: planned.line.issues ?? [],
        asides: planned.line.asides ?? [],
        changes: changesOf(planned, planned.becomes === "changed" ? plan.known.get(planned.id) : undefined),
      })),
    },
  };
}
