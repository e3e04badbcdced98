import { publishHead } from "@/lib/features/journal/write/publication";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeDocument } from "./attachment";
import { makeContractInForce } from "./contract";
import type { MadeOrganisation } from "./organisation";
import { valueOf } from "./register";

const DAY_MS = 86_400_000;

let serial = 0;

/** A document beside a contract of the controller, which a head that left the house binds unless stated; gives its id. */
export async function makeWrittenAct(
  ctx: MadeOrganisation,
  controllerId: string,
  { isBound = true }: { isBound?: boolean } = {},
): Promise<string> {
  const found = await withOrg(ctx.scope, (tx) =>
    tx.contract.findFirst({ where: { controllerId }, select: { id: true } }),
  );
  const contract = found ?? (await makeContractInForce(ctx, { controllerId }));
  const id = await makeDocument(ctx, { noun: "contract", subjectId: contract.id });
  if (isBound) {
    // Gives each call a day of its own: one head is signed for each.
    serial += 1;
    const at = new Date(Date.now() + serial * DAY_MS);
    valueOf(await publishHead(jobContext("journal-publication", ctx.scope.org, at)));
  }
  return id;
}
