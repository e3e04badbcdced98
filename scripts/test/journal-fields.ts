import { Client } from "pg";
import { readEntry } from "@/lib/domain/journal/event";
import { JOURNAL_FIELDS } from "@/lib/domain/nouns/events";

/** Throws where an entry of the database holds a field that its noun does not declare: no reader would have words for it. */
export async function refuseUndeclaredFields(url: string): Promise<void> {
  const undeclared = (await readTexts(url)).flatMap((text) => {
    const entry = readEntry(text);
    if (!entry) return [];
    const { noun } = entry.subject;
    return Object.keys({ ...entry.before, ...entry.after })
      .filter((name) => !JOURNAL_FIELDS[noun].declared.has(name))
      .map((name) => `${noun} "${name}" (${entry.event})`);
  });
  if (undeclared.length > 0)
    throw new Error(`Fields of the journal that no noun declares: ${[...new Set(undeclared)].join(", ")}`);
}

/**
 * The texts of every chain. Row-level security binds an owner too, so that only a superuser leaves the catalogue as it
 * is.
 */
async function readTexts(url: string): Promise<string[]> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows: known } = await owner.query<{ name: string | null }>(
      "SELECT to_regclass('journal_text')::text AS name",
    );
    if (!known[0]?.name) return [];
    const { rows: own } = await owner.query<{ bypasses: boolean }>(
      "SELECT rolsuper AS bypasses FROM pg_roles WHERE rolname = current_user",
    );
    if (!own[0]?.bypasses) await owner.query("ALTER TABLE journal_text NO FORCE ROW LEVEL SECURITY");
    const { rows } = await owner.query<{ text: string }>(
      "SELECT text FROM journal_text WHERE text IS NOT NULL",
    );
    return rows.map(({ text }) => text);
  } finally {
    await owner.end();
  }
}
