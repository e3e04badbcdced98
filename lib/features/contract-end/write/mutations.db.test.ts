import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findContract } from "@/lib/features/contract/read/queries";
import { moveContract } from "@/lib/features/contract/write/mutations";
import {
  closeDocument,
  downloadAttachment,
  withdrawDocument,
} from "@/lib/features/attachment/write/mutations";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { closeClients } from "@/lib/platform/database/clients";
import { sha256 } from "@/lib/platform/files/chunks";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContract, makeContractInForce } from "@/prisma/factories/contract";
import { answer, makeClosedEnd, makeEnd, completeEnd } from "@/prisma/factories/contract-end";
import { as, type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { closeEnd, changeEnd } from "./closing";
import { findFacts, findRun, type LineRow, type RunRow } from "@/lib/features/contract-end/read/queries";
import { allocateNumber } from "./rows";
import { findProofs } from "@/lib/features/contract-end/read/proofs";
import { addLine, answerLine, beginEnd, replanLines } from "./mutations";
import { lineAnswerSchema } from "@/lib/features/contract-end/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const refusedFor = (path: string, key: string) => ({ refusal: { kind: "invalid", issues: [{ path, key }] } });
const lineOf = (run: RunRow, kind: LineRow["kind"]) => run.lines.find((line) => line.kind === kind)!;
const again = async (run: RunRow) => (await withOrg(ctx.scope, (tx) => findRun(tx, run.id)))!;
const say = (line: LineRow, stated: Record<string, unknown>, by: MadeOrganisation = ctx) =>
  answerLine(by, lineAnswerSchema.parse({ id: line.id, version: line.version, ...stated }));
const close = (run: RunRow, by: MadeOrganisation = ctx, on = "2026-11-25") =>
  closeEnd(by, { id: run.id, version: run.version, on });
const series = (year: number, count: number) =>
  Array.from({ length: count }, (_, index) => `CERT-${year}-${String(index + 1).padStart(3, "0")}`);
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const answerAdditional = async (recordId: string, stated: Record<string, unknown>) => {
  const { version } = (await withOrg(ctx.scope, (tx) => findRecord(tx, recordId)))!;
  const input = sectionSaveSchema.parse({ id: recordId, version, section: "beyond", ...stated });
  return valueOf(await saveRecordSection(ctx, input));
};
const printed = (pdf: Uint8Array) =>
  execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf }).toString("utf8").replace(/\s+/g, " ");

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
    expect(fact).toMatchObject({ lineId: system.id, version: 2, event: "deleted", said: system.evidence });
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

