import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import type { LetterColumns } from "@/lib/features/outbox/read/queries";
import { insertLetterFact } from "@/lib/features/outbox/write/facts";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { withAuth, withOrg } from "@/lib/platform/database/transaction";

let serial = 0;

/** A letter on its way out, as a verb queues one. Returns its id and to whom it goes. */
export async function makeLetter(ctx: Pick<Ctx, "scope" | "now">, stated: Partial<Letter> = {}) {
  const letter = letterOf(stated);
  const id = await withOrg(ctx.scope, (tx) => queueMail(tx, ctx.scope.org, letter, ctx.now));
  return { id, ...letter };
}

/** A letter of no organisation, as somebody's forgotten password makes one. */
export async function makePlatformLetter(now: Date, stated: Partial<Letter> = {}) {
  const letter = letterOf(stated);
  const chain = { org: PLATFORM_CHAIN, scope: "platform" } as const;
  const id = await withAuth(chain, (tx) => queueMail(tx, PLATFORM_CHAIN, letter, now));
  return { id, ...letter };
}

/** Stores a server's report of a letter, as a parsed notification has it. */
export async function makeReport(
  ctx: Ctx,
  letterId: string,
  stated: Pick<LetterColumns, "kind" | "at"> & Partial<LetterColumns>,
): Promise<void> {
  serial += 1;
  const fact = { source: "notification", digest: `report ${serial}`, ...stated } as const;
  await withOrg(ctx.scope, (tx) => insertLetterFact(tx, ctx, letterId, fact));
}

/** A message that came back and was read. */
export async function makeReturned(ctx: Ctx, letterId: string | null): Promise<void> {
  serial += 1;
  const data = {
    id: newId(ctx.now),
    orgId: ctx.scope.org,
    digest: `returned ${serial}`,
    letterId,
    outcome: "bounced",
    cameBy: "file",
    readAt: ctx.now,
  };
  await withOrg(ctx.scope, (tx) => tx.returnedMail.create({ data }));
}

function letterOf(stated: Partial<Letter>): Letter {
  serial += 1;
  return {
    template: "trial",
    locale: "fr",
    to: { name: "Hélène Marchetti", address: `helene-${process.pid}-${serial}@orvelle.example` },
    params: { name: "Hélène Marchetti", organisation: "Centre Nejma" },
    ...stated,
  };
}
