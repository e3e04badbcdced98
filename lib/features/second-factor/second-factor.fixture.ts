import { generateSync } from "otplib";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findFactors } from "@/lib/features/second-factor/read/queries";
import { beginTotp, confirmTotp } from "@/lib/features/second-factor/write/mutations";
import { readTotpKey } from "@/lib/features/second-factor/read/totp";

const START = new Date("2026-11-25T10:00:00Z");
export const DEVICE = { userAgent: "Navigateur", address: "127.0.0.1" };
export const STEP_MS = 30_000;

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let owner: Client;
export let ctx: MadeOrganisation;
let minutes = 0;

/** Advances an hour per test, so that attempts are counted apart. */
export let now: Date;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeEach(() => {
    now = new Date(START.getTime() + (minutes += 60) * 60_000);
  });
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl);
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });
}

export const later = (ms: number) => new Date(now.getTime() + ms);

type Self = SelfCtx & { token: string };

export async function selfOf(who: { actor: { personId: string } }, at = now): Promise<Self> {
  const token = await openSession(who.actor.personId, DEVICE, at);
  const signedIn = (await readSession(token, at))!;
  return { ...signedIn, device: DEVICE, now: at, token };
}

export const codeAt = (key: string, at: Date) => generateSync({ secret: key, epoch: at.getTime() / 1000 });

/** Returns the key, the recovery codes and the session. */
export async function withTotp(role: "editor" | "viewer" | "owner" = "editor") {
  const member = await makeMember(ctx, role);
  const self = await selfOf(member);
  valueOf(await beginTotp(self, { password: "", next: "/" }));
  const key = readTotpKey((await findFactors(self.person.id)).pending!);
  const { codes, token } = valueOf(await confirmTotp(self, { code: codeAt(key, now) }));
  return { member, self: { ...self, token }, key, codes: codes! };
}

export const refusalOf = (outcome: Outcome<unknown>) =>
  outcome.ok
    ? "done"
    : outcome.refusal.kind === "invalid"
      ? outcome.refusal.issues[0]!.key
      : outcome.refusal.kind;

export async function eventsOf(personId: string): Promise<string[]> {
  const { rows } = await owner.query<{ event: string }>(
    "SELECT event FROM journal_text WHERE subject_id = $1 AND noun = 'account' ORDER BY seq",
    [personId],
  );
  return rows.map(({ event }) => event);
}

export async function lettersTo(email: string): Promise<string[]> {
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ctx.scope.org,
  ]);
  const { rows } = await owner.query<{ template: string }>(
    "SELECT template FROM outbox_mail WHERE to_address = $1 ORDER BY created_at, id",
    [email],
  );
  return rows.map(({ template }) => template);
}
