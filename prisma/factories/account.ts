import type { SelfCtx, StaffCtx } from "@/lib/platform/request/context";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { RECIPIENT } from "@/lib/platform/mail/queue";
import { openSealed } from "@/lib/platform/secrets/seal";
import { PLATFORM } from "@/lib/platform/database/transaction";
import { Client } from "pg";

const DEVICE = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  address: "127.0.0.1",
};

/**
 * Signs a person in and returns the context of verbs over their own account; `token` is the session's cookie.
 */
export async function makeSelf(
  { actor, now }: Pick<StaffCtx, "actor" | "now">,
  device = DEVICE,
): Promise<SelfCtx & { token: string }> {
  const token = await openSession(actor.personId, device, now);
  const signedIn = await readSession(token, now);
  if (!signedIn) throw new Error("The session that was just opened is not there.");
  return { ...signedIn, device, now, token };
}

export type SentLetter = {
  orgId: string;
  template: string;
  locale: string;
  params: Record<string, string>;
  secrets: Record<string, string>;
};

/** Letters to one address as they wait in the outboxes, oldest first, their links opened. */
export async function lettersTo(ownerUrl: string, address: string): Promise<SentLetter[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: organisations } = await client.query<{ id: string }>("SELECT id FROM organisation");
    const letters: (SentLetter & { id: string })[] = [];
    for (const { org, scope } of [
      PLATFORM,
      ...organisations.map(({ id }) => ({ org: id, scope: "staff" })),
    ]) {
      // The owner is bound by row-level security too.
      await client.query("SELECT set_config('app.org', $1, false), set_config('app.scope', $2, false)", [
        org,
        scope,
      ]);
      // A data subject is named among the secrets alone.
      const { rows } = await client.query("SELECT * FROM outbox_mail WHERE to_address IN ($1, '')", [
        address,
      ]);
      const opened = rows.map((row) => ({ ...openLetter(row as Row), to: String(row.to_address) }));
      letters.push(...opened.filter(({ to, secrets }) => (to || secrets[RECIPIENT]) === address));
    }
    return letters.sort((a, b) => a.id.localeCompare(b.id));
  } finally {
    await client.end();
  }
}

type Row = {
  id: string;
  org_id: string;
  template: string;
  locale: string;
  params: Record<string, string>;
  sealed: Buffer | null;
};

function openLetter({ id, org_id, template, locale, params, sealed }: Row) {
  const secrets = sealed ? (JSON.parse(openSealed("mail", sealed)) as Record<string, string>) : {};
  return { id, orgId: org_id, template, locale, params, secrets };
}

/** The token at the end of the link of the last letter of one template. */
export async function lastToken(ownerUrl: string, address: string, template: string): Promise<string> {
  const letter = (await lettersTo(ownerUrl, address)).filter((sent) => sent.template === template).at(-1);
  const link = letter?.secrets.link;
  if (!link) throw new Error(`No letter ${template} waits for ${address}.`);
  return link.slice(link.lastIndexOf("/") + 1);
}
