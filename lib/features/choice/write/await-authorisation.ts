import { APPOINTMENT } from "@/lib/domain/choice/choices";
import { findHolderName } from "@/lib/features/controller/read/active";
import { findKnownChildren } from "@/lib/features/choice/read/known-child";
import { LAST_FIRST, STANDING } from "@/lib/features/choice/read/standing";
import type { Tx } from "@/lib/platform/database/transaction";
import { newId } from "@/lib/platform/database/ids";
import type { Unit } from "@/lib/platform/versioned/definition";
import { recordedBy } from "@/lib/platform/write/recorded-by";

const AGREED = {
  id: true,
  controllerId: true,
  personKey: true,
  act: true,
  purpose: true,
  country: true,
  outcome: true,
  decidedAt: true,
  validUntil: true,
  source: true,
  consentFileId: true,
  controller: { select: { id: true, legalName: true, mergedIntoId: true } },
} as const;

type Agreed = Awaited<ReturnType<typeof findAgreed>>[number];

/** Reads what persons last chose about each subject, where that is an agreement that nobody with parental responsibility gave. */
async function findAgreed(tx: Tx, persons: readonly string[]) {
  const keys = persons.map((person) => Buffer.from(person, "hex"));
  const rows = await tx.choice.findMany({
    where: { personKey: { in: keys }, act: { not: APPOINTMENT }, ...STANDING },
    orderBy: LAST_FIRST,
    select: AGREED,
  });
  const authorised = await tx.parentalConsent.findMany({
    where: { authorisedOn: { not: null }, choice: { personKey: { in: keys } } },
    select: { choice: { select: AGREED } },
  });
  const settled = new Set(authorised.map(({ choice }) => subjectOf(choice)));
  return rows.filter((row) => {
    const isLast = !settled.has(subjectOf(row));
    settled.add(subjectOf(row));
    return isLast && row.outcome === "allowed" && row.source !== "parent";
  });
}

function subjectOf(row: {
  controllerId: string;
  personKey: Uint8Array;
  act: string;
  purpose: string;
  country: string;
}) {
  const { controllerId, personKey, act, purpose, country } = row;
  return JSON.stringify([Buffer.from(personKey).toString("hex"), controllerId, act, purpose, country]);
}

/**
 * Finds the agreements, of any act and towards any controller, that persons gave while they were children by what is known now of
 * their age, and that nobody authorised: they do not agree alone, art. 8(1).
 */
export async function findUnauthorised(tx: Tx, persons: readonly string[]): Promise<Agreed[]> {
  if (persons.length === 0) return [];
  const isChildAt = await findKnownChildren(tx, persons);
  const agreed = await findAgreed(tx, persons);
  return agreed.filter(({ personKey, decidedAt }) =>
    isChildAt(Buffer.from(personKey).toString("hex"), decidedAt.getTime()),
  );
}

/**
 * Adds "awaiting" to each, at the agreement's own instant, as one that is recorded once the age is known has from the beginning. It is
 * a row and no reading: it stands after the birthdate is erased.
 */
export async function awaitAuthorisation(
  { tx, ctx, journal }: Unit,
  agreed: readonly Agreed[],
): Promise<void> {
  for (const { id: _id, personKey, controller, ...chosen } of agreed) {
    const id = newId(ctx.now);
    const awaiting = { ...chosen, outcome: "awaiting", proof: "" };
    const { consentFileId: _file, ...noted } = awaiting;
    await tx.choice.create({ data: { ...recordedBy(ctx), ...awaiting, id, personKey } });
    journal.note({
      event: "choice.recorded",
      subject: { noun: "choice", id, label: await findHolderName(tx, { controller }) },
      after: {
        ...noted,
        decidedAt: chosen.decidedAt.toISOString(),
        person: Buffer.from(personKey).toString("hex"),
      },
    });
  }
}
