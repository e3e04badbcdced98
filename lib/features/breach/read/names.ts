import type { Nameable } from "@/lib/domain/breach/proposal";
import { required } from "@/lib/domain/invariant/required";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import {
  findControllerNames,
  findOwnNames,
  findSubProcessorNames,
} from "@/lib/features/party-names/read/called";
import type { Tx } from "@/lib/platform/database/transaction";

/** Everything that the words of a breach may name: open entries, and companies by all their names. */
export async function findNameable(tx: Tx): Promise<Nameable> {
  const rows = await tx.processingRecord.findMany({
    where: { capacity: "processor", state: { not: "ended" }, controllerId: { not: null } },
    select: {
      id: true,
      reference: true,
      activity: true,
      controllerId: true,
      subProcessorIds: true,
      content: true,
    },
  });
  return {
    records: rows.map(({ content, controllerId, ...row }) => {
      const { destinations, subProcessors } = recordContentSchema.parse(content);
      return {
        ...row,
        controllerId: required(controllerId, "controller of the entry"),
        places: destinations.map(({ place }) => place).filter(Boolean),
        subProcessorNames: subProcessors.map(({ name }) => name),
      };
    }),
    controllers: await findControllerNames(tx),
    subProcessors: await findSubProcessorNames(tx),
    own: await findOwnNames(tx),
  };
}
