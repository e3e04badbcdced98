import { z } from "zod";
import { INSTRUCTION_KINDS, type InstructionKind } from "@/lib/domain/instruction/kind";
import type { InstructionState } from "@/lib/domain/instruction/types";
import { Prisma } from "@/lib/generated/prisma/client";
import { cursorField, viewField } from "@/lib/forms/list-query";
import { countViews, keysIn, pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import {
  type AddressProofs,
  contactsToProve,
  findAddressProofs,
  heldUntil,
} from "@/lib/platform/access/address-proofs";
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
  kind: z.enum(INSTRUCTION_KINDS).or(z.literal("")).catch(""),
  /** Instant and id of the last row seen. */
  after: cursorField,
});
export type InstructionQuery = z.output<typeof instructionQuerySchema>;

export async function findInstructionPage(tx: Tx, { view, controller, kind, after }: InstructionQuery) {
  const filtered = { ...(controller && { controllerId: controller }), ...(kind && { kind }) };
  const asked = tx.instruction.findMany({
    where: { ...filtered, ...inView(view), ...below(after) },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: ROWS_ASKED,
    select: {
      id: true,
      number: true,
      text: true,
      kind: true,
      authority: true,
      channel: true,
      receivedAt: true,
      effectiveOn: true,
      state: true,
      controller: { select: { legalName: true } },
      contactId: true,
      addressUnproven: true,
      facts: {
        where: { event: { in: ["confirm-in-writing", "confirm"] } },
        orderBy: { version: "asc" },
        select: { event: true, contactId: true, addressUnproven: true },
      },
    },
  });
  const [rows, counts] = await Promise.all([asked, countInstructions(tx, { controller, kind })]);
  const page = pageOf(rows, (row) => [row.receivedAt.getTime(), row.id]);
  const proofs = await findAddressProofs(
    tx,
    contactsToProve(page.rows.flatMap((row) => [row, ...row.facts])),
  );
  return { ...page, rows: page.rows.map((row) => asListed(row, proofs)), counts };
}

type Filtered = Pick<InstructionQuery, "controller" | "kind">;

function countInstructions(tx: Tx, { controller, kind }: Filtered): Promise<Record<InstructionView, number>> {
  const ofController = controller ? Prisma.sql`AND controller_id = ${controller}::uuid` : Prisma.empty;
  const ofKind = kind ? Prisma.sql`AND kind = ${kind}` : Prisma.empty;
  return countViews(tx, INSTRUCTION_VIEWS, (view) => {
    const inView =
      view === "all" ? Prisma.empty : Prisma.sql`AND state IN (${Prisma.join([...STATES[view]])})`;
    return Prisma.sql`FROM instruction WHERE true ${ofController} ${ofKind} ${inView}`;
  });
}

type Kept = { contactId: string | null; addressUnproven: boolean | null };

function asListed<
  R extends Kept & {
    text: string;
    facts: (Kept & { event: string })[];
    kind: string;
    channel: string;
    state: string;
    receivedAt: Date;
  },
>({ facts, receivedAt, contactId, addressUnproven, ...row }: R, proofs: AddressProofs) {
  const isHeld = (of: Kept) => heldUntil(of, { act: "instruction.give", proofs }) === null;
  const writings = facts.filter(({ event }) => event === "confirm-in-writing");
  const confirmation = facts.findLast(({ event }) => event === "confirm");
  return {
    ...row,
    receivedAt: receivedAt.getTime(),
    text: row.text.length > 240 ? `${row.text.slice(0, 239).trimEnd()}…` : row.text,
    kind: row.kind as InstructionKind,
    state: row.state as InstructionState,
    isUnwritten: row.channel === "telephone" && writings.length === 0,
    isUnproven:
      isHeld({ contactId, addressUnproven }) ||
      (row.state === "confirmed" && confirmation !== undefined && isHeld(confirmation)) ||
      (row.channel === "telephone" && writings.length > 0 && writings.every(isHeld)),
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
