import type { AddressMark } from "@/lib/domain/contact/address-marks";
import type { OtherContact } from "@/lib/domain/contact/other-contacts";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { type AddressProof, findProof } from "@/lib/features/contact/read/proofs";
import { findAddressMarks, findOtherContacts } from "@/lib/features/contact/read/queries";
import { conflictOn, insertDecision } from "@/lib/features/authorisation/write/mutations";
import { lockReceived } from "@/lib/features/authorisation/write/receipts";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import { sha256 } from "@/lib/platform/files/chunks";
import { storeFile } from "@/lib/platform/files/store";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { findOwnPeople, isProcessorsOwn } from "@/lib/platform/access/own-people";
import { findStewards } from "@/lib/platform/mail/stewards";
import { inPdfQueue } from "@/lib/platform/pdf/pdf-queue";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { printDecision } from "@/lib/features/portal-decision/print/certificate";
import {
  allocateNumber,
  findOwnAddress,
  findProcessor,
  type Parties,
} from "@/lib/features/portal-decision/read/queries";
import { notifyBothSides, notifyOtherContacts } from "./letters";
import { recordReading, consumeReading } from "./reading";
import type { StatementSignature } from "@/lib/features/second-factor/read/statement-signature";
import { decisionStatement } from "@/lib/features/portal-decision/read/statement";
import { insertSignature, readDecisionSignature } from "./signature";
import type { DecisionInput } from "@/lib/features/portal-decision/schema";

// Milliseconds: the certificate is printed within, since its number is allocated there.
const LIMITS = { timeoutMs: 120_000 };

/**
 * Records the decision, article 28(2), after its review token: evidence, numbered certificate and letters, all or
 * nothing. Of two concurrent decisions one wins; the other receives a conflict. Staff of the processor cannot decide.
 */
export async function decideRequest(
  ctx: ContactCtx,
  input: DecisionInput,
): Promise<Outcome<AuthorisationRow>> {
  const { step, reading, decision } = input;
  if (!isAuthorised(ctx, "authorisation.decide")) return refuse({ kind: "forbidden" });
  if (step === "edit") return refuse({ kind: "invalid", issues: [] });
  if (await isProcessorsOwn(ctx)) return invalid("", "authorisation.ownPeople");
  if (step === "review") return showAgain(ctx, decision);
  const signed = await readDecisionSignature(ctx, input);
  if (!signed.ok) return signed;
  const signature = signed.value;
  const stewards = await findStewards(ctx.scope.org);
  const own = await findOwnPeople(ctx.scope.org);
  return inPdfQueue(() =>
    write(
      ctx,
      async (tx, journal) => {
        const before = await lockReceived(tx, ctx, journal, { id: decision.id, own });
        if (!before) return refuse({ kind: "not-found" });
        // Refuses what another statement says: the request changed since it was signed.
        if (signature && signature.statement !== decisionStatement(ctx, before, decision))
          return invalid("", "authorisation.notRead");
        const isRead = await consumeReading(tx, ctx, before, { token: reading, decision });
        const decided = await insertDecision(tx, ctx, journal, before, decision);
        if (!decided.ok) return decided;
        if (!isRead) return invalid("", "authorisation.notRead");
        const row = decided.value;
        if (signature) await insertSignature(tx, ctx, row, signature);
        const parties = { account: await findOwnAddress(tx, ctx), organisation: await findProcessor(tx) };
        const witnesses = await findOtherContacts(tx, row.controllerId, parties.account.email, own);
        const signatory = { controllerId: row.controllerId, email: parties.account.email, now: ctx.now };
        const marks = await findAddressMarks(tx, signatory, own);
        // A signatory to whom another contact objects has no proven address until that is settled.
        const isUnproven = await isAddressUnproven(tx, ctx.actor.contactId);
        const proof = isUnproven ? null : await findProof(tx, ctx.actor.contactId);
        const certificate = await certify(tx, ctx, journal, {
          row,
          witnesses,
          marks,
          proof,
          parties,
          signature,
        });
        await notifyBothSides(tx, ctx, { row, stewards, certificate, parties });
        await notifyOtherContacts(tx, ctx, { row, witnesses, marks, certificate, parties });
        return done(row);
      },
      LIMITS,
    ),
  );
}

/** Returns typed values and the current request for review, with a signing token. */
async function showAgain(
  ctx: ContactCtx,
  decision: DecisionInput["decision"],
): Promise<Outcome<AuthorisationRow>> {
  return withOrg(ctx.scope, async (tx) => {
    const row = await findAuthorisation(tx, decision.id);
    if (!row) return refuse({ kind: "not-found" });
    const conflict = conflictOn(row, decision);
    return refuse(conflict ?? { kind: "unconfirmed", reading: await recordReading(tx, ctx, row, decision) });
  });
}

type Certified = {
  row: AuthorisationRow;
  witnesses: readonly OtherContact[];
  marks: readonly AddressMark[];
  proof: AddressProof | null;
  /** Signature by a passkey; null for one by the session alone. */
  signature: StatementSignature | null;
  parties: Parties;
};

/** Allocates the number and stores the PDF for the last fact. */
async function certify(tx: Tx, ctx: ContactCtx, journal: JournalDraft, { row, ...certified }: Certified) {
  const numbered = await allocateNumber(tx, Number(today(ctx).slice(0, 4)));
  const bytes = await printDecision(ctx, { row, ...certified, number: numbered.number });
  const documentId = await storeFile(tx, ctx, journal, {
    purpose: "document",
    subjectNoun: "authorisation",
    subjectId: row.id,
    controllerId: row.controllerId,
    fileName: `${row.reference} ${numbered.number}.pdf`,
    contentType: "application/pdf",
    bytes,
  });
  await tx.decisionCertificate.create({
    data: {
      ...numbered,
      documentId,
      digest: sha256(bytes),
      id: newId(ctx.now),
      orgId: ctx.scope.org,
      controllerId: row.controllerId,
      authorisationId: row.id,
      version: row.version,
      issuedAt: ctx.now,
    },
  });
  return { number: numbered.number, documentId };
}
