import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { findContract } from "@/lib/features/contract/read/queries";
import { findOwnSubProcessors } from "@/lib/features/portal/read/sub-processors";
import { findReliant } from "@/lib/features/sub-processor/read/reliance";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContact } from "@/prisma/factories/contact";
import { makeContract, makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { answer, makeEnd, completeEnd } from "@/prisma/factories/contract-end";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import {
  fillSubProcessorSection,
  makeSubProcessor,
  makeWholeSubProcessor,
} from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { closeEnd, changeEnd } from "@/lib/features/contract-end/write/closing";
import {
  findEntries,
  findFacts,
  findOthers,
  findRun,
  type LineRow,
  type RunRow,
} from "@/lib/features/contract-end/read/queries";
import { beginEnd } from "@/lib/features/contract-end/write/mutations";
import { readPdfText } from "@/scripts/test/pdf-text";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let voice: Awaited<ReturnType<typeof makeWholeSubProcessor>>;
let controllerId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  voice = await makeWholeSubProcessor(ctx);
});
beforeEach(async () => {
  controllerId = (await makeController(ctx, { language: "fr" })).id;
});
afterAll(() => database.drop());

const again = async (run: RunRow) => (await withOrg(ctx.scope, (tx) => findRun(tx, run.id)))!;
const close = async (run: RunRow) => {
  const { id, version } = await again(run);
  return valueOf(await closeEnd(ctx, { id, version, on: "2026-11-25" }));
};
const settled = async (run: RunRow) => {
  await completeEnd(ctx, run);
  return close(run);
};
const ask = (
  state: string,
  of: { id: string; version: number; scopeDigest: string } = voice,
  by = controllerId,
) => insertAuthorisation(ctx, { controllerId: by, subProcessor: of, state });
const stateOf = async ({ id }: { id: string }) =>
  (await withOrg(ctx.scope, (tx) => tx.authorisation.findFirstOrThrow({ where: { id } }))).state;
const lineOf = (run: RunRow, kind: LineRow["kind"]) => run.lines.find((line) => line.kind === kind)!;

