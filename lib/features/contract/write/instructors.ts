import { instructorIssue } from "@/lib/domain/contract/issues";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import type { Ctx } from "@/lib/platform/request/context";
import type { Unit } from "@/lib/platform/versioned/definition";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import { contractDocument } from "./document";
import { insertInstructors } from "./rows";
import type { InstructorSave } from "@/lib/features/contract/schema";

/** Creates or updates an instructor. A power ends; nobody is deleted. */
export async function saveInstructor(
  ctx: Ctx,
  { id, version, instructor, ...fields }: InstructorSave,
): Promise<Outcome<ContractRow>> {
  return contractDocument.update(ctx, { act: "contract.write", id, version }, async (before, unit) => {
    const known = before.instructors.find((one) => one.id === instructor);
    if (instructor && !known) return refuse({ kind: "not-found" });
    const issue = instructorIssue(fields);
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    await saveRow(unit, before, { ...fields, id: instructor });
    return done({
      patch: {},
      kind: "instructors",
      event: known ? "contract.instructor-changed" : "contract.instructor-named",
      shown: () => known ?? {},
    });
  });
}

type InstructorContent = Omit<InstructorSave, "id" | "version" | "instructor"> & { id: string | null };

async function saveRow(
  { tx, ctx }: Unit,
  contract: ContractRow,
  { id, from, until, ...fields }: InstructorContent,
): Promise<void> {
  const person = { ...fields, from, until, id: id ?? newId(ctx.now) };
  if (!id) return insertInstructors(tx, ctx, [{ person, contract }]);
  await tx.contractInstructor.updateMany({
    where: { id, contractId: contract.id },
    data: { ...fields, fromOn: from, untilOn: until },
  });
}