describe("closeEnd", () => {
  it("refuses while a line is open, names each, and leaves everything as it was", async () => {
    const run = await makeEnd(ctx);
    expect(await close(run)).toMatchObject({
      refusal: {
        issues: run.lines.map(({ id }) => ({ path: `lines.${id}`, key: "contract-end.blockers.open" })),
      },
    });
    expect(await again(run)).toMatchObject({ state: "open", certificates: [] });
  });

  it("names a line whose proof was closed to view, and takes no proof away from a certificate", async () => {
    const run = await makeEnd(ctx);
    await completeEnd(ctx, run);
    const { id: subjectId } = lineOf(run, "choice");
    const noun = "contract-end-line";
    const about = { noun, subjectId, reason: "D’un autre client" } as const;
    const proof = () => withOrg(ctx.scope, async (tx) => (await findProofs(tx, [subjectId]))[0]!.id);
    valueOf(await closeDocument(ctx, { ...about, id: await proof(), isClosed: true }));
    expect(await close(run)).toMatchObject(
      refusedFor(`lines.${subjectId}`, "contract-end.blockers.proofGone"),
    );
    await makeDocument(ctx, { noun, subjectId });
    valueOf(await close(run));
    expect(await withdrawDocument(ctx, { ...about, id: await proof() })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("ends contract and entries, and keeps the certificate to the byte under its hash", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle Énergie", language: "fr" });
    const run = await makeEnd(ctx, { controllerId, reference: "CT-FIN" });
    await completeEnd(ctx, run);
    const closed = valueOf(await close(await again(run)));
    const [certificate] = closed.certificates;
    expect(closed.state).toBe("closed");
    expect(certificate).toMatchObject({
      number: expect.stringMatching(/^CERT-\d{4}-\d{3}$/),
      endedContract: true,
      endedRecords: run.recordIds,
    });
    const { contract, record } = await withOrg(ctx.scope, async (tx) => ({
      contract: await findContract(tx, run.contractId),
      record: await findRecord(tx, run.recordIds[0]!),
    }));
    expect(contract!.endedOn).toBe("2026-11-25");
    expect(record!.state).toBe("ended");
    const file = valueOf(await downloadAttachment(ctx, certificate!.documentId));
    expect(sha256(file.bytes)).toBe(certificate!.digest);
    const text = printed(file.bytes);
    expect(text).toContain("Certificat de fin de contrat");
    expect(text).toContain(certificate!.number);
    expect(text).toContain("Orvelle Énergie");
    expect(text).toContain("Effacement choisi par le responsable");
    expect(text).toContain("Attestation reçue");
    expect(await lastEntry()).toMatchObject({
      event: "attachment.taken",
      after: { digest: certificate!.digest },
    });
    expect(await say(lineOf(run, "retention"), { answer: "nothing-kept" })).toMatchObject(
      refusedFor("", "contract-end.notOpen"),
    );
  });

  it("speaks the controller's language, and keeps the day of a contract that ended before", async () => {
    const { id: controllerId } = await makeController(ctx, { language: "en" });
    const run = await makeEnd(ctx, { controllerId });
    const contract = (await withOrg(ctx.scope, (tx) => findContract(tx, run.contractId)))!;
    const { id, version } = contract;
    valueOf(await moveContract(ctx, { id, version, event: "end", on: "2026-10-31", reason: "Terme" }));
    await completeEnd(ctx, run);
    const closed = valueOf(await close(await again(run), ctx, ""));
    expect(closed.certificates[0]!.endedContract).toBe(false);
    const text = printed(valueOf(await downloadAttachment(ctx, closed.certificates[0]!.documentId)).bytes);
    expect(text).toContain("Certificate of the end of a contract");
    expect(text).toContain("31 October 2026");
  });

  it("wants the day of the end where the contract has none, after its beginning", async () => {
    const run = await makeEnd(ctx);
    await completeEnd(ctx, run);
    expect(await close(run, ctx, "2026-01-01")).toMatchObject(refusedFor("on", "contract.endBeforeStart"));
    expect(await close(run, ctx, "2999-01-01")).toMatchObject(refusedFor("on", "contract.future"));
    expect((await again(run)).state).toBe("open");
  });

  it("refuses an editor, a stranger, and whoever read an earlier state", async () => {
    const run = await makeEnd(ctx);
    await completeEnd(ctx, run);
    expect(await close(run, { ...as(ctx, "editor"), slug: "", email: "" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await close(run, foreign)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await changeEnd(ctx, { id: run.id, version: 1, event: "cancel", reason: "Renouvelé" }));
    expect(await close(run)).toMatchObject({
      refusal: { kind: "conflict", current: { state: "cancelled" } },
    });
  });

  it("gives twenty transactions at once twenty numbers in a row", { timeout: 60_000 }, async () => {
    const crowd = await makeOrganisation(database.ownerUrl);
    const { id: contractEndId, controllerId } = await makeEnd(crowd);
    const row = { orgId: crowd.scope.org, contractEndId, controllerId, digest: "", endedRecords: [] };
    const take = (index: number) =>
      withOrg(
        crowd.scope,
        async (tx) => {
          const numbered = await allocateNumber(tx, crowd.scope.org, 2027);
          if (index === 7) return null;
          const made = { id: newId(crowd.now), documentId: newId(crowd.now), issuedAt: crowd.now };
          await tx.contractEndCertificate.create({
            data: { ...row, ...numbered, ...made, endedContract: false },
          });
          return numbered.number;
        },
        { timeoutMs: 30_000 },
      );
    const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => take(index)));
    expect(taken.filter(Boolean).toSorted()).toEqual(series(2027, 19));
  });

  it("gives twenty who close at once twenty numbers in a row", { timeout: 240_000 }, async () => {
    const crowd = await makeOrganisation(database.ownerUrl);
    const runs: RunRow[] = [];
    for (let index = 0; index < 20; index += 1) {
      const run = await makeEnd(crowd);
      // A refused closing leaves no gap in the numbering.
      if (index !== 7) await completeEnd(crowd, run);
      runs.push(run);
    }
    const closed = await Promise.all(runs.map((run) => close(run, crowd)));
    const numbers = closed.flatMap((outcome) => (outcome.ok ? [outcome.value.certificates[0]!.number] : []));
    const year = crowd.now.getUTCFullYear();
    expect(numbers.toSorted()).toEqual(series(year, 19));
  });
});

describe("turnEnd", () => {
  const turn = (run: RunRow, event: "cancel" | "resume" | "revoke", reason = "Contrat renouvelé") =>
    changeEnd(ctx, { id: run.id, version: run.version, event, reason });

  it("stops a run with a reason and takes it up as it was, unless another stands", async () => {
    const run = await makeEnd(ctx);
    expect(await turn(run, "cancel", " ")).toMatchObject(refusedFor("reason", "contract-end.reasonMissing"));
    const stopped = valueOf(await turn(run, "cancel"));
    expect(stopped.state).toBe("cancelled");
    expect(await lastEntry()).toMatchObject({
      event: "contract-end.cancelled",
      before: { state: "open" },
      after: { state: "cancelled" },
      reason: "Contrat renouvelé",
    });
    const { contractId, recordIds } = run;
    const other = valueOf(await beginEnd(ctx, { contractId, recordIds }));
    expect(await turn(stopped, "resume")).toMatchObject(refusedFor("", "contract-end.begunAlready"));
    valueOf(await turn(other, "cancel"));
    expect(valueOf(await turn(stopped, "resume"))).toMatchObject({ state: "open", version: 3 });
  });

  it("takes back an end: contract and entries go on, the certificate stays and its number with it", async () => {
    const closed = await makeClosedEnd(ctx);
    const revoked = valueOf(await turn(closed, "revoke"));
    expect(revoked).toMatchObject({ state: "cancelled", certificates: closed.certificates });
    const { contract, record } = await withOrg(ctx.scope, async (tx) => ({
      contract: await findContract(tx, closed.contractId),
      record: await findRecord(tx, closed.recordIds[0]!),
    }));
    expect(contract!.endedOn).toBeNull();
    expect(record!.state).toBe("active");
    const resumed = valueOf(await turn(revoked, "resume"));
    const second = valueOf(await close(resumed));
    expect(second.certificates).toHaveLength(2);
    expect(second.certificates[0]!.number).not.toBe(closed.certificates[0]!.number);
  });
});

it("shows the portal its own ends and certificates, and no line of them", async () => {
  const run = await makeClosedEnd(ctx);
  const seenBy = (controllerId: string) =>
    withOrg(mintScope({ org: ctx.scope.org, scope: "portal", controllerId }), async (tx) => [
      await tx.contractEnd.count(),
      await tx.contractEndCertificate.count(),
    ]);
  expect(await seenBy(run.controllerId)).toEqual([1, 1]);
  expect(await seenBy((await makeController(ctx)).id)).toEqual([0, 0]);
  const scope = mintScope({ org: ctx.scope.org, scope: "portal", controllerId: run.controllerId });
  await expect(withOrg(scope, (tx) => tx.$queryRaw`SELECT 1 FROM contract_end_line`)).rejects.toThrow(
    "permission denied",
  );
  await expect(withOrg(scope, (tx) => tx.$queryRaw`SELECT 1 FROM contract_end_fact`)).rejects.toThrow(
    "permission denied",
  );
});
