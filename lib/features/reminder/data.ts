import { reminderKey, type ReminderCandidate } from "@/lib/domain/contract/reminders";
import { findContracts, type ContractRow } from "@/lib/features/contract/data";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/locale";
import { withAuth, type Tx } from "@/lib/platform/transaction";

/** Before every letter of ours in the outbox, which is the memory of what was sent. */
const PREFIX = "contract-reminder ";

export type Remembered = {
  candidates: (ReminderCandidate & { row: ContractRow })[];
  /** Keys of reminders whose letters were queued already. */
  sent: Set<string>;
  readers: Reader[];
  organisation: { slug: string };
};

/** Whoever keeps the register is told: its owners and its DPO. */
type Reader = { id: string; personId: string; name: string; email: string };

/** What a plan needs: every contract that can fall due, what was told already, and whom to tell. */
export async function findRemembered(tx: Tx, org: string): Promise<Remembered> {
  const rows = await findContracts(tx, { state: { in: ["signed", "in-force"] } });
  const letters = await tx.outboxMail.findMany({
    where: { dedupeKey: { startsWith: PREFIX } },
    select: { dedupeKey: true },
  });
  return {
    candidates: rows.map((row) => ({ id: row.id, contract: row, row })),
    sent: new Set(letters.map(({ dedupeKey }) => reminderOf(dedupeKey!))),
    readers: await tx.member.findMany({
      where: { endedAt: null, role: { in: ["owner", "dpo"] } },
      orderBy: { id: "asc" },
      select: { id: true, personId: true, name: true, email: true },
    }),
    organisation: await tx.organisation.findUniqueOrThrow({ where: { id: org }, select: { slug: true } }),
  };
}

/** One letter per reminder and reader, whatever is run twice. */
export function letterKey(reminder: Parameters<typeof reminderKey>[0], readerId: string): string {
  return `${PREFIX}${reminderKey(reminder)} ${readerId}`;
}

/** "contract-reminder <reminder> <reader>" → the reminder. */
function reminderOf(dedupeKey: string): string {
  return dedupeKey.slice(PREFIX.length, dedupeKey.lastIndexOf(" "));
}

/** Each reader's own language; people are read by the authentication role alone. */
export function findLocales(org: string, personIds: readonly string[]): Promise<Map<string, Locale>> {
  return withAuth({ org, scope: "staff" }, async (tx) => {
    const people = await tx.person.findMany({
      where: { id: { in: [...personIds] } },
      select: { id: true, locale: true },
    });
    return new Map(people.map(({ id, locale }) => [id, isLocale(locale) ? locale : DEFAULT_LOCALE]));
  });
}
