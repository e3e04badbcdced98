import { z } from "zod";
import type { InstructionState } from "@/lib/domain/instruction/types";
import { Prisma } from "@/lib/generated/prisma/client";
import { cursorField, viewField } from "@/lib/forms/list-query";
import { countViews, keysIn, pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Tx } from "@/lib/platform/database/transaction";

const INSTRUCTION_VIEWS = ["all", "open", "contested", "accepted", "closed"] as const;
type InstructionView = (typeof INSTRUCTION_VIEWS)[number];

const STATES: Record<Exclude<InstructionView, "all">, readonly InstructionState[]> = {
  open: ["received", "checked"],
  contested: ["contested"],
  accepted: ["accepted", "confirmed"],
  closed: ["amended", "withdrawn"],
};

/** Invalid filters are ignored. */
export const instructionQuerySchema = z.object({
  view: viewField(INSTRUCTION_VIEWS),
  controller: z.uuid().catch(""),
  /** Instant and id of the last row seen. */
  after: cursorField,
});
export type InstructionQuery = z.output<typeof instructionQuerySchema>;

export async function findInstructionPage(tx: Tx, { view, controller, after }: InstructionQuery) {
  const ofController = controller ? { controllerId: controller } : {};
  const asked = tx.instruction.findMany({
    where: { ...ofController, ...inView(view), ...below(after) },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: ROWS_ASKED,
    select: {
      id: true,
      number: true,
      text: true,
      authority: true,
      channel: true,
      receivedAt: true,
      effectiveOn: true,
      state: true,
      controller: { select: { legalName: true } },
      facts: { where: { event: "confirm-in-writing" }, take: 1, select: { id: true } },
    },
  });
  const [rows, counts] = await Promise.all([asked, countInstructions(tx, controller)]);
  const page = pageOf(rows, (row) => [row.receivedAt.getTime(), row.id]);
  return { ...page, rows: page.rows.map(asListed), counts };
}

function countInstructions(tx: Tx, controller: string): Promise<Record<InstructionView, number>> {
  const ofController = controller ? Prisma.sql`AND controller_id = ${controller}::uuid` : Prisma.empty;
  return countViews(tx, INSTRUCTION_VIEWS, (view) => {
    const inView =
      view === "all" ? Prisma.empty : Prisma.sql`AND state IN (${Prisma.join([...STATES[view]])})`;
    return Prisma.sql`FROM instruction WHERE true ${ofController} ${inView}`;
  });
}

function asListed<
  R extends { text: string; facts: unknown[]; channel: string; state: string; receivedAt: Date },
>({ facts, receivedAt, ...row }: R) {
  return {
    ...row,
    receivedAt: receivedAt.getTime(),
    text: row.text.length > 240 ? `${row.text.slice(0, 239).trimEnd()}…` : row.text,
    state: row.state as InstructionState,
    isUnwritten: row.channel === "telephone" && facts.length === 0,
  };
}

function inView(view: InstructionView): Prisma.InstructionWhereInput {
  return view === "all" ? {} : { state: { in: [...STATES[view]] } };
}

function below(after: string): Prisma.InstructionWhereInput {
  const keys = keysIn(after, z.tuple([z.coerce.number().int().max(8.64e15), z.uuid()]));
  if (!keys) return {};
  const [receivedAt, id] = [new Date(keys[0]), keys[1]];
  return { OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { lt: id } }] };
}
