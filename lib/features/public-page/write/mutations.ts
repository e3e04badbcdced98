import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { ensureSigningKey } from "@/lib/features/journal/write/signing-key";
import { readPublishedSubProcessors } from "@/lib/features/public-page/read/published";
import { findPublicPage } from "@/lib/features/public-page/read/queries";
import type { Closing, Opening, PublicPageInput, SubscriberId } from "@/lib/features/public-page/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Ctx } from "@/lib/platform/request/context";
import { authorOf, recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { refuseWhereTaken } from "@/lib/platform/write/unique";
import { write } from "@/lib/platform/write/write";

type Settings = Omit<PublicPageInput, "version">;

/** Stores settings; an open page shows them from then on. An address that another page has is refused. */
export async function savePublicPage(ctx: Ctx, input: PublicPageInput): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "public-page.manage")) return refuse({ kind: "forbidden" });
  // Another page may have taken the address since a moment ago.
  return refuseWhereTaken({ path: "address", key: "addressUsed" }, () =>
    write(ctx, (tx, journal) => store(tx, ctx, journal, input)),
  );
}

async function store(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { version, ...settings }: PublicPageInput,
): Promise<Outcome<null>> {
  const before = await findPublicPage(tx);
  if (version !== (before?.version ?? 0)) return meanwhile(before);
  if (!(await isStored(tx, ctx, version, settings))) return meanwhile(await findPublicPage(tx));
  if (settings.parts.includes("key")) await ensureSigningKey(tx, ctx, journal);
  journal.note({
    event: "public-page.saved",
    subject: subjectOf(ctx, settings),
    ...(before && { before: flatten(before) }),
    after: flatten(settings),
  });
  return done(null);
}

/** Updates the version that was read, or inserts the first; false where somebody saved, opened or closed meanwhile. */
async function isStored(
  tx: Tx,
  { scope, actor, now }: Ctx,
  version: number,
  settings: Settings,
): Promise<boolean> {
  const row = { ...settings, orgId: scope.org, authorName: authorOf(actor).authorName, updatedAt: now };
  if (version === 0) {
    await tx.publicPage.create({ data: { ...row, createdAt: now } });
    return true;
  }
  const { count } = await tx.publicPage.updateMany({
    where: { orgId: scope.org, version },
    data: { ...row, version: { increment: 1 } },
  });
  return count === 1;
}

/** Answers with the stored settings, so that both versions are shown. */
function meanwhile(current: Awaited<ReturnType<typeof findPublicPage>>): Outcome<null> {
  if (!current) return refuse({ kind: "not-found" });
  const { address, parts, activity, certifications, version, authorName, updatedAt } = current;
  const stored = { address, parts, activity, certifications };
  return conflict(stored, version, { authorName, recordedAt: updatedAt });
}

/** Opens the page to strangers. Subscribers are told of what changed since they were told last. */
export async function openPublicPage(ctx: Ctx, { version }: Opening): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "public-page.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const page = await findPublicPage(tx);
    if (!page) return refuse({ kind: "not-found" });
    if (page.parts.length === 0) return invalid("", "nothingChosen");
    if (!(await moveTo(tx, ctx, "open", version))) return invalid("", "meanwhile");
    if (page.announcedList === null && page.parts.includes("sub-processors"))
      await tx.publicPage.updateMany({
        where: { orgId: ctx.scope.org },
        data: { announcedList: await readPublishedSubProcessors(tx) },
      });
    await tx.publicPageFact.create({ data: { id: newId(ctx.now), event: "open", ...recordedBy(ctx) } });
    journal.note({ event: "public-page.opened", subject: subjectOf(ctx, page), after: flatten(page) });
    return done(null);
  });
}

export async function closePublicPage(ctx: Ctx, { version, reason }: Closing): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "public-page.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const page = await findPublicPage(tx);
    if (!page) return refuse({ kind: "not-found" });
    if (!(await moveTo(tx, ctx, "closed", version))) return invalid("", "meanwhile");
    const fact = { id: newId(ctx.now), event: "close", reason, ...recordedBy(ctx) };
    await tx.publicPageFact.create({ data: fact });
    journal.note({
      event: "public-page.closed",
      subject: subjectOf(ctx, page),
      reason,
      before: flatten(page),
    });
    return done(null);
  });
}

/** Updates conditionally: false where it was saved, opened or closed meanwhile. */
async function moveTo(
  tx: Tx,
  { scope, actor, now }: Ctx,
  state: "open" | "closed",
  version: number,
): Promise<boolean> {
  const { count } = await tx.publicPage.updateMany({
    where: { orgId: scope.org, version, state: state === "open" ? "closed" : "open" },
    data: { state, version: { increment: 1 }, authorName: authorOf(actor).authorName, updatedAt: now },
  });
  return count === 1;
}

/** Deletes a subscriber. The journal names no address. */
export async function removeSubscriber(ctx: Ctx, { id }: SubscriberId): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "public-page.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const [row] = await tx.$queryRaw<[{ gone: boolean }]>`
      SELECT public_subscriber_remove(${id}::uuid) AS gone`;
    if (!row.gone) return refuse({ kind: "not-found" });
    journal.note({ event: "public-page.subscriber-removed", subject: { noun: "public-page", id } });
    return done(null);
  });
}

function subjectOf({ scope }: Ctx, { address }: Pick<Settings, "address">) {
  return { noun: "public-page" as const, id: scope.org, label: address };
}

function flatten({ address, parts, activity, certifications }: Settings) {
  const stated = certifications.map(({ name, body, reference, until }) =>
    [name, body, reference, until].filter(Boolean).join(", "),
  );
  return {
    address,
    parts: [...parts],
    activity: Object.values(activity).filter(Boolean),
    certifications: stated,
  };
}
