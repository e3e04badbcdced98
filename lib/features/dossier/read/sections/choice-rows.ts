import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Rows of one statement. */
const BATCH = 500;

const SHOWN = {
  id: true,
  controllerId: true,
  personKey: true,
  act: true,
  purpose: true,
  country: true,
  outcome: true,
  callAt: true,
  callZone: true,
  decidedAt: true,
  recordedAt: true,
  validUntil: true,
  source: true,
  proof: true,
  consentPage: true,
  callLogId: true,
  times: true,
  parentalConsentId: true,
  correctsId: true,
  correction: true,
} satisfies Prisma.ChoiceSelect;

function authorisationsAt(at: Date) {
  return {
    where: { recordedAt: { lte: at } },
    orderBy: [{ recordedAt: "asc" as const }, { id: "asc" as const }],
    select: {
      id: true,
      power: true,
      risk: true,
      means: true,
      country: true,
      proof: true,
      authorisedOn: true,
      peopleDigest: true,
      recordedAt: true,
    },
  };
}

export type ChoiceAt = Prisma.ChoiceGetPayload<{
  select: typeof SHOWN & { authorisations: ReturnType<typeof authorisationsAt> };
}>;

/**
 * Reads what was recorded of single persons until an instant, the first first, each with what was asked or recorded of a parent. Of
 * files, whose agreements are counted, only what awaits a parent or was authorised by one.
 */
export async function* findChoicesAt(
  tx: Tx,
  at: Date,
  of: { controllerId?: { in: string[] } },
): AsyncGenerator<ChoiceAt> {
  const isSingle = {
    OR: [{ consentFileId: null }, { outcome: "awaiting" }, { authorisations: { some: {} } }],
  } satisfies Prisma.ChoiceWhereInput;
  let last: string | null = null;
  do {
    const rows: ChoiceAt[] = await tx.choice.findMany({
      where: { AND: [of, isSingle, { recordedAt: { lte: at } }] },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      take: BATCH,
      ...(last !== null && { cursor: { id: last }, skip: 1 }),
      select: { ...SHOWN, authorisations: authorisationsAt(at) },
    });
    yield* rows;
    last = rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null;
  } while (last !== null);
}
