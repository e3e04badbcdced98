import type { OrgScope } from "@/lib/domain/access/scope";
import { required } from "@/lib/domain/invariant/required";
import { isChosen, type SectionQuery } from "@/lib/features/dossier/read/section";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";

/** A signed answer that proved a signatory's address, with what reads it: anybody verifies its DKIM signature by the key. */
export type ProofMessage = {
  id: string;
  messageDigest: string;
  domain: string;
  selector: string;
  publishedKey: string;
};

/** Finds the answers that proved addresses of the chosen controllers by the dossier's instant, without their bytes. */
export async function findProofMessages(tx: Tx, query: SectionQuery): Promise<ProofMessage[]> {
  const rows = await tx.contactProof.findMany({
    where: { means: "signed-mail", provenAt: { lte: query.at } },
    orderBy: [{ provenAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      controllerId: true,
      messageDigest: true,
      domain: true,
      selector: true,
      publishedKey: true,
    },
  });
  return rows
    .filter(({ controllerId }) => isChosen(query, controllerId))
    .map(({ controllerId: _chosen, ...row }) => row);
}

/** The message as it came in. */
export async function readProofMessage(
  scope: OrgScope,
  { id }: Pick<ProofMessage, "id">,
): Promise<Uint8Array> {
  const { message } = await withOrg(scope, (tx) =>
    tx.contactProof.findFirstOrThrow({ where: { id }, select: { message: true } }),
  );
  return required(message, "message of a proof by mail");
}
