import { emailedFrom, type ReadEmailed } from "@/lib/domain/attachment/emailed";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { readEmailFile } from "@/lib/platform/parser/email-file";
import { readDocumentType } from "@/lib/platform/parser/run-parser";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

/** Reads the e-mail of a person, for the form of its request; stores nothing of it. "unread" for a file that is none. */
export async function readRequestEmail(ctx: StaffCtx, bytes: Uint8Array): Promise<Outcome<ReadEmailed>> {
  if (!isAuthorised(ctx, "rights-request.write")) return refuse({ kind: "forbidden" });
  const read = await readEmailFile({ contentType: await readDocumentType(bytes), bytes });
  return done(emailedFrom(read ?? "unread"));
}
