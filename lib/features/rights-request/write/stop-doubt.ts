import { done } from "@/lib/domain/outcome/outcome";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import { STOPPING_RIGHTS } from "@/lib/domain/rights-request/rights";
import { asksStopBeside } from "@/lib/domain/rights-request/stop-words";
import {
  findCountriesOfClients,
  findCountriesOfPersons,
} from "@/lib/features/choice/read/controller-country";
import { placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import { identifiersNamed, unheldKeys } from "@/lib/features/rights-request/read/identifiers";
import { openPerson, openWords, type Person } from "@/lib/features/rights-request/read/person";
import { findFacts, findRequest, type RequestRow } from "@/lib/features/rights-request/read/queries";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { appendFacts, lockRequest } from "./rows";

const MOST_AT_ONCE = 200;

/**
 * Reads the words of open requests of which nobody asked: received before words that end contact were looked for, or by a reading that
 * knew fewer. One that seems to object, 21(2), is held in doubt as a new one would be, under everything it names, and put before a
 * person. Returns how many.
 */
export async function findDoubtedStops(ctx: Ctx, signal: AbortSignal): Promise<number> {
  if (!isAuthorised(ctx, "rights-request.doubt-number")) return 0;
  let found = 0;
  let after: string | null = null;
  for (;;) {
    if (signal.aborted) return found;
    const from: string | null = after;
    const rows: RequestRow[] = await withOrg(ctx.scope, (tx) => findUnasked(tx, from));
    for (const row of rows) if (isDoubted(row) && (await holdInDoubt(ctx, row.id))) found += 1;
    after = rows.at(-1)?.id ?? null;
    if (after === null) return found;
  }
}

function findUnasked(tx: Tx, after: string | null): Promise<RequestRow[]> {
  return tx.rightsRequest.findMany({
    where: {
      stopQuestion: null,
      wordsSealed: { not: null },
      contactSealed: { not: null },
      state: { notIn: ["not-ours", "closed"] },
      NOT: { rights: { hasSome: STOPPING_RIGHTS } },
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: MOST_AT_ONCE,
  });
}

type Worded = Pick<RequestRow, "stopQuestion" | "rights" | "wordsSealed" | "state" | "contactSealed">;

function isDoubted({ stopQuestion, rights, wordsSealed, state, contactSealed }: Worded): boolean {
  const isOpen = state !== "not-ours" && state !== "closed" && contactSealed !== null;
  return stopQuestion === null && isOpen && asksStopBeside({ rights, words: openWords(wordsSealed) });
}

/** Holds under the lock; false where somebody closed or erased the request meanwhile. */
async function holdInDoubt(ctx: Authorised, id: string): Promise<boolean> {
  const outcome = await write(ctx, async (tx, journal) => {
    await lockRequest(tx, id);
    const row = await findRequest(tx, id);
    const person = row && openPerson(row.contactSealed);
    if (!row || !person || !isDoubted(row)) return done({ isFound: false });
    const file = foldRequest(await findFacts(tx, id));
    if (!decide(file, "stop-doubted").ok) return done({ isFound: false });
    const { certain, doubtful } = await readNamed(tx, row, person);
    const values = [...certain, ...doubtful, ...person.identifiers].map(({ value }) => value);
    await tx.rightsRequest.updateMany({
      where: { id },
      data: { heldKeys: [...row.heldKeys, ...unheldKeys(row, values)] },
    });
    const fact = { kind: "stop-doubted", value: {}, at: ctx.now.getTime() } as const;
    await appendFacts({ tx, ctx, journal }, row, [fact], file);
    return done({ isFound: true });
  });
  return outcome.ok && outcome.value.isFound;
}

/** Reads what fields and words name, by the countries that a receipt of today would ask. */
async function readNamed(tx: Tx, row: RequestRow, { contact, calledNumber, numberCountry }: Person) {
  const places =
    row.controllerId === null
      ? placesOfAnyClient(await findCountriesOfClients(tx), numberCountry || null)
      : { countries: (await findCountriesOfPersons(tx, row.controllerId)) ?? [] };
  return identifiersNamed({ fields: [contact, calledNumber], words: openWords(row.wordsSealed) }, places);
}
