import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { RegisterVolume } from "./register-export";

/**
 * What a volume says, as the one text that is attached to its PDF: RFC 8785. Who took it and when is left out, so that
 * an unchanged register has an unchanged hash; the journal entry of the export gives both. The day as of which it is
 * read is left out as well: it is the text, and the hash, of a register taken at the end of that day.
 */
export function contentText({ capacity, organisation, scope, volume, records }: RegisterVolume): string {
  return canonicalText({
    format: "amana-register/1",
    register: capacity,
    organisation,
    scope,
    volume,
    records,
  });
}

/** SHA-256 of `contentText` in UTF-8, 64 hex digits: what `sha256sum` says of the attached file. */
export function contentHash(volume: RegisterVolume): string {
  return hashText(contentText(volume));
}

export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
