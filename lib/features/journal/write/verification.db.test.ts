import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { composeLetter } from "@/lib/i18n/letter";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { verifyRows } from "./verification";

const database = await openDatabase();

const verify = (ctx: MadeOrganisation, days = 0) =>
  verifyRows(
    jobContext("journal-verification", ctx.scope.org, new Date(ctx.now.getTime() + days * 86_400_000)),
  );
const lettersOf = (ctx: MadeOrganisation) =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({ where: { template: "journal-disputed" }, orderBy: { createdAt: "asc" } }),
  );

/** Changes rows as the owner of the database does, with every trigger off. */
async function tamper(table: string, sql: string): Promise<number> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    const { rowCount } = await owner.query(sql);
    await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    return rowCount ?? 0;
  } finally {
    await owner.end();
  }
}

describe("the rows of an organisation", () => {
  it("agree with the journal whatever was done with them: every table holds some, and nobody is told; those that never change are compared too", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    await fillEvidence(ctx);
    expect(valueOf(await verify(ctx))).toEqual({});
    expect(await lettersOf(ctx)).toEqual([]);
    const changed = await tamper(
      "decision_certificate",
      `UPDATE decision_certificate SET digest = repeat('0', 64) WHERE org_id = '${ctx.scope.org}'`,
    );
    expect(changed).toBeGreaterThan(0);
    expect(valueOf(await verify(ctx))).toEqual({ decision_certificate: changed });
  });

  it("that somebody changed are told to owner and DPO, once a day while they do not agree", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    await makeMember(ctx, "dpo");
    await makeMember(ctx, "editor");
    await makeRecord(ctx);
    const other = await makeOrganisation(database.ownerUrl);
    await makeRecord(other);
    const changed = await tamper(
      "processing_record",
      `UPDATE processing_record SET reference = reference || '9' WHERE org_id = '${ctx.scope.org}'`,
    );
    expect(valueOf(await verify(ctx))).toEqual({ processing_record: changed });
    valueOf(await verify(ctx));
    expect(await lettersOf(ctx)).toHaveLength(2);
    valueOf(await verify(ctx, 1));
    const letters = await lettersOf(ctx);
    expect(letters).toHaveLength(4);
    expect(valueOf(await verify(other))).toEqual({});
    const [letter] = letters;
    const { subject, paragraphs } = await composeLetter({
      template: letter!.template,
      locale: "fr",
      params: letter!.params as Record<string, string>,
      secrets: null,
      organisation: null,
    });
    expect(subject).toContain("1 ligne");
    expect(paragraphs.join(" ")).toContain("une fiche du registre (1)");
    const events = await withOrg(ctx.scope, (tx) =>
      tx.journalText.count({ where: { event: "journal.disputed" } }),
    );
    expect(events).toBe(3);
  });
});
