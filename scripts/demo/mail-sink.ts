import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumeEnvironment, env } from "@/lib/platform/environment/env";
import { startMailServer } from "../test/mail-server";

/** Headers that say, in any program that opens a letter, that nobody received it. */
const MARK = "X-Amana-Example: this letter left no machine\r\n";

/**
 * Takes every letter of the example on loopback and stores it in a folder: the example writes to invented people, and no
 * relay of the machine's settings is ever asked. Returns the folder.
 */
export async function openMailSink(): Promise<string> {
  const folder = join(env().AMANA_DATA_DIR, "letters");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let serial = 0;
  const { url } = await startMailServer({
    keep: async (_recipients, message) => {
      serial += 1;
      const name = `${new Date().toISOString().replaceAll(":", "-")}-${serial}.eml`;
      writeFileSync(join(folder, name), MARK + message, { mode: 0o600 });
    },
  });
  assumeEnvironment({ SMTP_URL: url, MAIL_FROM: "Amana, exemple <exemple@zellij.example>", IMAP_URL: "" });
  return folder;
}
