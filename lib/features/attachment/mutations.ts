import { can } from "@/lib/domain/access/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import type { Ctx } from "@/lib/platform/context";
import { readFile, type StoredFile } from "@/lib/platform/files/store";
import { withOrg } from "@/lib/platform/transaction";

/** A file of the organisation, verified as it is read. Throws `DamagedFileError`. */
export async function takeAttachment(ctx: Ctx, id: string): Promise<Outcome<StoredFile>> {
  if (!can(ctx.actor, "organisation.read")) return refuse({ kind: "forbidden" });
  if (!UUID.test(id)) return refuse({ kind: "not-found" });
  const file = await withOrg(ctx.scope, (tx) => readFile(tx, id));
  return file ? done(file) : refuse({ kind: "not-found" });
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
