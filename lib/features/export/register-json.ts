import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import type { Gathered } from "./gather";
import { REGISTER_FORMAT, SCHEMA_PATH } from "@/lib/features/register-import/schema";

/**
 * A register as JSON, in pieces: what it says, in the form that is attached to its PDF, then how it came to say it. An
 * entry a line, each in its canonical text, so that two registers are compared line by line.
 */
export async function* writeRegisterJson({
  head,
  volumes: [{ hash }],
  records,
  history,
}: Gathered): AsyncGenerator<string> {
  const { capacity, organisation, scope, volume, takenAt, takenBy, asOf, isExample } = head;
  yield `{${member("$schema", SCHEMA_PATH)},${member("format", REGISTER_FORMAT)},${member("register", capacity)},`;
  yield `${member("organisation", organisation as JsonValue)},${member("scope", scope)},${member("volume", volume)},\n`;
  yield* listed("records", records.lines());
  const taken = { at: takenAt, by: takenBy, asOf: asOf?.day ?? null, isExample };
  yield `,\n${member("taken", taken)},\n${member("contentHash", hash)}`;
  if (history) {
    yield `,\n"history":{`;
    yield* listed("controllers", history.controllers);
    yield ",\n";
    yield* listed("measures", history.measures);
    yield ",\n";
    yield* listed("records", history.records.lines());
    yield `},\n${member("historyHash", history.hash)}`;
  }
  yield "}\n";
}

function member(name: string, value: JsonValue): string {
  return `${JSON.stringify(name)}:${canonicalText(value)}`;
}

async function* listed(
  name: string,
  lines: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string> {
  yield `"${name}":[`;
  let separator = "\n";
  for await (const line of lines) {
    yield separator + line;
    separator = ",\n";
  }
  yield "\n]";
}
