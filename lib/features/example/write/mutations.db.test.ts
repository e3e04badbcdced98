import { authorisationListSchema } from "@/lib/domain/authorisation/list";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { readFindings, type StoredFindings } from "@/lib/features/call-log/read/queries";
import { judgeAs } from "@/prisma/factories/call-log";
import { makeContract } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { beginEnd } from "@/lib/features/contract-end/write/mutations";
import { createRecord } from "@/lib/features/processing-record/write/mutations";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { PLANNING, SPEECH } from "@/lib/features/example/content/parts";
import { clearExample, fillExample } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const personCounts = async (tx: Tx) => ({
  scripts: await tx.callScript.count(),
  scriptRequests: await tx.callScriptRequest.count(),
  campaigns: await tx.campaign.count(),
  logs: await tx.callLog.count(),
  calls: (await tx.callLogPart.aggregate({ _sum: { calls: true } }))._sum.calls ?? 0,
  namedCalls: await tx.loggedCall.count(),
  judgements: await tx.callLogJudgement.count(),
  collections: await tx.consentCollection.count(),
  consentFiles: await tx.consentFile.count(),
  choices: await tx.choice.count(),
  consultations: await tx.consultation.count(),
  consulted: await tx.consultationPerson.count(),
  requests: await tx.rightsRequest.count(),
  requestFacts: await tx.rightsRequestFact.count(),
});
const counts = (ctx: MadeOrganisation) =>
  withOrg(ctx.scope, async (tx) => ({
    records: await tx.processingRecord.count(),
    versions: await tx.recordVersion.count(),
    facts: await tx.recordStateFact.count(),
    controllers: await tx.controller.count(),
    controllerVersions: await tx.controllerVersion.count(),
    measures: await tx.measure.count(),
    measureVersions: await tx.measureVersion.count(),
    contracts: await tx.contract.count(),
    contractVersions: await tx.contractVersion.count(),
    instructors: await tx.contractInstructor.count(),
    transfers: await tx.transfer.count(),
    transferVersions: await tx.transferVersion.count(),
    subProcessors: await tx.subProcessor.count(),
    authorisations: await tx.authorisation.count(),
    dpoWork: await tx.dpoWork.count(),
    dpoWorkFacts: await tx.dpoWorkFact.count(),
    subProcessorVersions: await tx.subProcessorVersion.count(),
    ...(await personCounts(tx)),
    marked: await tx.exampleRow.count(),
  }));
const lastEvent = async (ctx: MadeOrganisation) => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!) as { event: string; after: unknown };
};
const NOTHING = {
  records: 0,
  versions: 0,
  facts: 0,
  controllers: 0,
  controllerVersions: 0,
  measures: 0,
  measureVersions: 0,
  contracts: 0,
  contractVersions: 0,
  instructors: 0,
  transfers: 0,
  transferVersions: 0,
  subProcessors: 0,
  authorisations: 0,
  dpoWork: 0,
  dpoWorkFacts: 0,
  subProcessorVersions: 0,
  scripts: 0,
  scriptRequests: 0,
  campaigns: 0,
  logs: 0,
  calls: 0,
  namedCalls: 0,
  judgements: 0,
  collections: 0,
  consentFiles: 0,
  choices: 0,
  consultations: 0,
  consulted: 0,
  requests: 0,
  requestFacts: 0,
  marked: 0,
};

const judgementOf = async (ctx: MadeOrganisation) => {
  const { findings } = await withOrg(ctx.scope, (tx) => tx.callLogJudgement.findFirstOrThrow());
  const { groups } = readFindings(findings as StoredFindings);
  return { findings: groups.map(({ rule, verdict, calls }) => ({ rule, verdict, calls })) };
};
/** Finds that the example's log breaks: no consent, hours, and a number that was not shown. */
const BROKEN = [
  { rule: "T9", verdict: "broken", calls: 1 },
  { rule: "T5b", verdict: "broken", calls: 1 },
  { rule: "T4", verdict: "broken", calls: 1 },
];

