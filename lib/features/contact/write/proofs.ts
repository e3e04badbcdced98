import { isProvenByMail, lettersOfSilence, type ProofMeans } from "@/lib/domain/contact/address-proof";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findContact, type ContactRow } from "@/lib/features/contact/read/queries";
import {
  findKnownAddresses,
  findTold,
  hasObjections,
  type KnownAddresses,
} from "@/lib/features/contact/read/proofs";
import { newId } from "@/lib/platform/database/ids";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { MailSignature } from "@/lib/platform/mail/signature";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

type Proof = {
  means: Exclude<ProofMeans, "contact">;
  known: KnownAddresses;
  letterIds?: string[];
  signature?: MailSignature;
  message?: Uint8Array;
};

/** Records what proved the address of a contact, once: the first proof stands. */
async function recordProof(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { contact, proof }: { contact: ContactRow; proof: Proof },
): Promise<boolean> {
  const { means, known, letterIds = [], signature, message } = proof;
  const { domain = "", selector = "", publishedKey = "" } = signature ?? {};
  const messageDigest = message ? sha256(message) : "";
  const { count } = await tx.contactProof.createMany({
    data: [
      {
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        controllerId: contact.controllerId,
        contactId: contact.id,
        email: contact.email,
        means,
        addresses: known.addresses,
        headId: known.headId,
        letterIds,
        domain,
        selector,
        publishedKey,
        message: message ? Buffer.from(message) : null,
        messageDigest,
        provenAt: ctx.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  journal.note({
    event: "contact.proven",
    subject: { noun: "contact", id: contact.id, label: contact.name },
    after: {
      means,
      email: contact.email,
      addresses: known.addresses,
      headId: known.headId,
      ...(letterIds.length > 0 ? { letterIds } : {}),
      ...(signature ? { domain, selector, messageDigest } : {}),
    },
  });
  return true;
}

/** Contacts whose address nothing proves yet. */
function findUnproven(tx: Tx, where: { email: string } | { role: "signatory" }) {
  return tx.controllerContact.findMany({
    where: { ...where, endedAt: null, proof: null },
    select: { id: true },
  });
}

/** Proves, once letters reached known addresses and nobody had the access ended in the days of silence. Returns how many. */
export async function proveBySilence(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "contact.prove")) return refuse({ kind: "forbidden" });
  const unproven = await withOrg(ctx.scope, (tx) => findUnproven(tx, { role: "signatory" }));
  let proven = 0;
  for (const { id } of unproven) {
    const outcome = await write(ctx, async (tx, journal) => {
      const contact = await findContact(tx, id);
      const known = contact && (await findKnownAddresses(tx, { ...contact, before: contact.createdAt }));
      if (!known || contact.acceptedAt === null || (await hasObjections(tx, id))) return done(false);
      const claim = { email: contact.email, known: known.addresses };
      const letters = lettersOfSilence(await findTold(tx, id), claim, ctx.now.getTime());
      if (letters.length === 0) return done(false);
      const letterIds = letters.map((letter) => letter.id);
      return done(
        await recordProof(tx, ctx, journal, { contact, proof: { means: "silence", known, letterIds } }),
      );
    });
    if (outcome.ok && outcome.value) proven += 1;
  }
  return done(proven);
}

/** Proves by an answer whose signature held as it came in: message and key are kept. Returns how many contacts it proves. */
export async function proveByMail(
  ctx: Ctx,
  { message, signatures }: { message: Uint8Array; signatures: readonly MailSignature[] },
): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "contact.prove")) return refuse({ kind: "forbidden" });
  const email = signatures[0]?.from.toLowerCase();
  if (!email) return done(0);
  const unproven = await withOrg(ctx.scope, (tx) => findUnproven(tx, { email }));
  let proven = 0;
  for (const { id } of unproven) {
    const outcome = await write(ctx, async (tx, journal) => {
      const contact = await findContact(tx, id);
      const known = contact && (await findKnownAddresses(tx, { ...contact, before: contact.createdAt }));
      if (!known) return done(false);
      const claim = { email: contact.email, known: known.addresses };
      const signature = signatures.find((one) => isProvenByMail(one, claim));
      if (!signature) return done(false);
      const proof = { means: "signed-mail" as const, known, signature, message };
      return done(await recordProof(tx, ctx, journal, { contact, proof }));
    });
    if (outcome.ok && outcome.value) proven += 1;
  }
  return done(proven);
}

/** Template and key of the letters that tell a controller's people of a new signatory. */
const TOLD = /^contact-role-told ([0-9a-f-]{36}) signatory /;

/**
 * Keeps an answer to a letter that told of a new signatory, from the address that was told, as an objection: what it says a person
 * reads, and silence proves nothing any more. False where it is none, or was kept before.
 */
export async function recordObjection(
  ctx: Ctx,
  { letterId, from, message }: { letterId: string; from: string; message: Uint8Array },
): Promise<Outcome<boolean>> {
  if (!isAuthorised(ctx, "contact.prove")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const letter = await tx.outboxMail.findFirst({ where: { id: letterId } });
    const contactId = TOLD.exec(letter?.dedupeKey ?? "")?.[1];
    const contact = contactId ? await findContact(tx, contactId) : null;
    const email = letter?.toAddress.toLowerCase() ?? "";
    if (!contact || contact.endedAt !== null || email === "" || from.toLowerCase() !== email)
      return done(false);
    const { count } = await tx.contactObjection.createMany({
      data: [
        {
          id: newId(ctx.now),
          orgId: ctx.scope.org,
          controllerId: contact.controllerId,
          contactId: contact.id,
          email,
          letterId,
          message: Buffer.from(message),
          messageDigest: sha256(message),
          objectedAt: ctx.now,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return done(false);
    journal.note({
      event: "contact.objected",
      subject: { noun: "contact", id: contact.id, label: contact.name },
      after: { email, letterIds: [letterId] },
    });
    return done(true);
  });
}
