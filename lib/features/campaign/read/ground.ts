import { itemsOf } from "@/lib/domain/campaign/person-facts";
import type { CampaignGround } from "@/lib/domain/campaign/ground";
import type { NamedScript } from "@/lib/domain/campaign/judge-script";
import { contractContentSchema } from "@/lib/domain/contract/content";
import type { Tx } from "@/lib/platform/database/transaction";
import { findCollections, findWholeCollections } from "@/lib/features/choice/read/collections";
import { findConsentGroups } from "@/lib/features/choice/read/consents";
import { findUsedText } from "@/lib/features/call-script/read/used";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import { type CampaignRow, findScrubs, holderOf } from "@/lib/features/campaign/read/queries";

/** Finds the rows that a campaign rests on, as they are at an instant. */
export async function findGround(tx: Tx, campaign: CampaignRow, at: number): Promise<CampaignGround> {
  const controllerId = holderOf(campaign);
  const { product } = campaign.content;
  const instructions = (await findInstructionsOf(tx, controllerId)).map(datedInstruction);
  const collections = (await findCollections(tx, [controllerId])).filter(
    ({ purpose }) => purpose === "" || purpose === product,
  );
  const whole = await findWholeCollections(
    tx,
    collections.map(({ id }) => id),
  );
  return {
    instruction: instructions.find(({ id }) => id === campaign.instructionId) ?? null,
    instructions,
    contracts: await findContracts(tx, controllerId),
    consents: await findConsentGroups(tx, { controllerId, purpose: product, at }),
    collections: collections.map(({ id, items }) => ({
      ...{ id, items: itemsOf(items) },
      isWhole: whole.has(id),
    })),
    scrubs: (await findScrubs(tx, campaign.id)).map(({ scrubbedOn }) => scrubbedOn),
    script: campaign.scriptId === null ? null : await findNamedScript(tx, campaign.scriptId),
    isIdentified: await isIdentified(tx),
  };
}

async function findNamedScript(tx: Tx, id: string): Promise<NamedScript> {
  return { used: await findUsedText(tx, id) };
}

async function findContracts(tx: Tx, controllerId: string): Promise<CampaignGround["contracts"]> {
  const rows = await tx.contract.findMany({
    where: { controllerId },
    select: { signedOn: true, effectiveOn: true, noticeGivenOn: true, endedOn: true, content: true },
  });
  return rows.map(({ content, ...dates }) => ({ ...dates, content: contractContentSchema.parse(content) }));
}

async function isIdentified(tx: Tx): Promise<boolean> {
  const own = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, email: true, phone: true },
  });
  return own.legalName !== "" && (own.email !== "" || own.phone !== "");
}
