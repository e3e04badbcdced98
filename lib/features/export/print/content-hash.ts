import { createHash } from "node:crypto";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { REGISTER_FORMAT } from "@/lib/features/register-import/schema";
import { written, type RegisterHead, type RegisterVolume } from "@/lib/features/export/read/register-export";

type HashedContent = Pick<RegisterHead, "capacity" | "organisation" | "scope" | "volume">;

/**
 * What a volume says, as the one text that is attached to its PDF: RFC 8785. Who took it and when is left out, so that
 * an unchanged register has an unchanged hash; the journal entry of the export gives both. The day as of which it is
 * read is left out as well: it is the text, and the hash, of a register taken at the end of that day.
 */
export function contentText(volume: RegisterVolume): string {
  const [start, end] = aroundRecords(volume);
  return (
    start +
    volume.records.map((record) => canonicalText(written(volume, record) as JsonValue)).join(",") +
    end
  );
}

/** SHA-256 of `contentText` in UTF-8, 64 hex digits: what `sha256sum` says of the attached file. */
export function contentHash(volume: RegisterVolume): string {
  return hashText(contentText(volume));
}

export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** `contentHash` of entries that come one by one, each as its canonical text; which volume they fill is said at the end. */
export function contentHasher(register: Omit<HashedContent, "volume">): {
  add: TextHasher["add"];
  digest(volume: HashedContent["volume"]): string;
} {
  const [start] = aroundRecords({ ...register, volume: { number: 1, total: 1 } });
  const hasher = listHasher(start);
  return { add: hasher.add, digest: (volume) => hasher.digest(aroundRecords({ ...register, volume })[1]) };
}

export type TextHasher = { add(text: string): void; digest(end: string): string };

/** SHA-256 of a list of canonical texts with what stands before and after it. */
export function listHasher(start: string): TextHasher {
  const hash = createHash("sha256").update(start, "utf8");
  let isFirst = true;
  return {
    add(text) {
      if (!isFirst) hash.update(",");
      hash.update(text, "utf8");
      isFirst = false;
    },
    digest: (end) => hash.update(end, "utf8").digest("hex"),
  };
}

/** The canonical text of a volume before its entries and after them: its keys in their order, `volume` the last. */
function aroundRecords({ capacity, organisation, scope, volume }: HashedContent): [string, string] {
  const stated = { format: REGISTER_FORMAT, register: capacity, organisation, scope, volume, records: [] };
  const text = canonicalText(stated as JsonValue);
  const at = text.indexOf('"records":[],"register":') + '"records":['.length;
  return [text.slice(0, at), text.slice(at)];
}
