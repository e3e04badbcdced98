import type { DataSubjectActor } from "@/lib/domain/access/actor";
import type { OrgScope } from "@/lib/domain/access/scope";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { hashToken } from "@/lib/platform/secrets/token";

/** Holder of a personal link, and their bounds. */
export type OpenedLink = { actor: DataSubjectActor & { linkId: string }; scope: OrgScope };

/** Bounds of whoever sends a token, before anybody knows of which link it is: the database finds its row by the hash. */
export function scopeOfToken(token: string, org = ""): OrgScope {
  return mintScope({ org, scope: "data-subject", linkHash: Buffer.from(hashToken(token)).toString("hex") });
}

/** Finds the link of a token; null where nobody made it. Nothing is stored of the look. */
export async function openLink(token: string): Promise<OpenedLink | null> {
  const rows = await withOrg(
    scopeOfToken(token),
    (tx) => tx.$queryRaw<{ org: string; link: string }[]>`SELECT org, link FROM consultation_asked()`,
  );
  const [found] = rows;
  if (!found) return null;
  const { org, link } = found;
  return { actor: { kind: "data-subject", linkId: link, orgId: org }, scope: scopeOfToken(token, org) };
}
