import { groupFindings } from "@/lib/domain/instruction/scope-groups";
import { type Duty, undatedOf } from "@/lib/domain/obligation/types";
import { findAgreed, scopeOf } from "@/lib/features/instruction/read/agreed";
import { findOpenRecords, findServed } from "@/lib/features/instruction/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { COUNTED, type FindLacks } from "./asked";

/** Most entries that are compared at once with what was agreed: each is read whole. */
const MOST_COMPARED = 1000;
/** Most organisations whose comparison a process remembers. */
const MOST_KEPT = 200;

type Compared = { served: { id: string; legalName: string; out: number; uncompared: number }[] } | "too-many";

const compared = new Map<string, Compared>();

/**
 * Operations that neither contract nor instruction covers, one line for each controller; where the register is too long
 * to be compared here, one line that says that nobody did.
 */
export const findScopeLacks: FindLacks = async (tx, { day, countPoints }) => {
  const found = await compareOnce(tx, day);
  const line = (controller: Duty["controller"], count: number | null) =>
    undatedOf(
      {
        subject: { id: controller?.id ?? "", reference: "" },
        controller,
        path: "/instructions/scope",
        ...COUNTED,
      },
      controller ? "instruction.scope" : "instruction.uncompared",
      { about: count === null ? "" : countPoints(count) },
    );
  if (found === "too-many") return [line(null, null)];
  const uncompared = found.served.reduce((sum, one) => sum + one.uncompared, 0);
  return [
    ...found.served.flatMap(({ id, legalName, out }) =>
      out > 0 ? [line({ id, name: legalName }, out)] : [],
    ),
    ...(uncompared > 0 ? [line(null, uncompared)] : []),
  ];
};

/** Compares again once the journal's head has moved, or on another day: every change of what is compared is an entry. */
async function compareOnce(tx: Tx, day: string): Promise<Compared> {
  const [head] = await tx.$queryRaw<{ org: string; seq: string }[]>`
    SELECT org_id::text AS org, seq::text FROM journal_head`;
  const key = [head?.org, head?.seq, day].join(" ");
  const known = head && compared.get(key);
  if (known) return known;
  const found = await compare(tx, day);
  compared.set(key, found);
  const [oldest] = compared.keys();
  if (compared.size > MOST_KEPT && oldest !== undefined) compared.delete(oldest);
  return found;
}

async function compare(tx: Tx, day: string): Promise<Compared> {
  const open = await tx.processingRecord.count({
    where: { capacity: "processor", state: { not: "ended" } },
    take: MOST_COMPARED + 1,
  });
  if (open > MOST_COMPARED) return "too-many";
  const served = await findServed(tx, "", MOST_COMPARED);
  const ids = served.map(({ id }) => id);
  const records = await findOpenRecords(tx, ids);
  const agreed = await findAgreed(tx, ids);
  return {
    served: served.map((controller) => {
      const own = records.filter(({ controllerId }) => controllerId === controller.id);
      const groups = groupFindings(own.map((record) => ({ record, findings: scopeOf(record, agreed, day) })));
      // A controller without a contract in force has a line of its own.
      const points = groups.filter(({ kind }) => kind !== "contract");
      const out = points.filter(({ isCompared }) => isCompared).length;
      return { ...controller, out, uncompared: points.length - out };
    }),
  };
}
