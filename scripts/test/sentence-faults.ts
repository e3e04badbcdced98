import type { Readable } from "node:stream";

/** Codes that next-intl logs for a sentence that it cannot make: a value that is absent, a key that is, a syntax. */
const FAULT = /\b(?:FORMATTING_ERROR|MISSING_MESSAGE|INVALID_MESSAGE|INVALID_KEY|INSUFFICIENT_PATH)\b/;

/** Finds the lines of a log that say of a sentence that it could not be made, each once. */
export function sentenceFaultsIn(log: string): string[] {
  return [...new Set(log.split("\n").filter((line) => FAULT.test(line)))];
}

/** Reads the log of a server as it is written; the returned function throws where a sentence could not be made. */
export function watchSentences(...logs: readonly Readable[]): () => void {
  const faults = new Set<string>();
  for (const log of logs) {
    let rest = "";
    log.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const fault of sentenceFaultsIn(lines.join("\n"))) faults.add(fault);
    });
  }
  return () => {
    if (faults.size > 0) throw new Error(`Sentences that could not be made:\n${[...faults].join("\n")}`);
  };
}
