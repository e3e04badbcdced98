// @module-tag multiplies
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { required } from "@/lib/domain/invariant/required";
import { DOSSIER_SECTIONS, type DossierSection } from "@/lib/domain/nouns/dossier-sections";
import { todayIn } from "@/lib/domain/time/zones";
import { findParts } from "@/lib/features/audit/read/queries";
import { collectDossier } from "@/lib/features/dossier/read/collect";
import { loadDossierWords } from "@/lib/features/dossier/write/make";
import { withOrg } from "@/lib/platform/database/transaction";
import { whileMoved } from "@/lib/platform/journal/moved-rows.fixture";
import { makeContractInForce } from "@/prisma/factories/contract";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { openDatabase } from "@/scripts/test/open-database";
import { makeWhole, verifyZip } from "./dossier.fixture";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });

beforeAll(async () => {
  await fillEvidence(ctx);
  const { id: controllerId } = await makeController(ctx);
  await makeRunningBreach(ctx, { controllerId });
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
}, 240_000);
afterAll(() => owner.end());

/** Lines of one section that a dossier of every client says not to agree with the journal. */
async function disputedIn(section: DossierSection): Promise<readonly string[]> {
  const words = await loadDossierWords("fr");
  // Shows what was recorded since the organisation was made.
  const now = new Date(Date.now() + 60_000);
  const dossier = {
    audience: "auditor" as const,
    controllerIds: [],
    sections: [section],
    asOf: todayIn("Africa/Casablanca", now.getTime()),
    requestedByName: "Inès",
  };
  const collected = await withOrg(ctx.scope, (tx) =>
    collectDossier(tx, { ...ctx, now }, { dossier, asOf: null, words }),
  );
  await collected.close();
  return section === "register"
    ? collected.disputedRecords
    : required(collected.sections[0], section).disputed;
}

const EVERY = DOSSIER_SECTIONS.flatMap(({ section, rows }) => rows.map((row) => ({ section, ...row })));

it("is declared by every section but the journal, whose own chain says it", () => {
  const bare = DOSSIER_SECTIONS.filter(({ rows }) => rows.length === 0).map(({ section }) => section);
  expect(bare).toEqual(["journal"]);
});

describe.each(EVERY)(
  "a dossier's section $section, which is made of $table",
  ({ section, table, column }) => {
    it("names the line that does not agree with the journal once a row was changed", async () => {
      const { rows } = await owner.query<{ id: string }>(
        `SELECT DISTINCT "${column}" AS id FROM ${table} LIMIT 20`,
      );
      expect(await disputedIn(section)).toEqual([]);
      const named: string[] = [];
      for (const { id } of rows)
        named.push(...(await whileMoved(owner, { table, column, id }, () => disputedIn(section))));
      expect(named).not.toEqual([]);
      expect(named.filter((name) => /^[0-9a-f-]{36}$/.test(name))).toEqual([]);
    });
  },
);

describe("a contract that was changed without an entry", () => {
  let own: MadeOrganisation;
  let contractId: string;

  beforeAll(async () => {
    own = await makeOrganisation(database.ownerUrl);
    ({ id: contractId } = await makeContractInForce(own));
  });

  const whileChanged = <T>(see: () => Promise<T>) =>
    whileMoved(owner, { table: "contract", column: "id", id: contractId }, see);
  const told = async () =>
    (await owner.query("SELECT 1 FROM outbox_mail WHERE template = 'journal-disputed'")).rowCount ?? 0;

  it("is named by the dossier's own verifier and told to owner and DPO", async () => {
    const before = await told();
    const { row, zip } = await whileChanged(() => makeWhole(own, { sections: ["clauses"] }));
    const { status, out } = verifyZip(zip, "--key", row.keyFingerprint);
    expect(out).toMatch(/FAIL {2}disputed {2}clauses {2}does not agree with the journal: .+/);
    expect(status).toBe(1);
    expect(await told()).toBeGreaterThan(before);
  }, 120_000);

  it("is named to an auditor whose grant was collected meanwhile", async () => {
    const grant = await whileChanged(() => makeGrant(own, { sections: ["clauses"] }));
    const parts = await withOrg(grant.scope, (tx) => findParts(tx, grant.actor.grantId));
    expect(parts).toMatchObject([{ section: "clauses", disputed: [expect.any(String)] }]);
  });

  it("leaves a dossier that agrees as it is", async () => {
    const { row, zip } = await makeWhole(own, { sections: ["clauses"] });
    const { status, out } = verifyZip(zip, "--key", row.keyFingerprint);
    expect(out).toContain("ok    every line agreed with the journal when the dossier was made");
    expect(status).toBe(0);
  }, 120_000);
});
