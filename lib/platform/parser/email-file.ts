import type { OrgScope } from "@/lib/domain/access/scope";
import { readFile } from "@/lib/platform/files/store";
import type { Email } from "@/lib/platform/mail/email-mime";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readEmail } from "./run-parser";

type File = { contentType: string; bytes: Uint8Array };

/** Null for a file that is no e-mail; "unread" for one that cannot be read. */
export type EmailFile = Email | "unread" | null;

const EMAILS = ["message/rfc822", "application/vnd.ms-outlook"];

export async function readEmailFile({ contentType, bytes }: File): Promise<EmailFile> {
  return EMAILS.includes(contentType) ? ((await readEmail(bytes)) ?? "unread") : null;
}

/**
 * Reads the file that waits for a form, which a page without JavaScript names in its address. Its child runs outside the
 * unit of reading, so that a slow message holds no connection.
 */
export async function readWaitingEmail(scope: OrgScope, waiting: { id: string } | null): Promise<EmailFile> {
  const file = waiting && (await readInScope(scope, (tx) => readFile(tx, waiting.id)));
  return file ? readEmailFile(file) : null;
}
