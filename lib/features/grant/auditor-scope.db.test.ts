import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { readSession } from "@/lib/platform/request/session-store";
import { makeGrant, type MadeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { recordAuditView } from "@/lib/platform/access/access-log";
import {
  prepareGrants,
  database,
  ctx,
  own,
  other,
  later,
  chosen,
  whole,
  within,
  asAuditor,
  everything,
  isGiven,
  dossierOf,
} from "./grant.fixture";

prepareGrants();

/** Moves the term of a grant, as time would. */
async function setTerm({ actor }: MadeGrant, changes: string) {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ctx.scope.org,
  ]);
  await owner.query(`UPDATE audit_grant SET ${changes} WHERE id = $1`, [actor.grantId]);
  await owner.end();
}

describe("raw SQL in an auditor's scope", () => {
  it("reads what the grant covers: of a controller that was chosen, and of no other", async () => {
    const read = await everything(database.auditorUrl, within(chosen));
    expect(read.includes(own.name)).toBe(true);
    expect(read.includes(other.name)).toBe(false);
    expect(read.includes(ctx.email)).toBe(false);
  });

  it("reads nothing later than what was collected", async () => {
    const read = await everything(database.auditorUrl, within(whole));
    expect(read.includes(other.name)).toBe(true);
    // The name alone of a later controller is listed, for a grant of every one; nothing of it is.
    expect(read.split(later).length - 1).toBeLessThanOrEqual(1);
    expect(read.includes(`Appels de ${later}`)).toBe(false);
  });

  it("reads the sections of the grant alone", async () => {
    const sections = (grant: MadeGrant) =>
      asAuditor(grant, "SELECT DISTINCT section FROM audit_row ORDER BY 1");
    expect(await sections(chosen)).toEqual([
      { section: "clauses" },
      { section: "journal" },
      { section: "register" },
    ]);
    await setTerm(chosen, "sections = '{register}'");
    expect(await sections(chosen)).toEqual([{ section: "register" }]);
    await setTerm(chosen, "sections = '{register,clauses,breaches,journal}'");
  });

  it("comes by no setting to more: another scope, another organisation, another grant, a person", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    for (const stated of [
      { scope: "staff", person: ctx.actor.personId, listing: "on", backup: "on" },
      { scope: "portal", controller: other.id, controllers: `{${other.id}}` },
      { scope: "platform" },
    ]) {
      const read = await everything(database.auditorUrl, within(chosen, stated));
      expect(read.includes(other.name), JSON.stringify(stated)).toBe(false);
    }
    expect(
      (await everything(database.auditorUrl, within(chosen, { org: foreign.scope.org }))).includes(own.name),
    ).toBe(false);
    for (const stated of [{ grant: "" }, { grant: own.id }, { org: "" }])
      expect(await asAuditor(chosen, "SELECT 1 FROM audit_row", stated), JSON.stringify(stated)).toEqual([]);
  });

  it("reaches no table of the register, no search, no journal, and no other role's functions", async () => {
    for (const sql of [
      ...[
        "processing_record",
        "record_version",
        "contract",
        "journal_text",
        "breach",
        "member",
        "person",
      ].map((table) => `SELECT 1 FROM ${table}`),
      `SELECT search_ids('processing-record', '[{"typed":"appels","any":["%appels%"],"all":[],"whole":"% appels %","start":"% appels%","isInTexts":true,"codes":[]}]', NULL)`,
      "SELECT address FROM organisation",
      "SELECT email FROM audit_grant",
      "SELECT reasons FROM audit_grant",
      "SELECT * FROM audits_due(now(), 5)",
      "SELECT dossier_clear(gen_random_uuid())",
      "SELECT * FROM session_open('x')",
      "SELECT 1 FROM portal.contract",
    ])
      expect(await asAuditor(whole, sql), sql).toBe("42501");
  });

  it("changes nothing", async () => {
    for (const sql of [
      "UPDATE audit_grant SET ends_at = now() + interval '1 year'",
      "UPDATE audit_row SET cells = '{}'",
      "DELETE FROM audit_row",
      "INSERT INTO audit_row SELECT * FROM audit_row LIMIT 1",
      "UPDATE dossier SET state = 'queued'",
      "DELETE FROM access_look",
    ])
      expect(await asAuditor(whole, sql), sql).toBe("42501");
  });

  it("opens nothing to the console's role, nor to those of portal and sign-in", async () => {
    for (const url of [database.appUrl, database.portalUrl, database.authUrl]) {
      const read = await everything(url, within(whole));
      expect(read.includes(own.name), url).toBe(false);
    }
  });

  it.each([
    ["before it begins", "starts_at = now() + interval '1 hour', ends_at = now() + interval '2 hours'"],
    ["at the instant of its end", "starts_at = now() - interval '2 hours', ends_at = clock_timestamp()"],
    ["once it is revoked", "revoked_at = now(), revoke_reason = 'x'"],
  ])("reads nothing %s", async (_, changes) => {
    const grant = await makeGrant(ctx, { controllerIds: [own.id], sections: ["register"] });
    expect(await asAuditor(grant, "SELECT 1 FROM audit_row")).not.toEqual([]);
    await setTerm(grant, changes);
    expect((await everything(database.auditorUrl, within(grant))).includes(own.name)).toBe(false);
    expect(await readSession(grant.token, new Date())).toMatchObject({ audits: [] });
    await expect(recordAuditView(grant, "Registre")).rejects.toThrow();
    expect(await isGiven(requestDossier(grant, dossierOf([own.id], ["register"])))).toBe(false);
  });
});
