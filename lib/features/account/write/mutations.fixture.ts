import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { readEntry, type JournalText } from "@/lib/domain/journal/event";
import { signIn } from "@/lib/platform/auth/sign-in";
import { newId } from "@/lib/platform/database/ids";
import { readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";

export const MINUTE = 60_000;
export const DEVICE = { userAgent: "Navigateur", address: "192.0.2.7" };

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let owner: Client;
let serial = 0;
export const nextSerial = () => (serial += 1);

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });
}

export const NOW = new Date();
export const later = (ms: number) => new Date(NOW.getTime() + ms);
/** Gives each test its own address, so that attempts are counted apart. */
export const someDevice = () => ({ ...DEVICE, address: `198.51.100.${nextSerial()}` });
export const organisation = () => makeOrganisation(database.ownerUrl, undefined, NOW);
export const person = async (id: string) =>
  (await owner.query("SELECT * FROM person WHERE id = $1", [id])).rows[0];
export const memberOf = ({ scope, actor }: MadeOrganisation) =>
  withOrg(scope, (tx) => tx.member.findUniqueOrThrow({ where: { id: actor.memberId } }));
export const isOpen = async (token: string, at = NOW) => (await readSession(token, at)) !== null;
export const tryPassword = (email: string, password: string) =>
  signIn({ email, password, ...someDevice() }, NOW).then((found) => found !== null);

export async function journalOf(chain: string): Promise<JournalText[]> {
  const { rows } = await owner.query(
    "SELECT text FROM journal_text WHERE org_id = $1 ORDER BY seq DESC LIMIT 3",
    [chain],
  );
  return rows.map(({ text }) => readEntry(text)!);
}

export async function join(first: MadeOrganisation, second: MadeOrganisation, endedAt: Date | null = null) {
  const id = newId(NOW);
  const { personId, name } = first.actor;
  const stated = { personId, name, email: first.email, role: "viewer", joinedAt: NOW, endedAt };
  await withOrg(second.scope, (tx) => tx.member.create({ data: { id, orgId: second.scope.org, ...stated } }));
  return { ...second, actor: { ...second.actor, memberId: id }, email: first.email };
}
