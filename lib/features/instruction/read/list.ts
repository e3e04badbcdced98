import { z } from "zod";
import type { InstructionState } from "@/lib/domain/instruction/types";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

export const PAGE_SIZE = 50;
/** Counts beyond this show "1,000+". */
const COUNT_LIMIT = 1000;

const VIEWS = ["all", "open", "contested", "accepted", "closed"] as const;
type InstructionView = (typeof VIEWS)[number];

const STATES: Record<Exclude<InstructionView, "all">, readonly InstructionState[]> = {
  open: ["received", "checked"],
  contested: ["contested"],
  accepted: ["accepted", "confirmed"],
  closed: ["amended", "withdrawn"],
};

/** Invalid filters are ignored. */
export const instructionQuerySchema = z.object({
  view: z.enum(VIEWS).catch("all"),
  controller: z.uuid().catch(""),
  /** Keyset: instant and id of the last row seen. */
  after: z
    .string()
    .regex(/^\d{1,15}\.[\da-f-]{36}$/)
    .catch(""),
});
export type InstructionQuery = z.output<typeof instructionQuerySchema>;

/** Returns one extra row, to detect a next page. */
export async function findInstructionPage(tx: Tx, { view, controller, after }: InstructionQuery) {
  const ofController = controller ? { controllerId: controller } : {};
  const rows = await tx.instruction.findMany({
    where: { ...ofController, ...inView(view), ...below(after) },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
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
  return { rows: rows.map(asListed), counts: await countViews(tx, controller) };
}

/** Counts to the limit plus one. */
async function countViews(tx: Tx, controller: string): Promise<Record<InstructionView, number>> {
  const ofController = controller ? Prisma.sql`AND controller_id = ${controller}::uuid` : Prisma.empty;
  const counts = VIEWS.map((view) => {
    const inView =
      view === "all" ? Prisma.empty : Prisma.sql`AND state IN (${Prisma.join([...STATES[view]])})`;
    return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM instruction
      WHERE true ${ofController} ${inView} LIMIT ${COUNT_LIMIT + 1}) AS counted) AS ${Prisma.raw(view)}`;
  });
  const [row] = await tx.$queryRaw<[Record<InstructionView, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

function asListed<R extends { text: string; facts: unknown[]; channel: string; state: string }>({
  facts,
  ...row
}: R) {
  return {
    ...row,
    text: row.text.length > 240 ? `${row.text.slice(0, 239).trimEnd()}…` : row.text,
    state: row.state as InstructionState,
    isUnwritten: row.channel === "telephone" && facts.length === 0,
  };
}

function inView(view: InstructionView): Prisma.InstructionWhereInput {
  return view === "all" ? {} : { state: { in: [...STATES[view]] } };
}

function below(after: string): Prisma.InstructionWhereInput {
  if (after === "") return {};
  const [instant = "", id = ""] = after.split(".");
  const receivedAt = new Date(Number(instant));
  return { OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { lt: id } }] };
}
