import { periodsOf } from "@/lib/domain/contract/in-force";
import { coveredDays } from "@/lib/domain/instruction/covered-days";
import { groupFindings } from "@/lib/domain/instruction/scope-groups";
import { type Duty, instantOfDay, todayAtHome, undatedOf } from "@/lib/domain/obligation/types";
import { findAgreed, type RecordRead, scopeOf } from "@/lib/features/instruction/read/agreed";
import { findOpenRecords, findServed } from "@/lib/features/instruction/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { COUNTED, type FindLacks } from "./asked";

/** Most entries that are compared at once with what was agreed: each is read whole. */
const MOST_COMPARED = 1000;
/** Most organisations whose comparison a process remembers. */
const MOST_KEPT = 200;

type Served = {
  id: string;
  legalName: string;
  out: number;
  uncompared: number;
  /** Days on which the last of what was out was covered, with what was out the day before. */
  covered: { day: string; points: number }[];
};
type Compared = { served: Served[] } | "too-many";

const compared = new Map<string, Compared>();

/**
 * Operations that neither contract nor instruction covers, one line for each controller; where the register is too long
 * to be compared here, one line that says that nobody did.
 */
export const findScopeLacks: FindLacks = async (tx, { day, doneSince, countPoints }) => {
  const found = await compareOnce(tx, { day, doneSince });
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

/** Days on which a contract or an instruction covered everything of a controller that was out, at their beginning. */
export const findCoveredScope: FindLacks = async (tx, { day, doneSince, countPoints }) => {
  const found = await compareOnce(tx, { day, doneSince });
  if (found === "too-many") return [];
  return found.served.flatMap(({ id, legalName: name, covered }) => {
    const row = { subject: { id, reference: "" }, controller: { id, name }, path: "/instructions/scope" };
    return covered.map(({ day: on, points }) =>
      undatedOf({ ...row, ...COUNTED }, "instruction.scope", {
        about: countPoints(points),
        part: on,
        doneAt: instantOfDay(on),
      }),
    );
  });
};

type Period = { day: string; doneSince: Date };

/** Compares again once the journal's head has moved, or on another day: every change of what is compared is an entry. */
async function compareOnce(tx: Tx, period: Period): Promise<Compared> {
  const [head] = await tx.$queryRaw<{ org: string; seq: string }[]>`
    SELECT org_id::text AS org, seq::text FROM journal_head`;
  const key = [head?.org, head?.seq, period.day].join(" ");
  const known = head && compared.get(key);
  if (known) return known;
  const found = await compare(tx, period);
  compared.set(key, found);
  const [oldest] = compared.keys();
  if (compared.size > MOST_KEPT && oldest !== undefined) compared.delete(oldest);
  return found;
}

async function compare(tx: Tx, { day, doneSince }: Period): Promise<Compared> {
  const open = await tx.processingRecord.count({
    where: { capacity: "processor", state: { not: "ended" } },
    take: MOST_COMPARED + 1,
  });
  if (open > MOST_COMPARED) return "too-many";
  const served = await findServed(tx, "", MOST_COMPARED);
  const ids = served.map(({ id }) => id);
  const records = await findOpenRecords(tx, ids);
  const agreed = await findAgreed(tx, ids);
  const changedOn = await findDaysOfChange(tx, records);
  const from = todayAtHome(doneSince.getTime());
  return {
    served: served.map((controller) => {
      const own = records.filter(({ controllerId }) => controllerId === controller.id);
      const points = pointsOn(own, agreed, day);
      const out = countOut(points);
      const covered = coveredDays(daysOf(agreed, controller.id), { from, until: day }, (on, before) =>
        countOut(
          pointsOn(
            own.filter(({ id }) => (changedOn.get(id) ?? before) < before),
            agreed,
            on,
          ),
        ),
      );
      return { ...controller, out, uncompared: points.length - out, covered };
    }),
  };
}

type Agreed = Awaited<ReturnType<typeof findAgreed>>;
type Compare = Pick<RecordRead, "id" | "controllerId" | "content">;

/** A controller without a contract in force has a line of its own. */
function pointsOn(records: readonly Compare[], agreed: Agreed, day: string) {
  const found = records.map((record) => ({ record, findings: scopeOf(record, agreed, day) }));
  return groupFindings(found).filter(({ kind }) => kind !== "contract");
}

function countOut(points: ReturnType<typeof pointsOn>): number {
  return points.filter(({ isCompared }) => isCompared).length;
}

/** Days on which what a controller allows may have changed: of facts of its instructions, and of its contracts' words. */
function daysOf({ ledger, contracts }: Agreed, controllerId: string): string[] {
  const isTheirs = (one: { controllerId: string }) => one.controllerId === controllerId;
  return [
    ...ledger
      .filter(isTheirs)
      .flatMap(({ effectiveOn, facts }) => [effectiveOn, ...facts.map((one) => one.factOn)]),
    ...contracts.filter(isTheirs).flatMap((contract) => periodsOf(contract).map((period) => period.from)),
  ];
}

/** Days at the organisation on which entries came to state what they state now. */
async function findDaysOfChange(tx: Tx, records: readonly Compare[]): Promise<Map<string, string>> {
  const versions = await tx.recordVersion.findMany({
    where: { recordId: { in: records.map(({ id }) => id) }, supersededAt: null },
    select: { recordId: true, recordedAt: true },
  });
  return new Map(versions.map(({ recordId, recordedAt }) => [recordId, todayAtHome(recordedAt.getTime())]));
}
