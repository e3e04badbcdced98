import "server-only";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findPlan } from "./data";

/** What a kept file would change, line by line; null while none was chosen, or where there is no such file. */
export async function loadContractImport(slug: string, file: string) {
  const ctx = await requireStaff(slug);
  const mayImport = can(ctx.actor, "contract.write") && can(ctx.actor, "import.run");
  if (!mayImport || !z.uuid().safeParse(file).success) return { mayImport, plan: null };
  const plan = await withOrg(ctx.scope, (tx) => findPlan(tx, file, ctx.now));
  return {
    mayImport,
    plan: plan && {
      file,
      digest: plan.digest,
      lines: plan.lines.map((planned) => ({
        reference: planned.line.reference,
        controller: planned.line.controller,
        title: planned.line.title,
        becomes: planned.becomes,
        refusal: planned.becomes === "refused" ? planned.key : null,
      })),
    },
  };
}
