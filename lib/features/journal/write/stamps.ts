import { createHash } from "node:crypto";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { log } from "@/lib/platform/log/log";
import { fetchPublic } from "@/lib/platform/outbound/fetch-public";
import type { OutboundPolicy } from "@/lib/platform/outbound/outbound-policy";
import type { Ctx } from "@/lib/platform/request/context";
import { buildStampRequest, verifyStamp, type Stamp } from "@/lib/platform/timestamp/time-stamp";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** `address` is the authority's; the operator's policy of connections holds unless a caller states another. */
export type StampRequest = { address: string; signal?: AbortSignal; policy?: OutboundPolicy };

/** Tolerates clocks that differ: a stamp from before the head that it covers is one of another time. */
const CLOCK_MS = 5 * 60_000;

type Answer = { bytes: Uint8Array; stamp: Stamp };

/**
 * Has the newest published head stamped, RFC 3161: it covers every entry before it, so older ones need none. The authority
 * sees a digest. Null where the head has its stamp, or none was given: the next run asks again, and the log says why.
 */
export async function stampNewestHead(
  ctx: Ctx,
  request: StampRequest,
): Promise<Outcome<{ seq: number; authority: string } | null>> {
  if (!isAuthorised(ctx, "journal.stamp")) return refuse({ kind: "forbidden" });
  const newest = await withOrg(ctx.scope, findUnstamped);
  if (!newest) return done(null);
  const answer = await askFor(newest.document, request);
  if (typeof answer === "string" || isBefore(answer.stamp, newest.publishedAt)) {
    const reason = typeof answer === "string" ? answer : "earlier-than-the-head";
    log.warn({ address: request.address, reason }, "a head was not stamped");
    return done(null);
  }
  return write(ctx, async (tx, journal) => {
    // Another process had it stamped meanwhile.
    if ((await tx.journalStamp.count({ where: { publicationId: newest.id } })) > 0) return done(null);
    const { authority, at } = answer.stamp;
    const id = newId(ctx.now);
    await tx.journalStamp.create({
      data: {
        id,
        orgId: ctx.scope.org,
        publicationId: newest.id,
        address: request.address,
        answer: Uint8Array.from(answer.bytes),
        authority,
        stampedAt: at,
        recordedAt: ctx.now,
      },
    });
    const seq = Number(newest.seq);
    journal.note({
      event: "journal.stamped",
      subject: { noun: "journal", id },
      after: {
        day: newest.day,
        seq,
        stampedBy: authority,
        stampedAt: at.toISOString(),
        answerDigest: createHash("sha256").update(answer.bytes).digest("hex"),
      },
    });
    return done({ seq, authority });
  });
}

/** The newest published head, where it has no stamp yet. */
async function findUnstamped(tx: Tx) {
  const newest = await tx.journalPublication.findFirst({
    orderBy: [{ publishedAt: "desc" }, { seq: "desc" }],
    select: {
      id: true,
      day: true,
      seq: true,
      document: true,
      publishedAt: true,
      stamp: { select: { id: true } },
    },
  });
  return newest?.stamp ? null : newest;
}

/** Answers with what was verified, or why nothing was. */
async function askFor(document: string, { address, signal, policy }: StampRequest): Promise<Answer | string> {
  const { bytes: body, nonce } = buildStampRequest(document);
  const fetched = await fetchPublic(address, {
    signal,
    policy,
    post: { body, contentType: "application/timestamp-query", accept: "application/timestamp-reply" },
  });
  if (fetched.kind !== "read") return fetched.kind === "failed" ? fetched.failure : fetched.kind;
  const verified = await verifyStamp(fetched.bytes, document, nonce);
  return verified.isValid ? { bytes: fetched.bytes, stamp: verified.stamp } : verified.fault;
}

function isBefore({ at }: Stamp, published: Date): boolean {
  return at.getTime() < published.getTime() - CLOCK_MS;
}
