import { required } from "@/lib/domain/invariant/required";
import { THREAD_NOUNS, type ThreadNoun } from "@/lib/domain/thread/subjects";
import type { Tx } from "@/lib/platform/database/transaction";

export type ThreadSubject = {
  noun: ThreadNoun;
  id: string;
  controllerId: string;
  /** Examples: "FR-012", "ORV-2026-003". */
  reference: string;
  /** Title; "" where the reference suffices. */
  title: string;
  /** True for drafts, which a controller cannot read and threads cannot concern. */
  isDraft: boolean;
};
type Found = Omit<ThreadSubject, "noun">;

const DRAFT = "draft";

const whose = { controllerId: true, mergedFromId: true } as const;

/** Threads of a merged row remain with the controller of origin. */
function withOrigin<T extends { controllerId: string; mergedFromId: string | null }>({
  mergedFromId,
  ...row
}: T) {
  return { ...row, controllerId: mergedFromId ?? row.controllerId };
}

/** Excludes subjects without a controller. */
const FIND: Record<ThreadNoun, (tx: Tx, ids: string[]) => Promise<Found[]>> = {
  // Excludes drafts, which no controller has seen.
  authorisation: async (tx, ids) => {
    const rows = await tx.authorisation.findMany({
      where: { id: { in: ids }, sentAt: { not: null } },
      select: { id: true, ...whose, reference: true, subProcessor: { select: { name: true } } },
    });
    return rows.map(({ subProcessor, ...row }) => ({
      ...withOrigin(row),
      title: subProcessor.name,
      isDraft: false,
    }));
  },
  "processing-record": async (tx, ids) => {
    const rows = await tx.processingRecord.findMany({
      where: { id: { in: ids }, controllerId: { not: null } },
      select: { id: true, ...whose, reference: true, activity: true, state: true },
    });
    return rows.map(({ activity, controllerId, state, ...row }) => ({
      ...withOrigin({
        ...row,
        controllerId: required(controllerId, "controller of an entry of article 30(2)"),
      }),
      title: activity,
      isDraft: state === DRAFT,
    }));
  },
  // Lists of the notices of a breach those that the controller may read.
  "breach-notice": async (tx, ids) => {
    const rows = await tx.breachNotice.findMany({
      where: { id: { in: ids }, status: "issued", isShared: true },
      select: { id: true, controllerId: true, number: true },
    });
    return rows.map(({ number, ...row }) => ({
      ...row,
      reference: String(number),
      title: "",
      isDraft: false,
    }));
  },
  contract: async (tx, ids) => {
    const rows = await tx.contract.findMany({
      where: { id: { in: ids } },
      select: { id: true, ...whose, reference: true, title: true, state: true },
    });
    return rows.map(({ state, ...row }) => ({ ...withOrigin(row), isDraft: state === DRAFT }));
  },
  instruction: async (tx, ids) => {
    const rows = await tx.instruction.findMany({
      where: { id: { in: ids } },
      select: { id: true, ...whose, number: true },
    });
    return rows.map(({ number, ...row }) => ({
      ...withOrigin(row),
      reference: number,
      title: "",
      isDraft: false,
    }));
  },
};

export async function findThreadSubject(tx: Tx, noun: ThreadNoun, id: string): Promise<ThreadSubject | null> {
  const [found] = await FIND[noun](tx, [id]);
  return found ? { ...found, noun } : null;
}

/** Groups ids into a query per noun. */
export async function findThreadSubjects(
  tx: Tx,
  of: readonly { subjectNoun: ThreadNoun; subjectId: string }[],
): Promise<Map<string, ThreadSubject>> {
  const subjects = new Map<string, ThreadSubject>();
  for (const noun of THREAD_NOUNS) {
    const ids = of.filter(({ subjectNoun }) => subjectNoun === noun).map(({ subjectId }) => subjectId);
    if (ids.length === 0) continue;
    for (const found of await FIND[noun](tx, ids)) subjects.set(found.id, { ...found, noun });
  }
  return subjects;
}

/** Limit of choices per noun. */
const MOST_ASKABLE = 500;

/** Subjects in the contact's scope, without drafts, by reference. */
export async function findAskable(tx: Tx): Promise<Omit<ThreadSubject, "controllerId" | "isDraft">[]> {
  const byReference = { orderBy: { reference: "asc" as const }, take: MOST_ASKABLE };
  const records = await tx.processingRecord.findMany({
    ...byReference,
    select: { id: true, reference: true, activity: true },
  });
  const contracts = await tx.contract.findMany({
    ...byReference,
    select: { id: true, reference: true, title: true },
  });
  const instructions = await tx.instruction.findMany({
    orderBy: { receivedAt: "desc" },
    take: MOST_ASKABLE,
    select: { id: true, number: true },
  });
  return [
    ...records.map(({ activity, ...row }) => ({
      ...row,
      noun: "processing-record" as const,
      title: activity,
    })),
    ...contracts.map((row) => ({ ...row, noun: "contract" as const })),
    ...instructions.map(({ number, ...row }) => ({
      ...row,
      ...{ noun: "instruction" as const, reference: number, title: "" },
    })),
  ];
}
