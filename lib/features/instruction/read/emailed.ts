import { emailedFrom, type ReadEmailed } from "@/lib/domain/instruction/emailed";
import { readFile } from "@/lib/platform/files/store";
import { readEmail } from "@/lib/platform/parser/run-parser";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { OrgScope } from "@/lib/domain/access/scope";

type Uploaded = { contentType: string; bytes: Uint8Array };

const EMAILS = ["message/rfc822", "application/vnd.ms-outlook"];

/** Null for a file that is no e-mail; "unread" for one that cannot be read. */
export async function readEmailed({ contentType, bytes }: Uploaded): Promise<ReadEmailed> {
  if (!EMAILS.includes(contentType)) return null;
  const email = await readEmail(bytes);
  return email ? emailedFrom(email) : "unread";
}

/**
 * Reads the file that waits for a form, which a page without JavaScript names in its address. Its child runs outside the
 * unit of reading, so that a slow message holds no connection.
 */
export async function readWaiting(scope: OrgScope, waiting: { id: string } | null): Promise<ReadEmailed> {
  const file = waiting && (await readInScope(scope, (tx) => readFile(tx, waiting.id)));
  return file ? readEmailed(file) : null;
}