describe("the closing of a controller's last contract", () => {
  it("ends what it authorised and gives up what was asked, dated and journalled, and touches nobody else's", async () => {
    const [bare, third] = [await makeSubProcessor(ctx), await makeSubProcessor(ctx)];
    const [held, asked, refused] = [
      await ask("approved"),
      await ask("submitted", bare),
      await ask("refused", third),
    ];
    const { id: other } = await makeController(ctx);
    const theirs = await ask("approved", voice, other);
    const closed = await settled(await makeEnd(ctx, { controllerId }));
    expect([
      await stateOf(held),
      await stateOf(asked),
      await stateOf(refused),
      await stateOf(theirs),
    ]).toEqual([...["ended", "withdrawn", "refused", "approved"]]);
    const { number, documentId } = closed.certificates[0]!;
    const fact = await withOrg(ctx.scope, (tx) =>
      tx.authorisationFact.findFirstOrThrow({
        where: { authorisationId: held.id },
        orderBy: { version: "desc" },
      }),
    );
    expect(fact).toMatchObject({ event: "end", state: "ended", reason: number, at: ctx.now });
    const noted = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "authorisation.ended" } }),
    );
    expect(noted.map(({ text }) => JSON.parse(text!))).toMatchObject([
      { subject: { id: held.id }, reason: number },
    ]);
    const [step] = await withOrg(ctx.scope, (tx) =>
      findFacts(tx, { contractEndId: closed.id, lineId: null }),
    );
    expect(step).toMatchObject({
      event: "close",
      fields: { authorisations: `${held.reference}, ${asked.reference}` },
    });
    expect(await withOrg(ctx.scope, (tx) => findReliant(tx, voice.id))).toEqual([other]);
    const { bytes } = valueOf(await downloadAttachment(ctx, documentId));
    const text = await readPdfText(bytes);
    expect(text).toContain(`Autorisation ${held.reference} terminée avec le contrat`);
    expect(text).toContain(`Demande ${asked.reference} retirée avec le contrat`);
    expect(text).not.toContain("ne dit pas");
  });

  it("certifies what the contract with a sub-processor promised less than the client's, 28(4)", async () => {
    const slow = await fillSubProcessorSection(ctx, await makeWholeSubProcessor(ctx), "terms", {
      breachNoticeHours: "72",
    });
    await ask("approved", slow);
    const contract = await makeContractInForce(ctx, { controllerId });
    await fillSection(ctx, contract, "terms", { breachNoticeHours: 24 });
    const record = await makeRecord(ctx, { controllerId });
    const run = valueOf(await beginEnd(ctx, { contractId: contract.id, recordIds: [record.id] }));
    const closed = await settled(run);
    const { bytes } = valueOf(await downloadAttachment(ctx, closed.certificates[0]!.documentId));
    const text = (await readPdfText(bytes)).replace(/\s+/g, " ");
    expect(text).toMatch(/promettait moins que le vôtre sur un point \(art\. 28\(4\) RGPD\)/);
  });

  it("certifies a Moroccan client by its contract, and by no article of the GDPR", async () => {
    const moroccan = await makeController(ctx, { language: "fr", country: "MA", targeting: "no" });
    await withOrg(ctx.scope, (tx) =>
      tx.organisation.updateMany({ data: { gdprBinding: "contractual-only" } }),
    );
    const closed = await settled(await makeEnd(ctx, { controllerId: moroccan.id }));
    const { bytes } = valueOf(await downloadAttachment(ctx, closed.certificates[0]!.documentId));
    expect(await readPdfText(bytes)).not.toContain("RGPD");
  });

  it("shows the controller in its portal that nobody works with its data any more", async () => {
    await ask("approved");
    const contact = await makeContact(ctx, { controllerId });
    const seen = () => withOrg(contact.scope, (tx) => findOwnSubProcessors(tx, contact));
    expect(await seen()).toMatchObject([{ id: voice.id, group: "working" }]);
    await settled(await makeEnd(ctx, { controllerId }));
    expect(await seen()).toMatchObject([{ id: voice.id, group: "out", state: "ended" }]);
  });

  it("leaves the controller's word with another contract that goes on, and takes it with the last", async () => {
    const held = await ask("approved");
    const [first, second] = [
      await makeEnd(ctx, { controllerId, reference: "DEUX-1" }),
      await makeEnd(ctx, { controllerId, reference: "DEUX-2" }),
    ];
    const closed = await settled(first);
    expect(await stateOf(held)).toBe("approved");
    const [step] = await withOrg(ctx.scope, (tx) =>
      findFacts(tx, { contractEndId: closed.id, lineId: null }),
    );
    expect(step).toMatchObject({ fields: { authorisations: "" } });
    await settled(second);
    expect(await stateOf(held)).toBe("ended");
  });

  it("waits for no contract that binds nobody: a draft, one that ended, one past its term", async () => {
    const held = await ask("approved");
    await makeContract(ctx, { controllerId });
    const over = await makeContractInForce(ctx, { controllerId });
    await fillSection(ctx, over, "term", { endsOn: "2026-06-30", renewal: "none" });
    await settled(await makeEnd(ctx, { controllerId }));
    expect(await stateOf(held)).toBe("ended");
  });

  it("revives no authorisation by its own act where the closing is revoked", async () => {
    const held = await ask("approved");
    const closed = await settled(await makeEnd(ctx, { controllerId }));
    const { id, version } = closed;
    valueOf(await changeEnd(ctx, { id, version, event: "revoke", reason: "Renouvelé" }));
    expect(await stateOf(held)).toBe("ended");
  });

  it("is decided by one at a time where two contracts are closed at once", async () => {
    const held = await ask("approved");
    const runs = [await makeEnd(ctx, { controllerId }), await makeEnd(ctx, { controllerId })];
    for (const run of runs) await completeEnd(ctx, run);
    await Promise.all(runs.map(close));
    expect(await stateOf(held)).toBe("ended");
  }, 60_000);
});

