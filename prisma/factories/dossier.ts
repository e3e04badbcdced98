import { dossierSchema } from "@/lib/features/dossier/schema";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

const DAY_MS = 86_400_000;

/** A dossier that was asked for, and one chunk of no zip, of no attempt: a job that makes the dossier meanwhile writes its own. */
export async function makeQueuedDossier(ctx: Ctx): Promise<string> {
  const input = dossierSchema.parse({ audience: "authority", recipient: "CNIL", sections: ["register"] });
  const { id } = valueOf(await requestDossier(ctx, input));
  await withOrg(ctx.scope, (tx) =>
    tx.dossierChunk.create({
      data: { dossierId: id, attempt: 0, seq: 0, orgId: ctx.scope.org, bytes: new Uint8Array([1, 2, 3]) },
    }),
  );
  return id;
}

/** A dossier at an end of its making, as the database holds it. */
export async function makeEndedDossier(ctx: Ctx, state: "made" | "failed" | "expired"): Promise<string> {
  const id = await makeQueuedDossier(ctx);
  const hash = "5f".repeat(32);
  const expiresAt = new Date(ctx.now.getTime() + 30 * DAY_MS);
  await withOrg(ctx.scope, (tx) =>
    tx.dossier.updateMany({
      where: { id },
      data: {
        state,
        failure: state === "failed" ? "full" : "",
        finishedAt: ctx.now,
        leasedUntil: null,
        ...(state !== "failed" && { size: 3n, chunks: 1, sha256: hash, manifestSha256: hash }),
        ...(state !== "failed" && { keyFingerprint: hash, expiresAt }),
      },
    }),
  );
  return id;
}
