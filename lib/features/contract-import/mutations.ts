import { can } from "@/lib/domain/access/policy";
import { mergedInstructors, type ContractLine } from "@/lib/domain/contract/import-plan";
import type { Instructor } from "@/lib/domain/contract/types";
import { difference } from "@/lib/domain/journal/difference";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import {
  columnsOf,
  findContract,
  findPlaces,
  insertContract,
  insertInstructors,
  keepContractVersion,
  lockContracts,
  sayContract,
  type ContractRow,
} from "@/lib/features/contract/data";
import type { Ctx } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store";
import { newId } from "@/lib/platform/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { findPlan, readContracts } from "./data";
import type { ContractCommit } from "./schema";

/** Keeps a file of contracts, so that what it would change can be seen first. Nothing of it is written yet. */
export async function openContractImport(
  ctx: Ctx,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<Outcome<{ file: string }>> {
  if (!can(ctx.actor, "contract.write") || !can(ctx.actor, "import.run"))
    return refuse({ kind: "forbidden" });
  if (!readContracts(bytes)) return invalid("file", "notOurs");
  return write(ctx, async (tx, journal) => {
    const said = { fileName: fileName.slice(0, 300), contentType: "application/json", bytes };
    return done({ file: await storeFile(tx, ctx, journal, { purpose: "contract-import", ...said }) });
  });
}

export type BroughtIn = { created: number; changed: number; same: number; refused: number };

/** Writes what was shown, all or nothing; another plan than the one that was seen is refused and shown again. */
export async function commitContracts(ctx: Ctx, { file, seen }: ContractCommit): Promise<Outcome<BroughtIn>> {
  if (!can(ctx.actor, "contract.write") || !can(ctx.actor, "import.run"))
    return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      await lockContracts(tx, ctx.scope.org);
      await tx.$queryRaw`SELECT 1 FROM contract ORDER BY id FOR UPDATE`;
      const plan = await findPlan(tx, file, ctx.now);
      if (!plan) return refuse({ kind: "not-found" });
      if (plan.digest !== seen) return invalid("", "planChanged");
      const brought: BroughtIn = { created: 0, changed: 0, same: 0, refused: 0 };
      for (const planned of plan.lines) {
        if (planned.becomes === "same") brought.same += 1;
        if (planned.becomes === "refused") brought.refused += 1;
        if (planned.becomes === "new") {
          await bringIn(tx, ctx, journal, { ...planned, batch: file });
          brought.created += 1;
        }
        if (planned.becomes === "changed") {
          const before = plan.standing.get(planned.id)!;
          await bringUp(tx, ctx, journal, { line: planned.line, before, batch: file });
          brought.changed += 1;
        }
      }
      journal.note({
        event: "import.committed",
        subject: {
          noun: "import",
          id: file,
          label: plan.lines
            .map(({ line }) => line.reference)
            .join(", ")
            .slice(0, 300),
        },
        after: { ...brought },
        batch: file,
      });
      return done(brought);
    },
    { timeoutMs: 120_000 },
  );
}

type NewLine = { line: ContractLine; controllerId: string; batch: string };

async function bringIn(tx: Tx, ctx: Ctx, journal: JournalDraft, { line, controllerId, batch }: NewLine) {
  const { controller: _byName, ...said } = line;
  const row = await insertContract(tx, ctx, { ...said, controllerId }, "imported");
  journal.note({ event: "contract.created", subject: subjectOf(row), after: sayContract(row), batch });
}

type ChangedLine = { line: ContractLine; before: ContractRow; batch: string };

/** Under the lock of every contract, so that the version just read still stands. */
async function bringUp(tx: Tx, ctx: Ctx, journal: JournalDraft, { line, before, batch }: ChangedLine) {
  const { controller: _byName, reference: _same, instructors: said, ...rest } = line;
  const merged = mergedInstructors(before.instructors, said);
  await keepInstructors(tx, ctx, before, merged);
  const version = before.version + 1;
  const { instructors } = (await findContract(tx, before.id))!;
  const after = { ...before, ...rest, instructors, version };
  const on = todayIn("Africa/Casablanca", ctx.now.getTime());
  const columns = columnsOf(after, await findPlaces(tx), on);
  await tx.contract.update({
    where: { id: before.id },
    data: { ...rest, ...columns, version, updatedAt: ctx.now },
  });
  await keepContractVersion(tx, ctx, after, columns, "imported");
  journal.note({
    event: "contract.updated",
    subject: subjectOf(after),
    ...difference(sayContract(before), sayContract(after)),
    batch,
  });
}

async function keepInstructors(
  tx: Tx,
  ctx: Ctx,
  contract: ContractRow,
  merged: readonly (Instructor | Omit<Instructor, "id">)[],
) {
  const isKnown = (one: Instructor | Omit<Instructor, "id">): one is Instructor => "id" in one;
  for (const { id, from, until, ...said } of merged.filter(isKnown))
    await tx.contractInstructor.updateMany({
      where: { id, contractId: contract.id },
      data: { ...said, fromOn: from, untilOn: until },
    });
  const added = merged.filter((one) => !isKnown(one)).map((one) => ({ ...one, id: newId(ctx.now) }));
  await insertInstructors(tx, ctx, contract, added);
}

function subjectOf({ id, reference, title }: ContractRow) {
  return { noun: "contract" as const, id, label: [reference, title].filter(Boolean).join(" · ") };
}
