import { createHash } from "node:crypto";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { REGISTER_FORMAT } from "@/lib/features/register-import/schema";
import { written, type RegisterHead, type RegisterVolume } from "@/lib/features/export/read/register-export";

type HashedContent = Pick<RegisterHead, "capacity" | "organisation" | "scope" | "volume">;

/**
 * Canonical text of a volume (RFC 8785), attached to its PDF. Excludes author and instant, so that an unchanged
 * register has an unchanged hash; excludes the requested day, so that it equals a register taken at the end of that
 * day.
 */
export function contentText(volume: RegisterVolume): string {
  const [start, end] = envelopeOf(volume);
  return (
    start +
    volume.records.map((record) => canonicalText(written(volume, record) as JsonValue)).join(",") +
    end
  );
}

/** Hashes entries one by one as canonical texts; the volume is known only at the end. */
export function contentHasher(register: Omit<HashedContent, "volume">): {
  add: TextHasher["add"];
  digest(volume: HashedContent["volume"]): string;
} {
  const [start] = envelopeOf({ ...register, volume: { number: 1, total: 1 } });
  const hasher = listHasher(start);
  return { add: hasher.add, digest: (volume) => hasher.digest(envelopeOf({ ...register, volume })[1]) };
}

export type TextHasher = { add(text: string): void; digest(end: string): string };

/** SHA-256 of a list with the texts before and after it. */
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

/** Canonical text around the entries: keys in order, `volume` last. */
function envelopeOf({ capacity, organisation, scope, volume }: HashedContent): [string, string] {
  const stated = { format: REGISTER_FORMAT, register: capacity, organisation, scope, volume, records: [] };
  const text = canonicalText(stated as JsonValue);
  const at = text.indexOf('"records":[],"register":') + '"records":['.length;
  return [text.slice(0, at), text.slice(at)];
}
