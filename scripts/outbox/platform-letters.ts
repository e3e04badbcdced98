import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { entryText } from "@/lib/domain/journal/event";
import { findLetters, openSecrets, flattenLetter, subjectOf } from "@/lib/features/outbox/read/queries";
import { closeClients } from "@/lib/platform/database/clients";
import { appendToJournal } from "@/lib/platform/journal/append";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";

const AT_MOST = 200;

/** Waiting letters of the platform, the newest first, their secrets opened; the platform's chain keeps that they were. */
export async function readPlatformLetters(now: Date) {
  const scope = mintScope({ org: PLATFORM_CHAIN, scope: "platform" });
  // Names the command in the chain, since no person is signed in on the machine.
  const reader = { kind: "person", id: null, name: "npm run outbox" } as const;
  try {
    return await withOrg(scope, async (tx) => {
      const letters = await findLetters(tx, ["queued"], "", AT_MOST);
      const entries = letters.map((letter) =>
        entryText(
          { event: "mail.read", subject: subjectOf(letter), after: flattenLetter(letter) },
          reader,
          now,
        ),
      );
      await appendToJournal(tx, PLATFORM_CHAIN, entries);
      return letters.map((letter) => ({
        to: letter.toAddress,
        template: letter.template,
        written: letter.createdAt,
        secrets: openSecrets(letter),
        lastError: letter.lastError,
      }));
    });
  } finally {
    await closeClients();
  }
}
