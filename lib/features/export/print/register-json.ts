import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import type { CollectedRegister } from "@/lib/features/export/read/collect-register";
import { REGISTER_FORMAT, SCHEMA_PATH } from "@/lib/features/register-import/schema";

/**
 * Yields the content as attached to the PDF, then history and threads. Each entry is a line of canonical text, so that
 * registers can be compared by line.
 */
export async function* writeRegisterJson({
  head,
  volumes: [{ hash }],
  records,
  history,
  threads,
}: CollectedRegister): AsyncGenerator<string | Uint8Array> {
  const { capacity, organisation, scope, volume, takenAt, takenBy, asOf, isExample, disputed } = head;
  yield `{${member("$schema", SCHEMA_PATH)},${member("format", REGISTER_FORMAT)},${member("register", capacity)},`;
  yield `${member("organisation", organisation as JsonValue)},${member("scope", scope)},${member("volume", volume)},\n`;
  yield* listed("records", records.bytes());
  const exported = {
    at: takenAt,
    by: takenBy,
    asOf: asOf?.day ?? null,
    isExample,
    ...(disputed.length > 0 && { disputed: [...disputed] }),
  };
  yield `,\n${member("taken", exported)},\n${member("contentHash", hash)}`;
  if (history) {
    yield `,\n"history":{`;
    yield* listed("controllers", joined(history.controllers));
    yield ",\n";
    yield* listed("measures", joined(history.measures));
    yield ",\n";
    yield* listed("records", history.records.bytes());
    yield `},\n${member("historyHash", history.hash)}`;
  }
  if (threads) {
    yield ",\n";
    yield* listed("threads", threads.lines.bytes());
    yield `,\n${member("threadsHash", threads.hash)}`;
  }
  yield "}\n";
}

function member(name: string, value: JsonValue): string {
  return `${JSON.stringify(name)}:${canonicalText(value)}`;
}

/** Joins members with separators. */
async function* listed<Text extends string | Uint8Array>(
  name: string,
  members: Iterable<Text> | AsyncIterable<Text>,
): AsyncGenerator<string | Text> {
  yield `"${name}":[`;
  let start = "\n";
  for await (const piece of members) {
    yield start;
    yield piece;
    start = "";
  }
  yield "\n]";
}

function joined(lines: readonly string[]): string[] {
  return lines.length > 0 ? [lines.join(",\n")] : [];
}
