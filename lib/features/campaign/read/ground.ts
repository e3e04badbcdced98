import { itemsOf } from "@/lib/domain/campaign/person-facts";
import type { CampaignGround, OwnGround } from "@/lib/domain/campaign/ground";
import type { NamedScript } from "@/lib/domain/campaign/judge-script";
import { contractContentSchema } from "@/lib/domain/contract/content";
import type { Tx } from "@/lib/platform/database/transaction";
import { findCollections, findWholeCollections } from "@/lib/features/choice/read/collections";
import { findConsentGroups } from "@/lib/features/choice/read/consents";
import { findUsedText } from "@/lib/features/call-script/read/used";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import { type CampaignRow, findScrubs } from "@/lib/features/campaign/read/queries";
import { holderOf } from "@/lib/features/controller/read/active";

/** Campaign, or a version of it, whose ground is found. */
export type Grounded = Pick<CampaignRow, "id" | "content" | "instructionId" | "scriptId" | "controller">;

/** Rows that change in place, as a reader has them: those of now, or of a past instant. */
export type GroundReaders = {
  contracts: (tx: Tx, controllerId: string) => Promise<CampaignGround["contracts"]>;
  usedText: (tx: Tx, scriptId: string) => Promise<NamedScript["used"]>;
  isIdentified: (tx: Tx) => Promise<boolean>;
};

const CURRENT: GroundReaders = {
  contracts: findContracts,
  usedText: findUsedText,
  isIdentified: async (tx) =>
    isIdentified(
      await tx.organisation.findFirstOrThrow({ select: { legalName: true, email: true, phone: true } }),
    ),
};

/** Finds the rows that a campaign rests on, as they were recorded until an instant. */
export async function findGround(
  tx: Tx,
  campaign: Grounded,
  at: number,
  readers: GroundReaders = CURRENT,
): Promise<CampaignGround> {
  const own = await findOwnGround(tx, campaign, at, readers);
  const { product } = campaign.content;
  return {
    ...own,
    consents: await findConsentGroups(tx, { controllerId: holderOf(campaign), purpose: product, at }),
    scrubs: (await findScrubs(tx, campaign.id))
      .filter(({ recordedAt }) => recordedAt.getTime() <= at)
      .map(({ scrubbedOn }) => scrubbedOn),
  };
}

/** Finds those of the rows that say whether the campaign may go on at all, whomever it calls. */
export async function findOwnGround(
  tx: Tx,
  campaign: Grounded,
  at: number,
  readers: GroundReaders = CURRENT,
): Promise<OwnGround> {
  const controllerId = holderOf(campaign);
  const { product } = campaign.content;
  const instructions = await findInstructionsUntil(tx, controllerId, at);
  const collections = (await findCollections(tx, [controllerId])).filter(
    ({ purpose, recordedAt }) => recordedAt <= at && (purpose === "" || purpose === product),
  );
  const whole = await findWholeCollections(
    tx,
    collections.map(({ id }) => id),
    at,
  );
  return {
    instruction: instructions.find(({ id }) => id === campaign.instructionId) ?? null,
    instructions,
    contracts: await readers.contracts(tx, controllerId),
    collections: collections.map(({ id, items }) => ({
      id,
      items: itemsOf(items),
      isWhole: whole.has(id),
    })),
    script: campaign.scriptId === null ? null : { used: await readers.usedText(tx, campaign.scriptId) },
    isIdentified: await readers.isIdentified(tx),
  };
}

async function findInstructionsUntil(tx: Tx, controllerId: string, at: number) {
  const rows = await findInstructionsOf(tx, controllerId);
  return rows
    .filter(({ receivedAt }) => receivedAt.getTime() <= at)
    .map(({ facts, ...row }) =>
      datedInstruction({ ...row, facts: facts.filter(({ recordedAt }) => recordedAt.getTime() <= at) }),
    );
}

async function findContracts(tx: Tx, controllerId: string): Promise<CampaignGround["contracts"]> {
  const rows = await tx.contract.findMany({
    where: { controllerId },
    select: { signedOn: true, effectiveOn: true, noticeGivenOn: true, endedOn: true, content: true },
  });
  return rows.map(({ content, ...dates }) => ({ ...dates, content: contractContentSchema.parse(content) }));
}

/** True where the organisation has a name and a way to be reached. */
export function isIdentified(own: { legalName: string; email: string; phone: string }): boolean {
  return own.legalName !== "" && (own.email !== "" || own.phone !== "");
}
