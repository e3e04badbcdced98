import { describe, expect, it } from "vitest";
import { findContract } from "@/lib/features/contract/read/queries";
import { moveContract } from "@/lib/features/contract/write/mutations";
import {
  closeDocument,
  downloadAttachment,
  withdrawDocument,
} from "@/lib/features/attachment/write/mutations";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { sha256 } from "@/lib/platform/files/chunks";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { makePortalScope } from "@/prisma/factories/contact";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeClosedEnd, makeEnd, completeEnd } from "@/prisma/factories/contract-end";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { readPdfText } from "@/scripts/test/pdf-text";
import { changeEnd } from "./closing";
import { type RunRow } from "@/lib/features/contract-end/read/queries";
import { allocateNumber } from "./rows";
import { findProofs } from "@/lib/features/contract-end/read/proofs";
import { beginEnd } from "./mutations";
import {
  database,
  ctx,
  foreign,
  refusedFor,
  lineOf,
  again,
  say,
  close,
  lastEntry,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();
const series = (year: number, count: number) =>
  Array.from({ length: count }, (_, index) => `CERT-${year}-${String(index + 1).padStart(3, "0")}`);

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
    const text = await readPdfText(file.bytes);
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
    const text = await readPdfText(
      valueOf(await downloadAttachment(ctx, closed.certificates[0]!.documentId)).bytes,
    );
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

  it(
    "gives twenty who close at once twenty numbers in a row",
    { timeout: 240_000, tags: ["multiplies"] },
    async () => {
      const crowd = await makeOrganisation(database.ownerUrl);
      const runs: RunRow[] = [];
      for (let index = 0; index < 20; index += 1) {
        const run = await makeEnd(crowd);
        // A refused closing leaves no gap in the numbering.
        if (index !== 7) await completeEnd(crowd, run);
        runs.push(run);
      }
      const closed = await Promise.all(runs.map((run) => close(run, crowd)));
      const numbers = closed.flatMap((outcome) =>
        outcome.ok ? [outcome.value.certificates[0]!.number] : [],
      );
      const year = crowd.now.getUTCFullYear();
      expect(numbers.toSorted()).toEqual(series(year, 19));
    },
  );
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
  const seenBy = async (controllerId: string) =>
    withOrg(await makePortalScope(ctx, controllerId), async (tx) => [
      await tx.contractEnd.count(),
      await tx.contractEndCertificate.count(),
    ]);
  expect(await seenBy(run.controllerId)).toEqual([1, 1]);
  expect(await seenBy((await makeController(ctx)).id)).toEqual([0, 0]);
  const scope = await makePortalScope(ctx, run.controllerId);
  await expect(withOrg(scope, (tx) => tx.$queryRaw`SELECT 1 FROM contract_end_line`)).rejects.toThrow(
    "permission denied",
  );
  await expect(withOrg(scope, (tx) => tx.$queryRaw`SELECT 1 FROM contract_end_fact`)).rejects.toThrow(
    "permission denied",
  );
});
