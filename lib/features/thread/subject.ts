import { THREAD_NOUNS, type ThreadNoun } from "@/lib/domain/thread/subjects";
import type { Tx } from "@/lib/platform/transaction";

/** A subject as its thread needs it: whose it is, and how both sides call it. */
export type ThreadSubject = {
  noun: ThreadNoun;
  id: string;
  controllerId: string;
  /** "FR-012", "ORV-2026-003". */
  reference: string;
  /** What it is about; "" where the reference says all. */
  title: string;
};
type Found = Omit<ThreadSubject, "noun">;

/** Where each noun's rows are found, in scope. What belongs to no controller has nobody to talk to. */
const FIND: Record<ThreadNoun, (tx: Tx, ids: string[]) => Promise<Found[]>> = {
  "processing-record": async (tx, ids) => {
    const rows = await tx.processingRecord.findMany({
      where: { id: { in: ids }, controllerId: { not: null } },
      select: { id: true, controllerId: true, reference: true, activity: true },
    });
    return rows.map(({ activity, controllerId, ...row }) => ({
      ...row,
      controllerId: controllerId!,
      title: activity,
    }));
  },
  contract: (tx, ids) =>
    tx.contract.findMany({
      where: { id: { in: ids } },
      select: { id: true, controllerId: true, reference: true, title: true },
    }),
  instruction: async (tx, ids) => {
    const rows = await tx.instruction.findMany({
      where: { id: { in: ids } },
      select: { id: true, controllerId: true, number: true },
    });
    return rows.map(({ number, ...row }) => ({ ...row, reference: number, title: "" }));
  },
};

export async function findThreadSubject(tx: Tx, noun: ThreadNoun, id: string): Promise<ThreadSubject | null> {
  const [found] = await FIND[noun](tx, [id]);
  return found ? { ...found, noun } : null;
}

/** The subjects of many threads by id; one read per noun. */
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
