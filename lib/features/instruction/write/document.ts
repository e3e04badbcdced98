import { asTyped } from "@/lib/domain/instruction/as-typed";
import type { InstructionContent } from "@/lib/domain/instruction/content";
import type { InstructionEventKind } from "@/lib/domain/instruction/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import {
  findInstruction,
  flattenInstruction,
  type InstructionRow,
} from "@/lib/features/instruction/read/queries";

type InstructionFields = InstructionContent &
  Pick<
    InstructionRow,
    | "controllerId"
    | "contactId"
    | "addressUnproven"
    | "number"
    | "year"
    | "counter"
    | "textDigest"
    | "authority"
    | "state"
  >;

export const instructionDocument = defineDocument<InstructionRow, InstructionFields>()({
  noun: "instruction",
  table: "instruction",
  versions: "instruction_version",
  key: "instructionId",
  find: openInstruction,
  versionOf: (row, change: "recorded" | "corrected" | "classified" | InstructionEventKind) => ({
    controllerId: row.controllerId,
    change,
    snapshot: flattenInstruction(row),
  }),
  flatten: flattenInstruction,
  labelOf: ({ number }) => number,
});

/** Serialises changes and events of an instruction. */
async function openInstruction(tx: Tx, id: string): Promise<InstructionRow | null> {
  await tx.$queryRaw`SELECT 1 FROM instruction WHERE id = ${id}::uuid FOR UPDATE`;
  return findInstruction(tx, id);
}

/** Shows the content in a conflict as its form sends it. */
export const shownAsTyped = (current: InstructionRow) => asTyped(current);
