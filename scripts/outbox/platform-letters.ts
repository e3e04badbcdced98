import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { entryText } from "@/lib/domain/journal/event";
import {
  findLetters,
  openSecrets,
  flattenLetter,
  subjectOf,
  type LetterRow,
} from "@/lib/features/outbox/read/queries";
import { mayShowLink } from "@/lib/features/outbox/read/shown-link";
import { closeClients } from "@/lib/platform/database/clients";
import { appendToJournal } from "@/lib/platform/journal/append";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";

const AT_MOST = 200;

/**
 * Waiting letters of the platform, the newest first, those of members with their link; the platform's chain keeps that it was
 * shown. Whoever starts Amana is shown no link or code of a client's contact or of an auditor: it would sign in their name.
 */
export async function readPlatformLetters(now: Date) {
  const scope = mintScope({ org: PLATFORM_CHAIN, scope: "platform" });
  // Names the command in the chain, since no person is signed in on the machine.
  const reader = { kind: "person", id: null, name: "npm run outbox" } as const;
  try {
    const waiting = await withOrg(scope, (tx) => findLetters(tx, ["queued"], "", AT_MOST));
    const letters: { letter: LetterRow; isShown: boolean }[] = [];
    for (const letter of waiting) letters.push({ letter, isShown: await mayShowLink(letter, now) });
    const entries = letters.flatMap(({ letter, isShown }) =>
      isShown
        ? entryText(
            { event: "mail.read", subject: subjectOf(letter), after: flattenLetter(letter) },
            reader,
            now,
          )
        : [],
    );
    if (entries.length > 0) await withOrg(scope, (tx) => appendToJournal(tx, PLATFORM_CHAIN, entries));
    return letters.map(({ letter, isShown }) => ({
      to: letter.toAddress,
      template: letter.template,
      written: letter.createdAt,
      isShown,
      secrets: isShown ? openSecrets(letter) : {},
      lastError: letter.lastError,
    }));
  } finally {
    await closeClients();
  }
}
