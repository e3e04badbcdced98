import type { Nameable, ProposingCompanion, ProposingReference } from "@/lib/domain/breach/proposal";
import { jointControllersOf, principalsOf } from "@/lib/domain/controller/joint-controllers";
import { required } from "@/lib/domain/invariant/required";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import {
  findOwnNames,
  findSpokenControllerNames,
  findSubProcessorNames,
  findTransferRecipients,
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
    references: await findReferences(tx),
    controllers: await findSpokenControllerNames(tx),
    subProcessors: await findSubProcessorNames(tx),
    recipients: await findTransferRecipients(tx),
    companions: await findCompanions(tx),
    own: await findOwnNames(tx),
  };
}

/** Joint controllers of each client and those for whom it acts, as its sheet names them. */
async function findCompanions(tx: Tx): Promise<ProposingCompanion[]> {
  const rows = await tx.controller.findMany({
    where: { isPlaceholder: false, mergedIntoId: null, otherControllers: { not: "" } },
    select: { id: true, clientRole: true, otherControllers: true },
  });
  return rows.map(({ id, ...client }) => ({
    controllerId: id,
    companies: [...jointControllersOf(client), ...principalsOf(client)],
  }));
}

/** References of documents, each with its client; numbers of instructions are a client's own. */
async function findReferences(tx: Tx): Promise<ProposingReference[]> {
  const select = { reference: true, controllerId: true } as const;
  const contracts = await tx.contract.findMany({ select });
  const authorisations = await tx.authorisation.findMany({ select });
  const instructions = await tx.instruction.findMany({ select: { number: true, controllerId: true } });
  return [
    ...contracts.map((row) => ({ kind: "contract" as const, ...row })),
    ...authorisations.map((row) => ({ kind: "authorisation" as const, ...row })),
    ...instructions.map(({ number, controllerId }) => ({
      kind: "instruction" as const,
      reference: number,
      controllerId,
    })),
  ];
}