describe("entries of a controller with several contracts", () => {
  it("that name none, or another as well, are taken up by nobody but a person", async () => {
    const [ending, on] = [
      await makeContractInForce(ctx, { controllerId, reference: "FIN-1" }),
      await makeContractInForce(ctx, { controllerId, reference: "SUITE-2" }),
    ];
    const record = await makeRecord(ctx, { controllerId });
    const others = await withOrg(ctx.scope, (tx) => findOthers(tx, ending, "2026-11-25"));
    expect(others).toEqual([{ id: on.id, reference: on.reference, goesOn: true }]);
    const run = valueOf(await beginEnd(ctx, { contractId: ending.id, recordIds: [] }));
    expect(run.recordIds).toEqual([]);
    const entries = await withOrg(ctx.scope, (tx) => findEntries(tx, controllerId));
    expect(entries.map(({ id }) => id)).toEqual([record.id]);
  });
});

describe("answers that came before the choice", () => {
  it("are asked again once the controller has chosen, and stay in the history of their line", async () => {
    const run = await makeEnd(ctx, { controllerId });
    const system = await answer(ctx, lineOf(run, "system"), "deleted");
    const law = await answer(ctx, lineOf(run, "retention"), "nothing-kept");
    const choice = lineOf(run, "choice");
    await makeDocument(ctx, { noun: "contract-end-line", subjectId: choice.id });
    await answer(ctx, choice, "chose-return", { recipient: "Mme Vasseur" });
    const after = await again(run);
    expect(lineOf(after, "system")).toMatchObject({ state: "open", answer: null, evidence: {}, version: 3 });
    expect(lineOf(after, "retention")).toMatchObject({ id: law.id, state: "settled", version: 2 });
    const facts = await withOrg(ctx.scope, (tx) =>
      findFacts(tx, { contractEndId: run.id, lineId: system.id }),
    );
    expect(facts.toSorted((one, other) => other.version - one.version)).toMatchObject([
      { event: "asked-again", fields: { answer: "deleted", choice: "chose-return" } },
      { event: "deleted" },
    ]);
    const noted = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(JSON.parse(noted.text!)).toMatchObject({
      event: "contract-end.answered",
      before: { answer: "deleted" },
      after: { line: system.key, state: "open", choice: "chose-return" },
    });
    const { id, version } = after;
    expect(await closeEnd(ctx, { id, version, on: "2026-11-25" })).toMatchObject({
      refusal: {
        issues: expect.arrayContaining([{ path: `lines.${system.id}`, key: "contract-end.blockers.open" }]),
      },
    });
  });

  it("are asked again once it has chosen otherwise", async () => {
    const run = await makeEnd(ctx, { controllerId });
    const choice = lineOf(run, "choice");
    await makeDocument(ctx, { noun: "contract-end-line", subjectId: choice.id });
    const first = await answer(ctx, choice, "chose-deletion");
    await answer(ctx, lineOf(run, "system"), "deleted");
    const open = await answer(ctx, first, "taken-back", { note: "Mal lu" });
    await answer(ctx, open, "chose-return");
    expect(lineOf(await again(run), "system")).toMatchObject({ state: "open", answer: null });
  });
});

it("is not closed over an older answer that does not say what the certificate must, and names the field", async () => {
  const run = await makeEnd(ctx, { controllerId });
  await completeEnd(ctx, run);
  const { id, evidence: values } = lineOf(await again(run), "system");
  const { name: _name, ...older } = values;
  await withOrg(ctx.scope, (tx) =>
    tx.contractEndLine.update({ where: { id }, data: { answerFields: older } }),
  );
  const { version } = await again(run);
  expect(await closeEnd(ctx, { id: run.id, version, on: "2026-11-25" })).toMatchObject({
    refusal: {
      issues: [{ path: `lines.${id}`, key: "contract-end.blockers.lacking", params: { fields: "name" } }],
    },
  });
  const contract = await withOrg(ctx.scope, (tx) => findContract(tx, run.contractId));
  expect(contract!.endedOn).toBeNull();
});
