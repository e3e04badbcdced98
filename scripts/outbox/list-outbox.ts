import { assumeEnvironment } from "@/lib/platform/environment/env";
import { generateIfStale } from "../start/build";
import { openConfiguredDatabase } from "../start/database";
import { webEnvironment } from "../start/web-environment";

/**
 * Prints the letters of no organisation that have not left, with their links: a password forgotten by the only owner,
 * while no mail server is set. Those of an organisation are read on its own page.
 */
export async function listOutbox(): Promise<void> {
  await generateIfStale();
  const database = await openConfiguredDatabase();
  try {
    assumeEnvironment(webEnvironment(database));
    // Imported only now: the client that it needs may just have been made.
    const { readPlatformLetters } = await import("./platform-letters");
    const letters = await readPlatformLetters(new Date());
    for (const letter of letters) print(letter);
    if (letters.length === 0) console.log("No letter of the platform is waiting.");
  } finally {
    await database.release();
  }
}

type Printed = {
  to: string;
  template: string;
  written: Date;
  /** False where its link is of a client's contact or an auditor. */
  isShown: boolean;
  secrets: Record<string, string>;
  lastError: string;
};

function print({ to, template, written, isShown, secrets, lastError }: Printed) {
  console.log(`${written.toISOString()}  ${template}  ${to}`);
  for (const [name, value] of Object.entries(secrets)) console.log(`  ${name}: ${value}`);
  if (!isShown) console.log("  its link is shown to nobody else: set a mail server");
  if (lastError) console.log(`  last refusal: ${lastError}`);
}
