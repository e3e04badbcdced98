import type { CampaignGround } from "@/lib/domain/campaign/ground";
import { contractContentSchema } from "@/lib/domain/contract/content";
import type { ContractDates } from "@/lib/domain/contract/types";
import { organisationSnapshotSchema } from "@/lib/domain/organisation/snapshot";
import { findUsedTextAt } from "@/lib/features/call-script/read/used";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { findGround, isIdentified, type Grounded } from "./ground";

/** Finds what a campaign rested on at an instant: rows that change in place are read from their versions. */
export function findGroundAt(tx: Tx, campaign: Grounded, at: Date): Promise<CampaignGround> {
  return findGround(tx, campaign, at.getTime(), {
    contracts: (of, controllerId) => findContractsAt(of, controllerId, at),
    usedText: (of, scriptId) => findUsedTextAt(of, scriptId, at),
    isIdentified: (of) => isIdentifiedAt(of, at),
  });
}

async function findContractsAt(tx: Tx, controllerId: string, at: Date): Promise<CampaignGround["contracts"]> {
  const rows = await tx.contractVersion.findMany({
    where: { ...versionsAt(at), controllerId },
    select: { snapshot: true },
  });
  return rows.map(({ snapshot }) => {
    // A version's snapshot is its row as it was saved, and the database lets nobody change it; Prisma types it as JSON.
    const { signedOn, effectiveOn, noticeGivenOn, endedOn, content } = snapshot as ContractDates & {
      content: unknown;
    };
    return { signedOn, effectiveOn, noticeGivenOn, endedOn, content: contractContentSchema.parse(content) };
  });
}

/** Falls back to the current organisation before its first version. */
async function isIdentifiedAt(tx: Tx, at: Date): Promise<boolean> {
  const version = await tx.organisationVersion.findFirst({
    where: versionsAt(at),
    select: { snapshot: true },
  });
  const own = version
    ? organisationSnapshotSchema.parse(version.snapshot)
    : await tx.organisation.findFirstOrThrow({ select: { legalName: true, email: true, phone: true } });
  return isIdentified(own);
}
