import { emailedFrom, type ReadEmailed } from "@/lib/domain/attachment/emailed";
import { readEmailFile } from "@/lib/platform/parser/email-file";

/** Parts of a file that was uploaded for a form. */
export async function readEmailed(file: { contentType: string; bytes: Uint8Array }): Promise<ReadEmailed> {
  return emailedFrom(await readEmailFile(file));
}
