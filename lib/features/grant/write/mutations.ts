import { grantStatus, isRevocable } from "@/lib/domain/grant/status";
import { refusalOfAuditor } from "@/lib/domain/access/client-address";
import { refusalOfAddress } from "@/lib/domain/access/own-address";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { addDaysToDay, isCalendarDay } from "@/lib/domain/time/calendar-day";
import { startOfDay } from "@/lib/domain/time/zones";
import { findAddressedClients } from "@/lib/features/grant/read/clients";
import { findGrant, type GrantRow } from "@/lib/features/grant/read/queries";
import { MOST_DAYS, type GrantId, type GrantInput, type Revocation } from "@/lib/features/grant/schema";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { today, type Ctx } from "@/lib/platform/request/context";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { authorOf } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifyRevoked, stopLetter } from "./letters";

/** Counted per organisation: letters to strangers carry its name. */
const PER_ORGANISATION = { tries: 50, windowMs: 3_600_000 };

/** Grants dated access. The letter leaves once a job has collected what it covers. */
export async function createGrant(ctx: Ctx, input: GrantInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "audit.grant")) return refuse({ kind: "forbidden" });
  const term = readTerm(input, today(ctx));
  if (!term.ok) return term;
  const refused = refusalOfAddress(input.email, await findOwnPeople(ctx.scope.org));
  // An auditor may be of the organisation's own domain: whoever reads the register already needs no grant.
  if (refused === "addressOfMember") return invalid("email", refused);
  if (!(await countAttempt(`audit-grants:${ctx.scope.org}`, PER_ORGANISATION, ctx.now)))
    return invalid("", "tooManyGrants");
  return write(ctx, async (tx, journal) => {
    const covered = readCoverage(input);
    if (!covered.ok) return covered;
    const controllerIds = covered.value ?? [];
    const known = await tx.controller.findMany({
      where: { id: { in: controllerIds } },
      select: { legalName: true },
    });
    if (known.length !== controllerIds.length) return invalid("controllerIds", "unknown");
    const ofClient = refusalOfAuditor(input.email, covered.value, await findAddressedClients(tx));
    if (ofClient === "addressOfContact") return invalid("email", ofClient);
    if (ofClient === "addressOfClient" && input.addressReason === "")
      return invalid("addressReason", ofClient);
    const { name, email, mandate, reasons, language, sections, requiresSecondFactor } = input;
    const terms = { name, email, mandate, reasons, language, sections, requiresSecondFactor, ...term.value };
    const id = newId(ctx.now);
    const author = authorOf(ctx.actor);
    await tx.auditGrant.create({
      data: {
        ...terms,
        id,
        orgId: ctx.scope.org,
        controllerIds,
        grantedAt: ctx.now,
        grantedById: author.authorId,
        grantedByName: author.authorName,
      },
    });
    journal.note({
      event: "audit.granted",
      subject: subjectOf({ id, name }),
      after: {
        ...terms,
        sections: [...sections],
        controllers: known.map(({ legalName }) => legalName),
        startsAt: terms.startsAt.toISOString(),
        endsAt: terms.endsAt.toISOString(),
      },
      ...(ofClient === "addressOfClient" && { reason: input.addressReason }),
    });
    return done({ id });
  });
}

/** Reads which controllers are covered, null for every one: nobody is covered by what was left blank. */
function readCoverage({ coverage, controllerIds }: GrantInput): Outcome<string[] | null> {
  if (coverage === "all")
    return controllerIds.length === 0 ? done(null) : invalid("controllerIds", "allAndNamed");
  return controllerIds.length === 0
    ? invalid("controllerIds", "required")
    : done([...new Set(controllerIds)]);
}

type Term = { asOf: string; startsAt: Date; endsAt: Date };

/** Reads the days of the form: the register's, the first and the last, which counts whole in Casablanca. */
function readTerm({ on, from, until }: GrantInput, day: string): Outcome<Term> {
  const reading = readAsOf(on, day);
  if (!reading.ok) return invalid("on", reading.key);
  const first = from || day;
  if (!isCalendarDay(first)) return invalid("from", "notADay");
  if (!isCalendarDay(until)) return invalid("until", "notADay");
  if (until < first || until < day) return invalid("until", "untilBeforeFrom");
  if (until > addDaysToDay(first, MOST_DAYS)) return invalid("until", "termTooLong");
  return done({
    asOf: reading.asOf?.day ?? day,
    startsAt: new Date(startOfDay("Africa/Casablanca", first)),
    endsAt: new Date(startOfDay("Africa/Casablanca", addDaysToDay(until, 1))),
  });
}

/** Ends access at once: the database refuses the next request, of a session that is open too. */
export async function revokeGrant(ctx: Ctx, { id, reason }: Revocation): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "audit.grant")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const grant = await lockGrant(tx, id);
    if (!grant) return refuse({ kind: "not-found" });
    if (!isRevocable(grantStatus(grant, ctx.now))) return invalid("", "overMeanwhile");
    const { authorName } = authorOf(ctx.actor);
    await tx.auditGrant.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: ctx.now, revokeReason: reason, revokedByName: authorName },
    });
    await stopLetter(tx, grant.letterId, ctx.now);
    if (await isAnnounced(tx, grant)) await notifyRevoked(tx, ctx, grant);
    journal.note({
      event: "audit.revoked",
      subject: subjectOf(grant),
      reason,
      before: { hadEntered: grant.acceptedAt !== null },
    });
    return done({ id });
  });
}

/** True for whoever was sent the letter of the grant: nobody is told that what they never knew has ended. */
async function isAnnounced(tx: Tx, { letterId, acceptedAt }: GrantRow): Promise<boolean> {
  if (acceptedAt !== null || letterId === null) return acceptedAt !== null;
  const letter = await tx.outboxMail.findFirst({ where: { id: letterId }, select: { state: true } });
  return letter !== null && letter.state !== "cancelled";
}

/** Collects again what failed to be collected. */
export async function retryGrant(ctx: Ctx, { id }: GrantId): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "audit.grant")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const grant = await lockGrant(tx, id);
    if (!grant) return refuse({ kind: "not-found" });
    const { count } = await tx.auditGrant.updateMany({
      where: { id, collectState: "failed", revokedAt: null },
      data: { collectState: "waiting", collectAttempts: 0 },
    });
    if (count === 0) return invalid("", "meanwhile");
    journal.note({ event: "audit.retried", subject: subjectOf(grant), after: { state: "waiting" } });
    return done({ id });
  });
}

async function lockGrant(tx: Tx, id: string): Promise<GrantRow | null> {
  await tx.$queryRaw`SELECT 1 FROM audit_grant WHERE id = ${id}::uuid FOR UPDATE`;
  return findGrant(tx, id);
}

export function subjectOf({ id, name }: Pick<GrantRow, "id" | "name">) {
  return { noun: "audit" as const, id, label: name };
}
