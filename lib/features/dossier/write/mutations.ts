import { exportName } from "@/lib/domain/text/export-name";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { findDossier, type DossierRow } from "@/lib/features/dossier/read/queries";
import { readZipBytes } from "@/lib/features/dossier/read/zip-bytes";
import {
  isOfEveryone,
  type DossierForm,
  type DossierId,
  type DossierInput,
} from "@/lib/features/dossier/schema";
import { refuseUnlessPresent } from "@/lib/platform/auth/presence";
import { newId } from "@/lib/platform/database/ids";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { today, type Ctx, type StaffCtx } from "@/lib/platform/request/context";
import { authorOf } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { subjectOf } from "./make";

/** Dossiers in the making at once: each takes a connection and a compiler. */
const MOST_OPEN = 5;

/** Asks for a dossier as staff; one of every client needs a proof of five minutes that it is them. */
export async function requestOwnDossier(
  ctx: StaffCtx,
  { password, ...input }: DossierForm,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "dossier.request")) return refuse({ kind: "forbidden" });
  const refused = isOfEveryone(input) ? await refuseUnlessPresent(ctx, password) : null;
  return refused ?? requestDossier(ctx, input);
}

/** Asks for a dossier, which a job makes. */
export async function requestDossier(ctx: Ctx, input: DossierInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "dossier.request")) return refuse({ kind: "forbidden" });
  const day = today(ctx);
  const reading = readAsOf(input.on, day);
  if (!reading.ok) return invalid("on", reading.key);
  const asOf = reading.asOf?.day ?? day;
  return write(ctx, async (tx, journal) => {
    const open = await tx.dossier.count({ where: { state: { in: ["queued", "running"] } } });
    if (open >= MOST_OPEN) return invalid("", "tooManyOpen");
    const controllerIds = [...new Set(input.controllerIds)];
    const known = await tx.controller.findMany({
      where: { id: { in: controllerIds } },
      select: { id: true, legalName: true },
    });
    if (known.length !== controllerIds.length) return invalid("controllerIds", "unknown");
    const { audience, recipient, language, sections } = input;
    const id = newId(ctx.now);
    const { slug } = await tx.organisation.findFirstOrThrow({ select: { slug: true } });
    const author = authorOf(ctx.actor);
    await tx.dossier.create({
      data: {
        id,
        orgId: ctx.scope.org,
        audience,
        recipient,
        controllerIds,
        sections,
        language,
        asOf,
        requestedAt: ctx.now,
        requestedByKind: ctx.actor.kind,
        requestedById: ctx.actor.kind === "auditor" ? ctx.actor.grantId : author.authorId,
        requestedByName: author.authorName,
        fileName: exportName("dossier", [slug, asOf, id.slice(-6)], "zip"),
      },
    });
    const controllers = known.map(({ legalName }) => legalName);
    journal.note({
      event: "dossier.requested",
      subject: subjectOf({ id, recipient }),
      after: { audience, recipient, controllers, sections: [...sections], language, asOf },
    });
    return done({ id });
  });
}

/** Stops one that waits or is being made; whoever makes it finds out within seconds. */
export function cancelDossier(ctx: Ctx, { id }: DossierId): Promise<Outcome<{ id: string }>> {
  return change(ctx, id, {
    from: ["queued", "running"],
    data: { state: "cancelled", finishedAt: ctx.now, leasedUntil: null },
    event: "dossier.cancelled",
  });
}

/** Asks again for one that failed or was cancelled, as it was asked for. */
export function retryDossier(ctx: Ctx, { id }: DossierId): Promise<Outcome<{ id: string }>> {
  return change(ctx, id, {
    from: ["failed", "cancelled"],
    data: { state: "queued", finishedAt: null, failure: "", interruptions: 0, filesDone: 0, filesTotal: 0 },
    event: "dossier.retried",
  });
}

type Change = {
  from: DossierRow["state"][];
  data: Partial<
    Pick<
      DossierRow,
      "state" | "finishedAt" | "leasedUntil" | "failure" | "interruptions" | "filesDone" | "filesTotal"
    >
  >;
  event: "dossier.cancelled" | "dossier.retried";
};

async function change(ctx: Ctx, id: string, { from, data, event }: Change): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "dossier.request")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const dossier = await findDossier(tx, id);
    if (!dossier) return refuse({ kind: "not-found" });
    const { count } = await tx.dossier.updateMany({ where: { id, state: { in: from } }, data });
    if (count === 0) return invalid("", "meanwhile");
    journal.note({ event, subject: subjectOf(dossier), after: { state: data.state ?? "" } });
    return done({ id });
  });
}

export type OpenedZip = {
  size: number;
  sha256: string;
  fileName: string;
  /** True where it holds every client's rows. */
  isOfEveryone: boolean;
  read: (from: number, to: number) => ReadableStream<Uint8Array>;
};

/** Finds the file of a dossier; nothing has left yet. */
export async function openZip(ctx: Ctx, id: string): Promise<Outcome<OpenedZip>> {
  if (!isAuthorised(ctx, "dossier.take")) return refuse({ kind: "forbidden" });
  const dossier = await withOrg(ctx.scope, (tx) => findMade(tx, id, ctx.now));
  if (!dossier) return refuse({ kind: "not-found" });
  const { size, sha256, fileName } = dossier;
  const read = (from: number, to: number) => readZipBytes(ctx.scope, dossier, { from, to });
  return done({ size: Number(size), sha256, fileName, isOfEveryone: isOfEveryone(dossier), read });
}

/** Journals that a dossier leaves, from its beginning or from where a download goes on, and finds it. */
export async function exportDossier(
  ctx: Ctx,
  id: string,
  range: { from: number; to: number } | null,
): Promise<Outcome<DossierRow>> {
  if (!isAuthorised(ctx, "dossier.take")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const dossier = await findMade(tx, id, ctx.now);
    if (!dossier) return refuse({ kind: "not-found" });
    journal.note({
      event: "dossier.taken",
      subject: subjectOf(dossier),
      after: { digest: dossier.sha256, ...(range && { range: `${range.from}-${range.to}` }) },
    });
    return done(dossier);
  });
}

async function findMade(tx: Tx, id: string, now: Date): Promise<DossierRow | null> {
  const dossier = await findDossier(tx, id);
  if (dossier?.state !== "made" || !dossier.expiresAt || dossier.expiresAt <= now) return null;
  return dossier;
}

/** Deletes the file of one that has expired; its row and its hashes stay. */
export async function expireDossier(ctx: Ctx, id: string): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "dossier.make")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const dossier = await findDossier(tx, id);
    const { count } = await tx.dossier.updateMany({
      where: { id, state: "made", expiresAt: { lte: ctx.now } },
      data: { state: "expired" },
    });
    if (!dossier || count === 0) return done(null);
    await tx.$queryRaw`SELECT dossier_clear(${id}::uuid)`;
    const after = { digest: dossier.sha256 };
    journal.note({ event: "dossier.expired", subject: subjectOf(dossier), after });
    return done(null);
  });
}
