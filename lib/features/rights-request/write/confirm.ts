import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { printCertificate } from "@/lib/features/rights-request/print/certificate";
import { findRecipients } from "@/lib/features/rights-request/read/recipients";
import type { RequestEvent } from "@/lib/features/rights-request/schema";
import { storeFile } from "@/lib/platform/files/store";
import { inPdfQueue } from "@/lib/platform/pdf/pdf-queue";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { queueConfirmation } from "./letters";
import { openRequest } from "./open";
import { appendFacts } from "./rows";

// Milliseconds: the certificate is printed of what the lock holds still.
const LIMITS = { timeoutMs: 60_000 };

/** Tells the controller what its instruction came to, by letter or by handing it over: certificate, its file, letters and fact in one transaction. */
export async function confirmExecution(ctx: StaffCtx, input: RequestEvent): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.decide")) return refuse({ kind: "forbidden" });
  return inPdfQueue(() =>
    write(
      ctx,
      async (tx, journal) => {
        const opened = await openRequest(tx, input);
        if (!opened.ok) return opened;
        const { request, file, controller } = opened.value;
        if (controller === null) return invalid("kind", "rights-request.noController");
        if (input.means === "letter" && file.unsent.confirmed?.isWaiting)
          return invalid("means", "rights-request.letterWaits");
        if (input.means === "letter" && (await findRecipients(tx, controller.id)).length === 0)
          return invalid("means", "rights-request.noAddress");
        const { pdf, fileName } = await printCertificate(tx, ctx, { ...opened.value, controller });
        const documentId = await storeFile(tx, ctx, journal, {
          purpose: "document",
          subjectNoun: "rights-request",
          subjectId: request.id,
          controllerId: controller.id,
          fileName,
          contentType: "application/pdf",
          bytes: pdf,
        });
        const letterIds =
          input.means === "letter" ? await queueConfirmation(tx, ctx, opened.value, documentId) : [];
        const value = { means: input.means ?? undefined, documentId, letterIds };
        const fact = { kind: "confirmed", value, at: ctx.now.getTime() } as const;
        await appendFacts({ tx, ctx, journal }, request, [fact], file);
        return done({ id: request.id });
      },
      LIMITS,
    ),
  );
}
