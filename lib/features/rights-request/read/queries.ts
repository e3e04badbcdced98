import { findControllerNames } from "@/lib/features/party-names/read/called";
import { factValueSchema, type Fact, type FactKind } from "@/lib/domain/rights-request/facts";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import type { RelayTerms } from "@/lib/domain/rights-request/clocks";
import { contractOn } from "@/lib/domain/contract/in-force";
import { requestDays } from "@/lib/domain/contract/request-term";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import type { TaskSource } from "@/lib/domain/rights-request/tasks";
import type { RightsRequestFact } from "@/lib/generated/prisma/client";
import type { NoticeContract } from "@/lib/features/breach/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

export function findRequest(tx: Tx, id: string) {
  return tx.rightsRequest.findFirst({ where: { id } });
}
export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

export async function findFacts(tx: Tx, requestId: string): Promise<Fact[]> {
  return (await findFactsOf(tx, [requestId])).get(requestId) ?? [];
}

/** Facts of many requests, in one statement. */
export async function findFactsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Fact[]>> {
  const rows = await tx.rightsRequestFact.findMany({
    where: { requestId: { in: [...ids] } },
    orderBy: { number: "asc" },
  });
  const facts = new Map<string, Fact[]>();
  for (const row of rows) facts.set(row.requestId, [...(facts.get(row.requestId) ?? []), readFact(row)]);
  return facts;
}

function readFact({ id, number, kind, value, at, recordedAt, authorName }: RightsRequestFact): Fact {
  return {
    id,
    number,
    authorName,
    // The schema of the form wrote it.
    kind: kind as FactKind,
    value: factValueSchema.parse(value),
    at: at.getTime(),
    recordedAt: recordedAt.getTime(),
  };
}

/** A controller as requests read it: one that was merged is read as the one that it is merged into. */
export async function findHolders(tx: Tx, ids: readonly (string | null)[]) {
  const select = {
    id: true,
    legalName: true,
    mergedIntoId: true,
    otherControllers: true,
    ...lawColumns,
  } as const;
  const named = await tx.controller.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select,
  });
  const into = named.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const holders =
    into.length === 0 ? [] : await tx.controller.findMany({ where: { id: { in: into } }, select });
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  return new Map(named.map((row) => [row.id, byId.get(row.mergedIntoId ?? "") ?? row]));
}
export type Holder = NonNullable<ReturnType<Awaited<ReturnType<typeof findHolders>>["get"]>>;

export async function findProcessorCountry(tx: Tx): Promise<string | null> {
  return (await tx.organisation.findFirstOrThrow({ select: { country: true } })).country;
}

/** States what the contracts in force on a day say of requests; the shortest term of several. */
export function relayTermsOn(contracts: readonly NoticeContract[], day: string): RelayTerms | null {
  const bound = contracts.flatMap((contract) => {
    const { state, contractTerms } = contractOn(contract, day);
    if (state !== "in-force") return [];
    const { terms } = contractTerms;
    const { rightsRequests: rule, rightsRequestsHours: hours, rightsRequestsDays: days } = terms;
    const relay = { contractId: contract.id, reference: contract.reference, rule, hours, days };
    return [{ relay, length: requestDays(terms) ?? Infinity }];
  });
  return bound.toSorted((one, other) => one.length - other.length)[0]?.relay ?? null;
}

/** A controller that a request may be placed with. */
export async function isController(tx: Tx, id: string): Promise<boolean> {
  const where = { id, archivedAt: null, mergedIntoId: null };
  return (await tx.controller.findFirst({ where, select: { id: true } })) !== null;
}

/** Entries under which the controller's data are processed, with the systems and sub-processors that they name. */
export async function findTaskSources(tx: Tx, controllerId: string): Promise<TaskSource[]> {
  const rows = await tx.processingRecord.findMany({
    where: { capacity: "processor", state: { not: "ended" }, controllerId },
    orderBy: { reference: "asc" },
    select: { id: true, content: true },
  });
  return rows.map(({ id, content }) => {
    const { tools, subProcessors } = recordContentSchema.parse(content);
    return {
      id,
      tools,
      subProcessors: subProcessors.map(({ name, subProcessorId }) => ({ name, subProcessorId })),
    };
  });
}

/** Controllers that a request may be for, with every name of theirs and the activities of their entries. */
export async function findPlaces(tx: Tx) {
  const rows = await tx.controller.findMany({
    where: { archivedAt: null, mergedIntoId: null, isPlaceholder: false },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: {
      id: true,
      legalName: true,
      records: { where: { capacity: "processor", state: { not: "ended" } }, select: { activity: true } },
    },
  });
  const called = new Map((await findControllerNames(tx)).map(({ id, companies }) => [id, companies]));
  return rows.map(({ id, legalName, records }) => ({
    id,
    legalName,
    names: (called.get(id) ?? []).filter((name) => name !== legalName),
    activities: records.map(({ activity }) => activity),
  }));
}
