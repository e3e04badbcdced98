import { PassThrough } from "node:stream";
import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { sentenceFaultsIn, watchSentences } from "./sentence-faults";

/** Collects the faults that next-intl tells of a message, as the console of a server writes them. */
function saidOf(message: string, key: "greeting" | "absent"): string {
  const said: string[] = [];
  const onError = (error: Error) => said.push(String(error));
  const t = createTranslator({ locale: "fr", messages: { greeting: message }, onError });
  t(key as "greeting");
  return said.join("\n");
}

it("finds a sentence without its value, a key without a sentence and a sentence that is none", () => {
  for (const log of [
    saidOf("Bonjour {name}", "greeting"),
    saidOf("Bonjour", "absent"),
    saidOf("{broken", "greeting"),
  ])
    expect(sentenceFaultsIn(`{"msg":"ready"}\n${log}\n`)).toHaveLength(1);
  expect(sentenceFaultsIn(saidOf("Bonjour", "greeting"))).toEqual([]);
});

it("fails at the end of a run whose log had one, also where a line came in two pieces", async () => {
  const log = new PassThrough();
  const end = watchSentences(log);
  log.write("Error: FORMATTING");
  expect(end).not.toThrow();
  log.end("_ERROR: value missing\n");
  await new Promise((resolve) => log.once("end", resolve));
  expect(end).toThrow(/FORMATTING_ERROR: value missing/);
});
