import { obligationOf, onDay } from "@/lib/domain/obligation/types";
import { countHolding, findCollections } from "@/lib/features/choice/read/collections";
import { COUNTED, type FindLacks } from "./asked";

/** Collections of controllers whose campaigns have not ended, of which some consent ends within thirty days. */
export const findConsentLacks: FindLacks = async (tx, { now, day }) => {
  const campaigns = await tx.campaign.findMany({
    where: { state: { not: "ended" } },
    select: { controller: { select: { id: true, mergedIntoId: true } } },
  });
  if (campaigns.length === 0) return [];
  const holders = new Set(campaigns.map(({ controller }) => controller.mergedIntoId ?? controller.id));
  const collections = await findCollections(tx, [...holders]);
  const ids = collections.map(({ id }) => id);
  const holding = await countHolding(tx, ids, { at: now.getTime(), day });
  return holding.flatMap(({ collectionId, today, later, ends }) => {
    const collection = collections.find(({ id }) => id === collectionId);
    if (!collection || later === today) return [];
    const { id, title, controller } = collection;
    const row = {
      subject: { id, reference: "" },
      path: `/telephone/consents/${id}`,
      ...COUNTED,
      controller: { id: controller.mergedIntoId ?? controller.id, name: controller.legalName },
    };
    return [obligationOf(row, "choice.consents-end", onDay(ends), { about: title })];
  });
};
