import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { STORED_REQUEST, type StoredRequest } from "@/lib/domain/authorisation/read-request";
import type { ListedSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { StoredSubProcessor } from "@/lib/domain/authorisation/sub-processor-use";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Both filters are optional. */
export type Asked = { controllerIds?: readonly string[]; ids?: readonly string[] };

export type StoredStatus = ListedSubProcessor &
  StoredSubProcessor & { requests: readonly (StoredRequest & { controllerId: string })[] };

export const listedSelect = {
  id: true,
  reference: true,
  name: true,
  country: true,
} satisfies Prisma.SubProcessorSelect;

/** Two queries: sub-processors with transfers, and requests to these controllers. */
export async function findStored(tx: Tx, { controllerIds, ids }: Asked): Promise<StoredStatus[]> {
  const rows = await tx.subProcessor.findMany({
    where: ids ? { id: { in: [...ids] } } : {},
    orderBy: { reference: "asc" },
    select: {
      ...listedSelect,
      state: true,
      content: true,
      scopeDigest: true,
      transfers: { select: { state: true, content: true, controllerId: true } },
      authorisations: {
        where: controllerIds ? { controllerId: { in: [...controllerIds] } } : {},
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { ...STORED_REQUEST, controllerId: true, conditions: { select: { metAt: true } } },
      },
    },
  });
  const announced = await findAnnouncedHolidays(tx);
  return rows.map(({ authorisations, content, ...row }) => ({
    ...row,
    content: subProcessorContentSchema.parse(content),
    requests: authorisations.map(({ conditions, ...request }) => ({
      ...request,
      announced,
      conditions: conditions.map(({ metAt }) => ({ isMet: metAt !== null })),
    })),
  }));
}
