import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { printCertificate } from "@/lib/features/rights-request/print/certificate";
import type { RequestEvent } from "@/lib/features/rights-request/schema";
import { storeFile } from "@/lib/platform/files/store";
import { inPdfQueue } from "@/lib/platform/pdf/pdf-queue";
import type { StaffCtx } from "@/lib/platform/request/context";
import { write } from "@/lib/platform/write/write";
import { queueConfirmation } from "./letters";
import { openRequest } from "./open";
import { appendFacts } from "./rows";

// Milliseconds: the certificate is printed of what the lock holds still.
const LIMITS = { timeoutMs: 60_000 };

/** Confirms the execution to the controller: certificate, its file, letters and fact in one transaction. */
export async function confirmExecution(ctx: StaffCtx, input: RequestEvent): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "rights-request.decide")) return refuse({ kind: "forbidden" });
  return inPdfQueue(() =>
    write(
      ctx,
      async (tx, journal) => {
        const opened = await openRequest(tx, input);
        if (!opened.ok) return opened;
        const { request, file, controller } = opened.value;
        if (controller === null) return invalid("kind", "rights-request.noController");
        const { pdf, fileName } = await printCertificate(tx, ctx, { ...opened.value, controller });
        const documentId = await storeFile(tx, ctx, journal, {
          ...{ purpose: "document", subjectNoun: "rights-request", subjectId: request.id },
          ...{ controllerId: controller.id, fileName, contentType: "application/pdf", bytes: pdf },
        });
        const letterIds = await queueConfirmation(tx, ctx, opened.value, documentId);
        const fact = { kind: "confirmed", value: { documentId, letterIds }, at: ctx.now.getTime() } as const;
        await appendFacts({ tx, ctx, journal }, request, [fact], file);
        return done({ id: request.id });
      },
      LIMITS,
    ),
  );
}
