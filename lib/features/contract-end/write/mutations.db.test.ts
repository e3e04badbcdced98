import { describe, expect, it } from "vitest";
import { findContract } from "@/lib/features/contract/read/queries";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContract, makeContractInForce } from "@/prisma/factories/contract";
import { answer, makeEnd, completeEnd } from "@/prisma/factories/contract-end";
import { as } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { findFacts } from "@/lib/features/contract-end/read/queries";
import { addLine, beginEnd, replanLines } from "./mutations";
import {
  ctx,
  foreign,
  refusedFor,
  lineOf,
  say,
  close,
  lastEntry,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();
const answerAdditional = async (recordId: string, stated: Record<string, unknown>) => {
  const { version } = (await withOrg(ctx.scope, (tx) => findRecord(tx, recordId)))!;
  const input = sectionSaveSchema.parse({ id: recordId, version, section: "additional", ...stated });
  return valueOf(await saveRecordSection(ctx, input));
};

describe("beginEnd", () => {
  it("draws its lines from the entries that it concerns, and says so in the journal", async () => {
    const contract = await makeContractInForce(ctx);
    const { controllerId } = contract;
    const [one, other] = [await makeRecord(ctx, { controllerId }), await makeRecord(ctx, { controllerId })];
    await answerAdditional(one.id, { tools: "HubSpot\nGenesys", subProcessorsAnswer: "no" });
    const run = valueOf(await beginEnd(ctx, { contractId: contract.id, recordIds: [one.id] }));
    expect(run.lines.map(({ kind, title }) => [kind, title])).toEqual([
      ["choice", ""],
      ["system", "HubSpot"],
      ["system", "Genesys"],
      ["backup", "HubSpot"],
      ["backup", "Genesys"],
      ["retention", ""],
    ]);
    expect(run).toMatchObject({ state: "open", recordIds: [one.id], version: 1 });
    expect(await lastEntry()).toMatchObject({
      event: "contract-end.begun",
      subject: { id: run.id, label: expect.stringContaining(contract.reference) },
      after: { recordIds: [one.id] },
    });
    expect(other.state).toBe("draft");
  });

  it("ends nothing that never bound anybody, nothing twice, and no entry of another controller", async () => {
    const draft = await makeContract(ctx);
    expect(await beginEnd(ctx, { contractId: draft.id, recordIds: [] })).toMatchObject(
      refusedFor("", "contract-end.neverBound"),
    );
    const run = await makeEnd(ctx);
    const again = { contractId: run.contractId, recordIds: [] };
    expect(await beginEnd(ctx, again)).toMatchObject(refusedFor("", "contract-end.begunAlready"));
    const contract = await makeContractInForce(ctx);
    const elsewhere = await makeRecord(ctx);
    expect(await beginEnd(ctx, { contractId: contract.id, recordIds: [elsewhere.id] })).toMatchObject(
      refusedFor("recordIds", "contract-end.recordsElsewhere"),
    );
  });

  it("is a steward's, and of one's own organisation", async () => {
    const contract = await makeContractInForce(ctx);
    const input = { contractId: contract.id, recordIds: [] };
    for (const role of ["editor", "viewer"] as const)
      expect(await beginEnd(as(ctx, role), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await beginEnd(foreign, input)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("answerLine", () => {
  it("keeps the answer with its evidence, its fact and its entry", async () => {
    const run = await makeEnd(ctx);
    const system = await answer(ctx, lineOf(run, "system"), "deleted", { note: "DROP puis contrôle" });
    expect(system).toMatchObject({ state: "settled", answer: "deleted", version: 2 });
    const stated = { on: "2026-11-20", by: "Salma Idrissi", note: "DROP puis contrôle" };
    expect(system.evidence).toEqual({ ...stated, name: "Base clients Orvelle" });
    const [fact] = await withOrg(ctx.scope, (tx) => findFacts(tx, { contractEndId: run.id }));
    expect(fact).toMatchObject({ lineId: system.id, version: 2, event: "deleted", fields: system.evidence });
    expect(await lastEntry()).toMatchObject({
      event: "contract-end.answered",
      before: { state: "open" },
      after: { line: system.key, state: "settled", answer: "deleted", by: "Salma Idrissi" },
    });
  });

  it("wants the writing itself beside a choice and an attestation", async () => {
    const run = await makeEnd(ctx);
    const choice = lineOf(run, "choice");
    const stated = { answer: "chose-deletion", on: "2026-11-20", by: "Hélène Marchetti", means: "letter" };
    expect(await say(choice, stated)).toMatchObject(refusedFor("document", "contract-end.documentMissing"));
    await makeDocument(ctx, { noun: "contract-end-line", subjectId: choice.id });
    expect(valueOf(await say(choice, stated))).toMatchObject({ state: "settled" });
  });

  it("leaves a backup open until its purge has passed and is confirmed", async () => {
    const run = await makeEnd(ctx);
    const backup = lineOf(run, "backup");
    const dated = await answer(ctx, backup, "purge-dated", { purgeOn: "2026-12-24" });
    expect(dated.state).toBe("waiting");
    expect(await say(dated, { answer: "purged", on: "2026-11-25", by: "Salma" })).toMatchObject(
      refusedFor("on", "contract-end.beforePurge"),
    );
    const open = await answer(ctx, dated, "taken-back", { note: "Date mal lue" });
    expect(open).toMatchObject({ state: "open", answer: null, evidence: {} });
    const purged = await answer(ctx, await answer(ctx, open, "purge-dated"), "purged");
    expect(purged).toMatchObject({ state: "settled", evidence: { purgeOn: "2026-11-20", on: "2026-11-20" } });
  });

  it("shows whoever answers second what the first one said, and lets two lines be answered at once", async () => {
    const run = await makeEnd(ctx);
    const system = lineOf(run, "system");
    await answer(ctx, system, "nothing-held");
    expect(await say(system, { answer: "deleted", on: "2026-11-20", by: "x", note: "y" })).toMatchObject({
      refusal: { kind: "conflict", version: 2, current: { answer: "nothing-held" }, author: "Salma Idrissi" },
    });
    expect((await answer(ctx, lineOf(run, "retention"), "nothing-kept")).state).toBe("settled");
  });

  it("is a writer's, and of one's own organisation", async () => {
    const line = lineOf(await makeEnd(ctx), "retention");
    const stated = { answer: "nothing-kept", on: "2026-11-20", by: "Salma" };
    const viewer = { ...as(ctx, "viewer"), slug: "", email: "" };
    expect(await say(line, stated, viewer)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await say(line, stated, foreign)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await say(line, stated, { ...as(ctx, "editor"), slug: "", email: "" })).toMatchObject({
      ok: true,
    });
  });
});

describe("the list", () => {
  it("takes a system that no entry names, with its backup", async () => {
    const run = await makeEnd(ctx);
    const after = valueOf(await addLine(ctx, { id: run.id, kind: "system", title: "Clé USB du plateau" }));
    expect(after.lines.slice(run.lines.length).map(({ kind, title }) => [kind, title])).toEqual([
      ["system", "Clé USB du plateau"],
      ["backup", "Clé USB du plateau"],
    ]);
  });

  it("takes up what the register names since, and is not closed before it has", async () => {
    const run = await makeEnd(ctx);
    await completeEnd(ctx, run);
    await answerAdditional(run.recordIds[0]!, { tools: "Genesys", subProcessorsAnswer: "no" });
    expect(await close(run)).toMatchObject({
      refusal: { issues: [{ path: "", key: "contract-end.blockers.notListed" }, {}] },
    });
    const drawn = valueOf(await replanLines(ctx, { id: run.id }));
    expect(drawn.lines.slice(run.lines.length).map(({ title }) => title)).toEqual(["Genesys", "Genesys"]);
    const late = await makeRecord(ctx, { controllerId: run.controllerId });
    const { reference } = (await withOrg(ctx.scope, (tx) => findContract(tx, run.contractId)))!;
    await answerAdditional(late.id, { contractReference: reference });
    expect(valueOf(await replanLines(ctx, { id: run.id })).recordIds).toEqual([...run.recordIds, late.id]);
  });
});
