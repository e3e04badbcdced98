import { can } from "@/lib/domain/nouns/policy";
import { instructorIssue } from "@/lib/domain/contract/issues";
import { difference } from "@/lib/domain/journal/difference";
import { type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { changeContract } from "./change";
import {
  type ContractRow,
  findContract,
  flattenContract,
  subjectOf,
} from "@/lib/features/contract/read/queries";
import { insertInstructors } from "./rows";
import type { InstructorSave } from "@/lib/features/contract/schema";

/** Creates or updates an instructor. A power ends; nobody is deleted. */
export async function saveInstructor(ctx: Ctx, input: InstructorSave): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { id, version, instructor, ...said } = input;
    const before = await findContract(tx, id);
    const known = before?.instructors.find((one) => one.id === instructor);
    if (!before || (instructor && !known)) return refuse({ kind: "not-found" });
    const issue = instructorIssue(said);
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    await insertInstructor(tx, ctx, before, { ...said, id: instructor });
    const shown = () => known ?? {};
    const changed = await changeContract(tx, ctx, { before, version, said: {}, kind: "instructors", shown });
    if (!changed.ok) return changed;
    journal.note({
      event: known ? "contract.instructor-changed" : "contract.instructor-named",
      subject: subjectOf(changed.value),
      ...difference(flattenContract(before), flattenContract(changed.value)),
    });
    return changed;
  });
}

type InstructorContent = Omit<InstructorSave, "id" | "version" | "instructor"> & { id: string | null };

async function insertInstructor(
  tx: Tx,
  ctx: Ctx,
  contract: ContractRow,
  { id, from, until, ...said }: InstructorContent,
): Promise<void> {
  const person = { ...said, from, until, id: id ?? newId(ctx.now) };
  if (!id) return insertInstructors(tx, ctx, [{ person, contract }]);
  await tx.contractInstructor.updateMany({
    where: { id, contractId: contract.id },
    data: { ...said, fromOn: from, untilOn: until },
  });
}
