import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { itemAt } from "@/lib/domain/invariant/required";
import { fillExample } from "@/lib/features/example/write/mutations";
import { inviteMember } from "@/lib/features/member/write/invitations";
import { inviteSchema } from "@/lib/features/member/schema";
import { changeLogo, saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { setUp } from "@/lib/features/setup/write/mutations";
import { setupSchema } from "@/lib/features/setup/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { withConnection } from "@/lib/platform/database/connection";
import { assumeEnvironment, ConfigurationError, env } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import { hashPassword } from "@/lib/platform/secrets/password";
import { readOrCreatePrivateFile } from "@/lib/platform/environment/private-file";
import { mintScope } from "@/lib/platform/database/scope";
import { issueSetupToken } from "@/lib/platform/secrets/setup-token";
import { withAuth } from "@/lib/platform/database/transaction";
import type { ReadyDatabase } from "../start/database";
import { fillBreaches } from "./fill-breaches";
import { fillPortal } from "./fill-portal";
import { DEMO_MEMBERS, DEMO_SECTIONS, DEMO_SETUP } from "./organisation-of-demo";
import { DEMO_CONTACTS } from "./portal-of-demo";
import { valueOf } from "./value-of";

type DemoDatabase = Pick<
  ReadyDatabase,
  "ownerUrl" | "appUrl" | "authUrl" | "portalUrl" | "auditorUrl" | "publicUrl" | "secret"
>;

/**
 * Makes the example organisation in an empty database, once, and returns what is printed at every start: who may sign
 * in, and with which passphrase, kept in the data folder (0600).
 */
export async function fillDemo({
  ownerUrl,
  appUrl,
  authUrl,
  portalUrl,
  auditorUrl,
  publicUrl,
  secret,
}: DemoDatabase): Promise<string[]> {
  assumeEnvironment({
    DATABASE_APP_URL: appUrl,
    DATABASE_AUTH_URL: authUrl,
    DATABASE_PORTAL_URL: portalUrl,
    DATABASE_AUDITOR_URL: auditorUrl,
    DATABASE_PUBLIC_URL: publicUrl,
    AMANA_SECRET: secret,
  });
  const passphrase = readOrCreatePrivateFile(
    join(env().AMANA_DATA_DIR, "demo-passphrase"),
    makePassphrase,
  ).trim();
  const filled = join(env().AMANA_DATA_DIR, "demo-filled");
  try {
    const token = await issueSetupToken(ownerUrl);
    if (token) {
      await makeOrganisation(ownerUrl, token, passphrase);
      readOrCreatePrivateFile(filled, () => new Date().toISOString());
    } else if (!existsSync(filled)) throw new ConfigurationError(interrupted(env().AMANA_DATA_DIR));
  } finally {
    await closeClients();
  }
  const people = [DEMO_SETUP.personEmail, ...DEMO_MEMBERS.map(({ email }) => email)];
  const contacts = DEMO_CONTACTS.filter(({ hasComeIn }) => hasComeIn).map(({ email }) => email);
  return [
    `Sign in as ${people.join(", ")},`,
    `or as a client, to its portal, as ${contacts.join(", ")},`,
    `with the passphrase: ${passphrase}`,
  ];
}

function interrupted(folder: string): string {
  return `The example in ${folder} was interrupted while it was made: remove that folder and start again.`;
}

async function makeOrganisation(ownerUrl: string, token: string, password: string): Promise<void> {
  const now = new Date();
  valueOf(await setUp(setupSchema.parse({ ...DEMO_SETUP, token, password }), now));
  const ctx = await ownerContext(ownerUrl, now);
  valueOf(await fillExample(ctx));
  let version = 1;
  for (const section of DEMO_SECTIONS)
    version = valueOf(
      await saveOrganisationSection(ctx, sectionSaveSchema.parse({ ...section, version })),
    ).version;
  const bytes = readFileSync(join(import.meta.dirname, "logo.png"));
  valueOf(await changeLogo(ctx, { seen: "", file: { fileName: "zellij.png", bytes } }));
  const passwordHash = await hashPassword(password);
  for (const member of DEMO_MEMBERS) await addMember(ctx, member, passwordHash);
  const invitation = { email: "nadia@zellij.example", name: "Nadia El Fassi", role: "editor", locale: "fr" };
  valueOf(await inviteMember(ctx, inviteSchema.parse(invitation)));
  await fillPortal(ctx, passwordHash);
  await fillBreaches(ctx);
}

async function addMember(
  ctx: StaffCtx,
  { role, name, email }: (typeof DEMO_MEMBERS)[number],
  passwordHash: string,
): Promise<void> {
  const personId = newId(ctx.now);
  await withAuth({ org: ctx.scope.org, scope: "staff" }, async (tx) => {
    await tx.person.create({ data: { id: personId, email, name, passwordHash, createdAt: ctx.now } });
    await tx.member.create({
      data: { id: newId(ctx.now), orgId: ctx.scope.org, personId, role, name, email, joinedAt: ctx.now },
    });
  });
}

function ownerContext(ownerUrl: string, now: Date): Promise<StaffCtx> {
  return withConnection(ownerUrl, async (owner) => {
    const organisations = await owner.query<{ id: string }>("SELECT id FROM organisation");
    const org = itemAt(organisations.rows, 0).id;
    await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
      org,
    ]);
    const members = await owner.query<{ id: string; person_id: string; name: string }>(
      "SELECT id, person_id, name FROM member",
    );
    const { id, person_id: personId, name } = itemAt(members.rows, 0);
    const actor = { kind: "staff", personId, memberId: id, orgId: org, role: "owner", name } as const;
    return { actor, scope: mintScope({ org, scope: "staff" }), now };
  });
}

/** Five groups of four letters and figures that are told apart by eye: 100 bits. */
function makePassphrase(): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789z";
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte % 32]);
  return Array.from({ length: 5 }, (_, at) => letters.slice(at * 4, at * 4 + 4).join("")).join("-");
}
