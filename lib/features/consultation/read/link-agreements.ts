import { LAST_FIRST, STANDING } from "@/lib/features/choice/read/standing";
import type { Choice } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Finds the agreements given through a link that were not withdrawn through it since: one of each subject, or several. */
export async function findAgreementsByLink(tx: Tx, consultationPersonId: string): Promise<Choice[]> {
  const made = await tx.choice.findMany({
    where: { consultationPersonId, ...STANDING },
    orderBy: LAST_FIRST,
  });
  const last = new Map<string, Choice>();
  for (const choice of made) {
    const subject = subjectOf(choice);
    if (!last.has(subject)) last.set(subject, choice);
  }
  return made.filter((choice) => isGiven(choice) && isGiven(last.get(subjectOf(choice))));
}

/** A child's agreement stands beside what awaits its parent, and both are of one answer. */
function isGiven(choice: Choice | undefined): boolean {
  return choice?.outcome === "allowed" || choice?.outcome === "awaiting";
}

function subjectOf({ act, purpose, country }: Choice): string {
  return JSON.stringify([act, purpose, country]);
}
