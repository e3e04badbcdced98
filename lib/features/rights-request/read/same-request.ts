import type { Fact } from "@/lib/domain/rights-request/facts";
import { rightsInvoked } from "@/lib/domain/rights-request/stop-words";
import type { Tx } from "@/lib/platform/database/transaction";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import { openPerson } from "./person";
import type { RequestRow } from "./queries";

/** Time between two receipts within which one may be the other again: the month in which it is answered, 12(3). */
const NEAR_MS = 31 * 86_400_000;

export type MaybeSame = { id: string; reference: string; receivedAt: number; channel: string };

/**
 * Earlier requests of the same person, by every number and address that either names, and for the same controller, which may be this one
 * again: they invoke each right that it invokes, for one that asks for more has a term of its own, 12(3). None once somebody answered
 * that it is, or is another, and none while nobody knows whether its words object, 21(2).
 */
export async function findMaybeSame(tx: Tx, row: RequestRow, facts: readonly Fact[]): Promise<MaybeSame[]> {
  const keys = [...keysOfRow(row), ...row.heldKeys];
  if (keys.length === 0 || row.stopQuestion === "open" || row.state === "not-ours" || row.state === "closed")
    return [];
  if (facts.some(({ kind }) => kind === "joined")) return [];
  const apart = facts.flatMap(({ kind, value }) =>
    kind === "kept-apart" ? (value.sameAs ?? []) : (value.apartFrom ?? []),
  );
  const found = await tx.rightsRequest.findMany({
    where: {
      OR: [{ personKey: { in: keys } }, { otherKey: { in: keys } }, { heldKeys: { hasSome: keys } }],
      AND: [
        { id: { not: row.id } },
        { id: { notIn: apart } },
        { OR: [{ createdAt: { lt: row.createdAt } }, { createdAt: row.createdAt, id: { lt: row.id } }] },
        // A request whose controller is unknown may be any's.
        row.controllerId === null ? {} : { OR: [{ controllerId: row.controllerId }, { controllerId: null }] },
      ],
      rights: { hasEvery: rightsInvoked(row) },
      state: { notIn: ["not-ours", "closed"] },
      receivedAt: {
        gte: new Date(row.receivedAt.getTime() - NEAR_MS),
        lte: new Date(row.receivedAt.getTime() + NEAR_MS),
      },
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: MOST_SHOWN,
    select: { id: true, reference: true, receivedAt: true, channel: true },
  });
  return found.map((one) => ({ ...one, receivedAt: one.receivedAt.getTime() }));
}
const MOST_SHOWN = 5;

/** Keys by which a request is found, and the others under which the person whom it names may stand; none but its own once they are erased. */
export function keysOfRow({ orgId, personKey, otherKey, contactSealed }: RequestRow) {
  const own = [personKey, otherKey].flatMap((key) => key ?? []);
  const first = new Set(own.map((key) => Buffer.from(key).toString("hex")));
  const named = openPerson(contactSealed)?.identifiers ?? [];
  const others = named.map(({ value }) => everyKeyOf(orgId)(value)).filter(([key]) => first.has(key));
  return [...own, ...others.flatMap(([, ...also]) => also.map((key) => Buffer.from(key, "hex")))];
}

/** Requests of the same person, by the keys of number and address. */
export function findOthers(tx: Tx, id: string, keys: Uint8Array<ArrayBuffer>[]) {
  return tx.rightsRequest.findMany({
    where: { OR: [{ personKey: { in: keys } }, { otherKey: { in: keys } }], id: { not: id } },
    orderBy: { receivedAt: "desc" },
    take: MOST_OTHERS,
    select: { id: true, reference: true },
  });
}
const MOST_OTHERS = 20;
