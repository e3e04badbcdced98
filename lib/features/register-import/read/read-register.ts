import { createHash } from "node:crypto";
import { itemAt, lastOf, required } from "@/lib/domain/invariant/required";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { contentHasher, listHasher } from "@/lib/features/export/read/queries";
import {
  REGISTER_FORMAT,
  registerFileSchema,
  type RegisterFile,
} from "@/lib/features/register-import/schema";

/** Complete register with history. */
export type ReadRegister = RegisterFile &
  Required<Pick<RegisterFile, "taken" | "history" | "contentHash">> & {
    /** SHA-256 of the file. */
    sha256: string;
  };

/**
 * Refuses invalid JSON, other files, later formats, extracts without history, altered files and contradictory
 * registers.
 */
export function readRegister(bytes: Uint8Array): Outcome<ReadRegister> {
  const raw = parse(bytes);
  if (!isObject(raw)) return invalid("file", "notJson");
  const { format } = raw;
  if (typeof format !== "string" || !format.startsWith("amana-register/"))
    return invalid("file", "notARegister");
  if (format !== REGISTER_FORMAT) return invalid("file", "laterVersion", { format });
  if (!("history" in raw)) return invalid("file", "noHistory");
  if (!isWhole(raw)) return invalid("file", "damaged");
  const read = registerFileSchema.safeParse(raw);
  if (!read.success)
    return invalid("file", "notInForm", { place: itemAt(read.error.issues, 0).path.join(".") });
  const { taken, history, contentHash } = read.data;
  if (!taken || !history || !contentHash || !isConsistent({ ...read.data, history }))
    return invalid("file", "contradicts");
  if (taken.isExample) return invalid("file", "isExample");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return done({ ...read.data, taken, history, contentHash, sha256 });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Recomputes the hashes: nothing was lost or altered. */
function isWhole(raw: Record<string, unknown>): boolean {
  try {
    return (
      contentHashOf(raw) === raw.contentHash &&
      historyHashOf(raw.history) === raw.historyHash &&
      (!("threads" in raw || "threadsHash" in raw) || threadsHashOf(raw.threads) === raw.threadsHash)
    );
  } catch {
    return false;
  }
}

function contentHashOf({ register, organisation, scope, volume, records }: Record<string, unknown>): string {
  const hasher = contentHasher({ capacity: register, organisation, scope } as Parameters<
    typeof contentHasher
  >[0]);
  for (const record of records as JsonValue[]) hasher.add(canonicalText(record));
  return hasher.digest(volume as { number: number; total: number });
}

function historyHashOf(history: unknown): string {
  const { controllers, measures, records } = history as Record<string, JsonValue[]>;
  const hasher = listHasher(
    `{"controllers":${canonicalText(required(controllers, "controllers of the file"))},"measures":${canonicalText(required(measures, "measures of the file"))},"records":[`,
  );
  for (const record of required(records, "records of the file")) hasher.add(canonicalText(record));
  return hasher.digest("]}");
}

function threadsHashOf(threads: unknown): string {
  const hasher = listHasher("[");
  for (const thread of threads as JsonValue[]) hasher.add(canonicalText(thread));
  return hasher.digest("]");
}

/** Requires a history that ends in each entry's content, and refers to included controllers and measures. */
function isConsistent({
  register,
  records,
  history,
}: RegisterFile & Required<Pick<RegisterFile, "history">>) {
  const controllers = new Set(history.controllers.map(({ id }) => id));
  const measures = new Set(history.measures.map(({ id }) => id));
  if (history.records.length !== records.length) return false;
  if (new Set(records.map(({ reference }) => reference)).size !== records.length) return false;
  return records.every((record, at) => {
    const { reference, versions } = itemAt(history.records, at);
    const last = lastOf(versions);
    return (
      reference === record.reference &&
      last.version === record.version &&
      canonicalText(last.content as JsonValue) === canonicalText(record.content as JsonValue) &&
      versions.every(
        ({ controllerId, content }) =>
          (register === "controller" ? controllerId === null : controllers.has(controllerId ?? "")) &&
          content.measureIds.every((id) => measures.has(id)),
      )
    );
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
