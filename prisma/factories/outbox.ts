import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { done } from "@/lib/domain/outcome/outcome";
import type { LetterColumns } from "@/lib/features/outbox/read/queries";
import { insertLetterFact } from "@/lib/features/outbox/write/facts";
import { recordReports } from "@/lib/features/outbox/write/mutations";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { withAuth, withOrg } from "@/lib/platform/database/transaction";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { valueOf } from "./register";

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

/** A letter of a decision that came back: its certificate is completed by it. Returns the letter's id. */
export async function bounceDecisionLetter(ctx: Ctx, authorisationId: string): Promise<string> {
  const outcome = await write(withoutRight(ctx), async (tx, journal) => {
    const certificate = await tx.decisionCertificate.findFirstOrThrow({ where: { authorisationId } });
    const { id } = await tx.outboxMail.findFirstOrThrow({
      where: { attachmentId: certificate.documentId },
      orderBy: { id: "asc" },
    });
    const accepted = { state: "accepted", acceptedAt: ctx.now, closedAt: ctx.now };
    await tx.outboxMail.updateMany({ where: { id }, data: accepted });
    serial += 1;
    const report = {
      kind: "bounced",
      source: "notification",
      server: "mx.orvelle.example",
      status: "5.1.1",
      details: "",
      at: ctx.now.getTime(),
      digest: `report ${serial}`,
    } as const;
    await recordReports(tx, ctx, journal, { letterId: id, reports: [report] });
    return done(id);
  });
  return valueOf(outcome);
}
