import { describe, expect, it } from "vitest";
import type { Obligation } from "@/lib/domain/obligation/types";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { makeRequest, moveInput, stepRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { answer, makeEnd } from "@/prisma/factories/contract-end";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { fillSubProcessorSection, makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeForm } from "@/prisma/factories/submission";
import { addMessage } from "@/prisma/factories/thread";
import { makeWholeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { countPressing } from "@/lib/domain/obligation/list";
import { readCurrentDuties } from "./current";
import { findObligations, visibleNouns } from "./queries";

const NOW = new Date("2026-11-24T10:00:00Z");
const database = await openDatabase();
const stranger = await makeOrganisation(database.ownerUrl, undefined, NOW);

type Reading = Pick<MadeOrganisation, "scope" | "actor">;
const make = () => makeOrganisation(database.ownerUrl, undefined, NOW);
/** Finds them in a unit of work, as a feed does, and alike in the units of a page. */
async function find(ctx: Reading, now = NOW): Promise<Obligation[]> {
  const read = (tx: Tx) => findObligations(tx, { now, locale: "fr", nouns: visibleNouns(ctx.actor) });
  const found = await withOrg(ctx.scope, read);
  expect(await readInScope(ctx.scope, read)).toEqual(found);
  return found;
}

function labelsOf(found: readonly Obligation[]): string[] {
  return found
    .map(({ kind, subject, due, doneAt }) => {
      const date = due.type === "day" ? due.day : new Date(due.at).toISOString().slice(0, 10);
      return [kind, subject.reference, date, doneAt === null ? "open" : "done"].join(" ");
    })
    .sort();
}

describe("findObligations", () => {
  it("finds terms, notices and ends of contracts, and lets an old end go", async () => {
    const ctx = await make();
    const tacit = { renewal: "tacit", renewalMonths: "12", noticeUnit: "days", noticeCount: "30" };
    const renewing = await makeContractInForce(ctx, { reference: "C-1" });
    await fillSection(ctx, renewing, "term", { ...tacit, endsOn: "2027-01-31" });
    const ending = await makeContractInForce(ctx, { reference: "C-2" });
    const filled = await fillSection(ctx, ending, "term", { endsOn: "2026-11-20" });
    expect(labelsOf(await find(ctx))).toEqual([
      "contract.expired C-2 2026-11-20 open",
      "contract.notice C-1 2027-01-01 open",
      "contract.renewal C-1 2027-01-31 open",
    ]);
    const end = {
      id: ending.id,
      version: filled.version,
      event: "end" as const,
      on: "2026-11-20",
      reason: "Échu",
    };
    valueOf(await moveContract(ctx, end));
    expect(labelsOf(await find(ctx))).toContain("contract.end C-2 2026-11-20 done");
    const later = await find(ctx, new Date("2027-03-01T10:00:00Z"));
    expect(later.map(({ subject }) => subject.reference)).not.toContain("C-2");
    expect(await find(stranger)).toEqual([]);
  });

  it("finds instructions, with the controller that they are of", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle SAS" });
    const first = await makeInstruction(ctx, { code: "ORV", controllerId, channel: "telephone" });
    const found = await find(ctx);
    expect(labelsOf(found)).toEqual([
      "instruction.check ORV-2026-001 2026-03-05 open",
      "instruction.writing ORV-2026-001 2026-03-03 open",
    ]);
    expect(found[0]).toMatchObject({ controller: { id: controllerId, name: "Orvelle SAS" } });
    await step(ctx, await step(ctx, first, "check"), "contest");
    expect(labelsOf(await find(ctx))).toContain("instruction.reply ORV-2026-001 2026-03-06 open");
  });

  it("finds answers due, and a list that changed since it was agreed", async () => {
    const ctx = await make();
    const used = await makeSubProcessor(ctx);
    const sent = await makeRequest(ctx, { subProcessorId: used.id, terms: { objectionDays: "10" } });
    expect(labelsOf(await find(ctx))).toEqual([
      expect.stringMatching(/^authorisation\.receipt A-001 2026-11-24 open$/),
    ]);
    const received = valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    expect(labelsOf(await find(ctx))).toEqual([
      expect.stringMatching(/^authorisation\.answer A-001 2026-12-04 open$/),
    ]);
    expect(labelsOf(await find(ctx, new Date("2026-12-05T10:00:00Z")))).toEqual([
      expect.stringMatching(/^authorisation\.(expired|answer) A-001 2026-12-04 open$/),
    ]);
    await stepRequest(ctx, received, "approve", {});
    expect((await find(ctx)).map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([
      ["authorisation.answer", true],
    ]);
    await fillSubProcessorSection(ctx, used, "service", { service: "Transcription d’appels et archives" });
    const changed = (await find(ctx)).filter(({ kind }) => kind === "sub-processor.notify");
    expect(changed).toMatchObject([{ path: `/authorisations/${sent.id}`, due: { type: "since" } }]);
  });

  it("finds reviews, questions and purges that were promised", async () => {
    const ctx = await make();
    await makeMeasure(ctx, { title: "Cloisonnement", reviewOn: "2026-10" });
    const stopped = await makeWholeTransfer(ctx);
    const { reference } = await makeWholeTransfer(ctx);
    await stepTransfer(ctx, stopped, "suspend");
    const { id: controllerId } = await makeController(ctx);
    const record = await makeActiveRecord(ctx, { controllerId });
    const contact = await makeContact(ctx, { controllerId });
    await addMessage(makeForm()(contact), record.id);
    const found = labelsOf(await find(ctx));
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^measure\.review M-\d+ 2026-10-31 open$/),
        `transfer.review ${reference} 2027-01-10 open`,
        `thread.answer ${record.reference} 2026-11-24 open`,
        "contact.invitation Claire Vasseur 2026-12-01 done",
      ]),
    );
    expect(found.filter((line) => line.startsWith("transfer."))).toHaveLength(1);
    const run = await makeEnd(ctx);
    const backup = run.lines.find(({ kind }) => kind === "backup");
    await answer(ctx, backup!, "purge-dated", { purgeOn: "2027-02-01", by: "Service informatique" });
    expect(labelsOf(await find(ctx)).filter((line) => line.startsWith("contract-end.purge"))).toEqual([
      expect.stringMatching(/2027-02-01 open$/),
    ]);
  });

  it("hides what a role may not read", async () => {
    const ctx = await make();
    expect(visibleNouns(ctx.actor)).toContain("invitation");
    expect(visibleNouns(as(ctx, "viewer").actor)).not.toContain("invitation");
    expect(visibleNouns(as(ctx, "viewer").actor)).toContain("contract");
    expect(visibleNouns({ kind: "setup" })).toEqual([]);
  });
});

describe("readCurrentDuties", () => {
  it("reads again once the head has moved, or time has passed", async () => {
    const ctx = await make();
    const nouns = visibleNouns(ctx.actor);
    const press = async (now = NOW) =>
      countPressing(await readCurrentDuties(ctx.scope, { nouns, now, locale: "fr" }), now.getTime());
    expect(await press()).toBe(0);
    await makeInstruction(ctx);
    expect(await press()).toBe(1);
    const contract = await makeContractInForce(ctx);
    await fillSection(ctx, contract, "term", { endsOn: "2026-12-31" });
    expect(await press()).toBe(1);
    expect(await press(new Date("2027-01-01T10:00:00Z"))).toBe(2);
  });
});
