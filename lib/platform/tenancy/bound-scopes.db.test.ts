import { Client } from "pg";
import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { authClient } from "@/lib/platform/database/clients";
import { hashInHex, newToken } from "@/lib/platform/secrets/token";
import { makeContact, portalSettings } from "@/prisma/factories/contact";
import { makeGrant, type MadeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

type Settings = Record<string, string>;

/** Counts what somebody reads who holds the password of a role and chooses every setting. */
async function read(url: string, settings: Settings, sql: string, path?: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (path) await client.query(`SET search_path TO ${path}`);
    for (const [name, value] of Object.entries(settings))
      await client.query("SELECT set_config($1, $2, false)", [`app.${name}`, value]);
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Two controllers, each with an entry and a contact. */
async function makeTwo() {
  const [own, other] = [await makeController(ctx), await makeController(ctx)];
  for (const { id } of [own, other]) await makeActiveRecord(ctx, { controllerId: id });
  const [contact, neighbour] = [
    await makeContact(ctx, { controllerId: own.id }),
    await makeContact(ctx, { controllerId: other.id }),
  ];
  return { own, other, contact, neighbour, settings: portalSettings(contact.scope) };
}

const SEEN = "SELECT 1 FROM portal.processing_record";
const inPortal = (settings: Settings, sql = SEEN) => read(database.portalUrl, settings, sql);

it("opens the portal of a live session's own contact", async () => {
  expect(await inPortal((await makeTwo()).settings)).toBe(1);
});

it("opens to the portal's role no other controller, organisation or person, whatever it sets", async () => {
  const { own, other, settings, neighbour } = await makeTwo();
  const foreign = await makeOrganisation(database.ownerUrl);
  const forgeries: Settings[] = [
    { session: "" },
    { session: hashInHex(newToken()) },
    { session: "", person: neighbour.actor.personId, listing: "on", backup: "on", binding: "on" },
    { controller: other.id },
    { controllers: `{${own.id},${other.id}}` },
    { controller: other.id, controllers: `{${own.id}}` },
    { org: foreign.scope.org },
    { org: "" },
  ];
  for (const forged of forgeries)
    for (const sql of [SEEN, "SELECT 1 FROM portal.organisation", "SELECT 1 FROM portal.controller_contact"])
      expect(await inPortal({ ...settings, ...forged }, sql), `${JSON.stringify(forged)} ${sql}`).toBe(0);
});

it("is bound to nothing by the search path that marks the finding of a session", async () => {
  const { settings } = await makeTwo();
  for (const sql of [SEEN, "SELECT 1 FROM portal.controller_contact", "SELECT 1 FROM portal.contract"])
    expect(await read(database.portalUrl, settings, sql, "portal, public, app_binding, pg_temp")).toBe(0);
});

it("shuts with the session, the contact's line and the account", async () => {
  const shut = [
    (id: string) => authClient().session.update({ where: { id }, data: { revokedAt: new Date() } }),
    (id: string) => authClient().session.update({ where: { id }, data: { expiresAt: new Date(0) } }),
  ];
  for (const by of shut) {
    const { contact, settings } = await makeTwo();
    await by(contact.sessionId);
    expect(await inPortal(settings)).toBe(0);
  }
  const ended = await makeTwo();
  await withOrg(ctx.scope, (tx) =>
    tx.controllerContact.updateMany({
      where: { id: ended.contact.actor.contactId },
      data: { endedAt: new Date(), endedByName: ctx.actor.name, endReason: "parti" },
    }),
  );
  expect(await inPortal(ended.settings)).toBe(0);
  const disabled = await makeTwo();
  const who = { id: disabled.contact.actor.personId };
  await authClient().person.update({ where: who, data: { disabledAt: new Date() } });
  expect(await inPortal(disabled.settings)).toBe(0);
});

it("opens to the auditors' role the grant of a live session's own person, and no other grant", async () => {
  const [own, other] = [
    await makeGrant(ctx, { sections: ["register"] }),
    await makeGrant(ctx, { sections: ["register"] }),
  ];
  const of = (grant: MadeGrant, session: string): Settings => ({
    org: ctx.scope.org,
    grant: grant.actor.grantId,
    session,
  });
  const sessionOf = ({ scope }: MadeGrant) => scope.sessionHash ?? "";
  const collected = (settings: Settings) =>
    read(database.auditorUrl, settings, "SELECT 1 FROM audit_section");
  expect(await collected(of(own, sessionOf(own)))).toBeGreaterThan(0);
  for (const session of ["", hashInHex(newToken()), sessionOf(other)])
    expect(await collected(of(own, session))).toBe(0);
});
