import { authorisationCellOf, type Cell } from "@/lib/domain/authorisation/authorisation-status";
import { listFor, type AuthorisationList } from "@/lib/domain/authorisation/list";
import { required } from "@/lib/domain/invariant/required";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { cellKey, findRequests, type UsedRow } from "@/lib/features/authorisation/read/queries";
import { findTools } from "@/lib/features/authorisation/read/tools";

type Annexed = { controllerId: string; asked: UsedRow; used: readonly UsedRow[] };

/** Sub-processors authorised by this controller, and the requested one. */
export async function annexList(
  tx: Tx,
  ctx: Ctx,
  { controllerId, asked, used }: Annexed,
): Promise<AuthorisationList> {
  const requests = await findRequests(tx, { controllerId });
  const cellFor = (row: UsedRow): Cell =>
    authorisationCellOf(
      {
        requests: requests.get(cellKey(controllerId, row.id)) ?? [],
        subProcessor: row.usedFor(controllerId),
        regime: "specific",
      },
      ctx.now.getTime(),
    );
  const sent = await tx.authorisation.count({ where: { controllerId, sentAt: { not: null } } });
  const authorised = used.filter((row) => row.isListed && !cellFor(row).missing.includes("authorisation"));
  const tools = await findTools(tx, controllerId, [asked, ...authorised]);
  const factsOf = (id: string) => ({
    tools: tools.get(id) ?? [],
    missing: cellFor(
      required(
        [asked, ...authorised].find((row) => row.id === id),
        "entry of the annex",
      ),
    ).missing,
  });
  return listFor(asked, { authorised, version: sent + 1, factsOf });
}
