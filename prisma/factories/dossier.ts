import { dossierSchema } from "@/lib/features/dossier/schema";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A dossier that was asked for, whose file has one chunk of no zip. */
export async function makeQueuedDossier(ctx: Ctx): Promise<string> {
  const input = dossierSchema.parse({ audience: "authority", recipient: "CNIL", sections: ["register"] });
  const { id } = valueOf(await requestDossier(ctx, input));
  await withOrg(ctx.scope, (tx) =>
    tx.dossierChunk.create({
      data: { dossierId: id, attempt: 1, seq: 0, orgId: ctx.scope.org, bytes: new Uint8Array([1, 2, 3]) },
    }),
  );
  return id;
}
