import type { DataSubjectActor } from "@/lib/domain/access/actor";
import type { OrgScope } from "@/lib/domain/access/scope";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { hashInHex } from "@/lib/platform/secrets/token";

/** Holder of a personal link, and their bounds. */
export type OpenedLink = { actor: DataSubjectActor & { linkId: string }; scope: OrgScope };

/** Bounds of whoever sends a token, before anybody knows of which link it is: the database finds its row by the hash. */
export function scopeOfToken(token: string, org = ""): OrgScope {
  return mintScope({ org, scope: "data-subject", linkHash: hashInHex(token) });
}

/** Finds the link of a token; null where nobody made it. Nothing is stored of the look. */
export async function openLink(token: string): Promise<OpenedLink | null> {
  const rows = await withOrg(
    scopeOfToken(token),
    (tx) => tx.$queryRaw<FoundLink[]>`SELECT org, link FROM consultation_asked()`,
  );
  return openedOf(token, rows);
}

/** Finds the link of a holder of parental responsibility; null where nobody made it. */
export async function openParentalLink(token: string): Promise<OpenedLink | null> {
  const rows = await withOrg(
    scopeOfToken(token),
    (tx) => tx.$queryRaw<FoundLink[]>`SELECT org, link FROM parental_asked()`,
  );
  return openedOf(token, rows);
}

type FoundLink = { org: string; link: string };

function openedOf(token: string, [found]: readonly FoundLink[]): OpenedLink | null {
  if (!found) return null;
  const { org, link } = found;
  return { actor: { kind: "data-subject", linkId: link, orgId: org }, scope: scopeOfToken(token, org) };
}
