import { pipeline } from "node:stream/promises";
import { readRegister } from "./read-register";

/**
 * Reads JSON on stdin and answers in lines: outcome and head, then each entry with its history, so that no process
 * holds all.
 */
async function* answer(bytes: Uint8Array): AsyncGenerator<string> {
  const outcome = readRegister(bytes);
  if (!outcome.ok) {
    yield `${JSON.stringify(outcome)}\n`;
    return;
  }
  const { records, history, ...file } = outcome.value;
  const { controllers, measures } = history;
  yield `${JSON.stringify({ ok: true, value: { ...file, controllers, measures, count: records.length } })}\n`;
  for (const [at, record] of records.entries())
    yield `${JSON.stringify({ record, history: history.records[at] })}\n`;
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
await pipeline(answer(Buffer.concat(chunks)), process.stdout);
