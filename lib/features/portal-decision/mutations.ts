import { can } from "@/lib/domain/access/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import { type AuthorisationRow } from "@/lib/features/authorisation/data";
import { keepDecision } from "@/lib/features/authorisation/mutations";
import { today, type ContactCtx } from "@/lib/platform/context";
import { sha256 } from "@/lib/platform/files/chunks";
import { storeFile } from "@/lib/platform/files/store";
import { newId } from "@/lib/platform/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { findStewards } from "@/lib/platform/mail/stewards";
import { inPrintersTurn } from "@/lib/platform/pdf/printers-turn";
import type { Tx } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { printDecision } from "./certificate";
import { takeNumber } from "./data";
import { tellBoth } from "./letters";
import type { DecisionInput } from "./schema";

// The certificate is printed within, since its number is taken there.
const LIMITS = { timeoutMs: 120_000 };

/**
 * The controller's word, art. 28(2), once it was read again and confirmed: the decision with its evidence, a numbered
 * certificate beside the request, and a letter with it to both sides; all of it or nothing. Of two who decide at once
 * one wins, and the other is told.
 */
export async function decideRequest(
  ctx: ContactCtx,
  { step, decision }: DecisionInput,
): Promise<Outcome<AuthorisationRow>> {
  if (!can(ctx.actor, "authorisation.decide")) return refuse({ kind: "forbidden" });
  if (step === "edit") return refuse({ kind: "invalid", issues: [] });
  if (step === "review") return refuse({ kind: "unconfirmed" });
  const stewards = await findStewards(ctx.scope.org);
  return inPrintersTurn(() =>
    write(
      ctx,
      async (tx, journal) => {
        const decided = await keepDecision(tx, ctx, journal, decision);
        if (!decided.ok) return decided;
        const certificate = await certify(tx, ctx, journal, decided.value);
        await tellBoth(tx, ctx, { row: decided.value, stewards, certificate });
        return done(decided.value);
      },
      LIMITS,
    ),
  );
}

/** Takes the next number, prints and files; what it certifies is the last fact. */
async function certify(tx: Tx, ctx: ContactCtx, journal: JournalDraft, row: AuthorisationRow) {
  const numbered = await takeNumber(tx, Number(today(ctx).slice(0, 4)));
  const bytes = await printDecision(tx, ctx, { row, number: numbered.number });
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
      ...{ ...numbered, documentId, digest: sha256(bytes) },
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