describe("the example", () => {
  it("comes and goes whole, and the journal says both", async () => {
    const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
    const filled = valueOf(await fillExample(ctx));
    expect(filled).toMatchObject({
      controllers: 9,
      records: 45,
      contracts: 6,
      transfers: 10,
      subProcessors: 8,
      authorisations: 33,
      dpoWork: 11,
      campaigns: 1,
      callLogs: 1,
      choices: 12,
      consultations: 1,
      rightsRequests: 2,
    });
    expect(await lastEvent(ctx)).toMatchObject({ event: "example.filled", after: filled });
    expect(await counts(ctx)).toMatchObject({
      records: 45,
      versions: 45,
      controllers: 9,
      marked: 89 + 25 + filled.authorisations + filled.measures + filled.instructions,
      consulted: 4,
      requests: 2,
      requestFacts: 2,
      calls: 10,
      judgements: 0,
    });
    const log = await withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow());
    expect(await judgeAs(ctx, log.id)).toBe("judged");
    expect((await judgementOf(ctx)).findings).toEqual(expect.arrayContaining(BROKEN));

    expect(valueOf(await clearExample(ctx))).toEqual({ ...filled, kept: 0 });
    expect(await lastEvent(ctx)).toMatchObject({ event: "example.cleared", after: { records: 45 } });
    expect(await counts(ctx)).toEqual(NOTHING);
    expect(await clearExample(ctx)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
  });

  it("shows which of its entries use a sub-processor that their client never authorised", async () => {
    registerFollowers();
    const ctx = await makeOrganisation(database.ownerUrl);
    valueOf(await fillExample(ctx));
    const found = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findMany({
        where: { capacity: "processor", subProcessorIds: { isEmpty: false } },
        select: { gapCodes: true, content: true },
      }),
    );
    const unauthorised = found.filter(({ gapCodes }) => gapCodes.includes("SUB-28-2"));
    // The planning provider has no contract under article 28(4); the listening provider was refused.
    const named = recordContentSchema.array().parse(unauthorised.map(({ content }) => content));
    expect(named).toHaveLength(10);
    const open = new Set([PLANNING.name, SPEECH.name]);
    expect(named.every(({ subProcessors }) => subProcessors.some(({ name }) => open.has(name)))).toBe(true);
  });

  it("says in each request what its client decides on: data, tools with their days, what is missing", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    valueOf(await fillExample(other));
    const asked = await withOrg(other.scope, async (tx) =>
      (await tx.authorisation.findMany({ select: { list: true } })).map(({ list }) =>
        authorisationListSchema.parse(list).entries.find(({ isAsked }) => isAsked)!,
      ),
    );
    expect(asked.every(({ data, tools, missing }) => data !== undefined && tools && missing)).toBe(true);
    // The planning provider's data are unknown, and must be reported as unknown.
    expect(new Set(asked.filter(({ data }) => data === "").map(({ name }) => name)).size).toBe(1);
    const dated = asked.flatMap(({ tools = [] }) => tools).filter(({ signedOn }) => signedOn !== null);
    expect(dated.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ missing = [] }) => missing.length > 0))).toEqual(new Set([true, false]));
  });

  it("comes once", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    valueOf(await fillExample(ctx));
    expect(await fillExample(ctx)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ key: "exampleAlready" }] },
    });
    expect((await counts(ctx)).records).toBe(45);
  });

  it("takes nothing that people added, nor what theirs rests on", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    const before = await makeRecord(ctx, { activity: "Appels entrants de notre premier client" });
    valueOf(await fillExample(ctx));
    const { controllerId } = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findFirstOrThrow({ where: { reference: "T-002" } }),
    );
    const added = valueOf(
      await createRecord(ctx, { controllerId: controllerId!, activity: "Saisie de bons", operations: [] }),
    );
    const client = await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirstOrThrow({ where: { legalName: "Réseau Hertzia SAS" } }),
    );
    await makeContract(ctx, { controllerId: client.id });
    expect(valueOf(await clearExample(ctx))).toMatchObject({
      records: 45,
      controllers: 7,
      contracts: 6,
      kept: 2,
    });
    const left = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findMany({ orderBy: { reference: "asc" }, select: { id: true } }),
    );
    expect(left.map(({ id }) => id)).toEqual([before.id, added.id]);
    expect(await counts(ctx)).toMatchObject({ controllers: 3, versions: 2, contracts: 1, marked: 0 });
  });

  it("keeps the client and the entry that an instruction of theirs names", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    valueOf(await fillExample(ctx));
    const { id, controllerId } = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findFirstOrThrow({ where: { reference: "T-002" } }),
    );
    const instruction = await makeInstruction(ctx, { controllerId, recordIds: [id] });
    valueOf(await clearExample(ctx));
    const left = await withOrg(ctx.scope, (tx) => tx.processingRecord.findMany({ select: { id: true } }));
    expect(left).toEqual([{ id }]);
    expect(await counts(ctx)).toMatchObject({ records: 1, controllers: 1 });
    expect(instruction.recordIds).toEqual([id]);
  });

  it("keeps the contract and the entry whose end somebody began", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    valueOf(await fillExample(ctx));
    const { contract, record } = await withOrg(ctx.scope, async (tx) => {
      const contract = await tx.contract.findFirstOrThrow({ where: { state: "in-force" } });
      const { controllerId } = contract;
      return { contract, record: await tx.processingRecord.findFirstOrThrow({ where: { controllerId } }) };
    });
    valueOf(await beginEnd(ctx, { contractId: contract.id, recordIds: [record.id] }));
    valueOf(await clearExample(ctx));
    expect(await counts(ctx)).toMatchObject({ records: 1, controllers: 1, contracts: 1 });
  });

  it("keeps the client whose data a transfer of theirs carries", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    valueOf(await fillExample(ctx));
    const client = await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirstOrThrow({ where: { legalName: "Réseau Hertzia SAS" } }),
    );
    await makeTransfer(ctx, { controllerId: client.id });
    expect(valueOf(await clearExample(ctx))).toMatchObject({ controllers: 8, transfers: 10, kept: 1 });
    expect(await counts(ctx)).toMatchObject({ controllers: 1, transfers: 1 });
  });

  it("is the owner's to take away, and reaches no other organisation", async () => {
    const [ctx, other] = [
      await makeOrganisation(database.ownerUrl),
      await makeOrganisation(database.ownerUrl),
    ];
    valueOf(await fillExample(ctx));
    valueOf(await fillExample(other));
    for (const role of ["dpo", "editor", "viewer"] as const) {
      expect(await clearExample(as(ctx, role))).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
      expect(await fillExample(as(ctx, role))).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    }
    valueOf(await clearExample(ctx));
    expect((await counts(other)).records).toBe(45);
    await expect(
      withOrg(ctx.scope, (tx) => tx.$queryRaw`SELECT * FROM example_clear(${other.scope.org}::uuid)`),
    ).rejects.toThrow();
    expect((await counts(other)).records).toBe(45);
  });

  it("leaves the application no right to delete", async () => {
    const { rows } = await owner.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.role_table_grants
       WHERE grantee = 'amana_app' AND privilege_type = 'DELETE' AND table_schema = 'public'`,
    );
    expect(rows).toEqual([]);
  });
});
