import { readContent, typeIn } from "@/lib/domain/dpo-work/content";
import type { WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import { filingNumber, workStatusOn } from "@/lib/domain/dpo-work/status";
import type { Tx } from "@/lib/platform/database/transaction";

const KIND = "cndp-filing";

/** Finds the filings that are not ended, each with its number and where it is on a day. */
export async function findFilings(tx: Tx, today: string) {
  const rows = await tx.dpoWork.findMany({
    where: { kind: KIND, isOpen: true },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, title: true, content: true },
  });
  const workFacts = await tx.dpoWorkFact.findMany({
    where: { workId: { in: rows.map(({ id }) => id) } },
    orderBy: { number: "asc" },
    select: {
      workId: true,
      event: true,
      part: true,
      factOn: true,
      detail: true,
      reason: true,
      nextOn: true,
      amount: true,
    },
  });
  const facts = new Map<string, WorkFact[]>();
  for (const { workId, ...fact } of workFacts) facts.set(workId, [...(facts.get(workId) ?? []), fact]);
  return rows.map(({ id, reference, title, content: stored }) => {
    const content = readContent(KIND, stored);
    const work = { kind: KIND, content, facts: facts.get(id) ?? [] } as const;
    const { word, tone } = workStatusOn(work, today);
    return { id, reference, title, type: typeIn(content), number: filingNumber(work), word, tone };
  });
}
