import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { reassessDay } from "@/lib/features/reassessment/write/mutations";
import { findMatches } from "@/lib/features/search/read/queries";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import {
  makeTransfer,
  makeWholeTransfer,
  fillTransferSection,
  SIGNED_CLAUSES,
  stepTransfer,
  WHOLE_ASSESSMENT,
} from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { createTransfer, linkTransfer, moveTransfer, saveTransferSection } from "./mutations";
import {
  transferCreateSchema,
  transferLinkSchema,
  transferMoveSchema,
  transferSectionSchema,
} from "@/lib/features/transfer/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const stored = (id: string) => withOrg(ctx.scope, (tx) => tx.transfer.findUniqueOrThrow({ where: { id } }));
const versions = (transferId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.transferVersion.findMany({ where: { transferId }, orderBy: { version: "asc" } }),
  );
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};
const refused = (path: string, key: string) => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
const section = ({ id, version }: { id: string; version: number }, name: string, stated: object) =>
  transferSectionSchema.parse({ id, version, section: name, ...stated });

describe("createTransfer", () => {
  it("begins with the organisation as its importer, under the next number", async () => {
    const controller = await makeController(ctx);
    const row = await makeTransfer(ctx, { controllerId: controller.id });
    const next = await makeTransfer(ctx, { controllerId: controller.id });
    expect([row.reference, next.reference]).toEqual(["TR-001", "TR-002"]);
    const own = await withOrg(ctx.scope, (tx) => tx.organisation.findFirstOrThrow());
    expect(await stored(row.id)).toMatchObject({
      controllerName: controller.legalName,
      importerName: own.legalName,
      country: "MA",
      requiredGaps: 1,
      gapCodes: ["tool-missing"],
    });
    expect(await versions(row.id)).toMatchObject([{ change: "created", country: "MA", state: "running" }]);
  });

  it("takes over the clauses that the contract in force names", async () => {
    const contract = await makeContractInForce(ctx);
    const stated = { scc914: true, scc914SignedOn: "2026-01-05", scc914Option: "general", scc914Law: "FR" };
    await fillSection(ctx, contract, "instruments", stated);
    const { content } = await makeTransfer(ctx, { controllerId: contract.controllerId });
    expect(content.tool).toMatchObject({
      tool: "scc-2021-914",
      module: 2,
      signedOn: "2026-01-05",
      authorisation: "general",
      law: "FR",
      forum: null,
    });
  });

  it("is bound as the contract in force says, whatever binds the organisation for the rest", async () => {
    const contract = await makeContractInForce(ctx);
    await fillSection(ctx, contract, "terms", { binding: "direct_3_2" });
    // The clauses suppose an importer not bound by the GDPR itself.
    const direct = await makeWholeTransfer(ctx, { controllerId: contract.controllerId });
    expect(await stored(direct.id)).toMatchObject({ requiredGaps: 0, advisableGaps: 1 });
    const usual = await makeWholeTransfer(ctx);
    expect(await stored(usual.id)).toMatchObject({ requiredGaps: 0, advisableGaps: 0 });
  });

  it("may be of several controllers below the organisation, and of one above it alone", async () => {
    const input = { flow: "to-sub-processor", importerName: "Nejma IT", country: "TN" };
    const row = valueOf(await createTransfer(ctx, transferCreateSchema.parse(input)));
    expect(await stored(row.id)).toMatchObject({ controllerId: null, controllerName: "", country: "TN" });
    expect(transferCreateSchema.safeParse({ ...input, importerName: "" }).success).toBe(false);
    expect(transferCreateSchema.safeParse({ ...input, flow: "to-organisation" }).success).toBe(false);
  });

  it("is refused to a viewer, and for a controller of another organisation", async () => {
    const { id } = await makeController(foreign);
    const input = transferCreateSchema.parse({ flow: "to-organisation", controllerId: id });
    expect(await createTransfer(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await createTransfer(ctx, input)).toEqual(refused("controllerId", "required"));
  });
});

describe("a transfer to a sub-processor", () => {
  const gapsOf = (id: string) =>
    withOrg(ctx.scope, async (tx) => (await tx.subProcessor.findUniqueOrThrow({ where: { id } })).gapCodes);
  const link = ({ id, version }: { id: string; version: number }, subProcessorId: string) =>
    transferLinkSchema.parse({ id, version, subProcessorId });

  it("is its tool and its assessment: what it lacked is found again with each change", async () => {
    const { id } = await makeWholeSubProcessor(ctx, { name: "Nejma IT", country: "TN" });
    expect(await gapsOf(id)).toEqual(["module-3-missing", "assessment-missing"]);
    const input = transferCreateSchema.parse({ flow: "to-sub-processor", subProcessorId: id });
    const transfer = valueOf(await createTransfer(ctx, input));
    expect(transfer.content.importer).toMatchObject({ name: "Nejma IT", country: "TN" });
    const signed = await fillTransferSection(ctx, transfer, "tool", { ...SIGNED_CLAUSES, module: "3" });
    expect(await gapsOf(id)).toEqual(["assessment-missing"]);
    const whole = await fillTransferSection(ctx, signed, "assessment", WHOLE_ASSESSMENT);
    expect(await gapsOf(id)).toEqual([]);
    valueOf(await linkTransfer(ctx, link(whole, "")));
    expect(await gapsOf(id)).toEqual(["module-3-missing", "assessment-missing"]);
    expect(await lastEntry()).toMatchObject({
      event: "transfer.updated",
      before: { subProcessorId: id },
      after: { subProcessorId: null },
    });
  });

  it("is of one on the list, of this organisation; a controller's own is of none", async () => {
    const own = await makeTransfer(ctx);
    const { id } = await makeSubProcessor(ctx);
    expect(await linkTransfer(ctx, link(own, id))).toEqual(refused("subProcessorId", "transfer.ownTransfer"));
    const below = { flow: "to-sub-processor", importerName: "Nejma IT" };
    const transfer = valueOf(await createTransfer(ctx, transferCreateSchema.parse(below)));
    const theirs = await makeSubProcessor(foreign);
    expect(await linkTransfer(ctx, link(transfer, theirs.id))).toEqual(refused("subProcessorId", "required"));
    expect(await linkTransfer(as(ctx, "viewer"), link(transfer, id))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

describe("saveTransferSection", () => {
  it("names the assessment that is missing, until it is written", async () => {
    const transfer = await makeTransfer(ctx);
    const signed = await fillTransferSection(ctx, transfer, "tool", SIGNED_CLAUSES);
    expect(await stored(signed.id)).toMatchObject({ gapCodes: ["assessment-missing"], tool: "scc-2021-914" });
    await fillTransferSection(ctx, signed, "assessment", WHOLE_ASSESSMENT);
    expect(await stored(signed.id)).toMatchObject({ requiredGaps: 0, nextReviewOn: "2027-01-10" });
    expect(await lastEntry()).toMatchObject({
      event: "transfer.updated",
      before: { "assessment.assessedOn": null },
      after: { "assessment.assessedOn": "2026-01-10" },
    });
    const kept = await versions(signed.id);
    expect(kept.map(({ change }) => change)).toEqual(["created", "saved", "saved"]);
    expect(kept[1]!.supersededAt).toEqual(kept[2]!.recordedAt);
  });

  it("refuses the Privacy Shield, and an adequacy of Morocco, beside the instrument", async () => {
    const transfer = await makeTransfer(ctx);
    const shield = section(transfer, "tool", { tool: "privacy-shield" });
    expect(await saveTransferSection(ctx, shield)).toEqual(refused("tool", "transfer.privacyShield"));
    const adequacy = section(transfer, "tool", { tool: "adequacy" });
    expect(await saveTransferSection(ctx, adequacy)).toEqual(refused("tool", "transfer.notAdequate"));
    expect(await stored(transfer.id)).toMatchObject({ version: 1, tool: null });
  });

  it("shows a second writer the section as it stands now", async () => {
    const transfer = await makeTransfer(ctx);
    await fillTransferSection(ctx, transfer, "tool", SIGNED_CLAUSES);
    const late = section(transfer, "tool", { tool: "scc-2021-915" });
    expect(await saveTransferSection(ctx, late)).toMatchObject({
      refusal: { kind: "conflict", version: 2, author: ctx.actor.name, current: { module: 2, law: "FR" } },
    });
  });

  it("is refused to a viewer, and finds nothing of another organisation", async () => {
    const input = section(await makeTransfer(ctx), "tool", {});
    expect(await saveTransferSection(as(ctx, "viewer"), input)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await saveTransferSection(foreign, input)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("moveTransfer", () => {
  it("keeps each step as a dated fact with its reason", async () => {
    const suspended = await stepTransfer(ctx, await makeWholeTransfer(ctx), "suspend");
    expect(await lastEntry()).toMatchObject({
      event: "transfer.suspended",
      reason: "Demande du responsable",
      after: { state: "suspended" },
    });
    const ended = await stepTransfer(ctx, suspended, "end", "2026-02-01");
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.transferFact.findMany({ where: { transferId: ended.id }, orderBy: { factOn: "asc" } }),
    );
    expect(facts.map(({ event, factOn }) => [event, factOn])).toEqual([
      ["suspend", "2026-01-20"],
      ["end", "2026-02-01"],
    ]);
  });

  it("refuses a step that the table does not know, and an editor", async () => {
    const { id, version } = await makeTransfer(ctx);
    const move = transferMoveSchema.parse({ id, version, event: "resume", on: "2026-01-20", reason: "x" });
    expect(await moveTransfer(ctx, move)).toEqual(refused("event", "transfer.notFromHere"));
    expect(await moveTransfer(as(ctx, "editor"), move)).toMatchObject({ refusal: { kind: "forbidden" } });
  });
});

it("is assessed again each day: a decision of adequacy that ends leaves the transfer without a tool", async () => {
  const transfer = await makeTransfer(ctx, { country: "GB" });
  await fillTransferSection(ctx, transfer, "tool", { tool: "adequacy" });
  expect(await stored(transfer.id)).toMatchObject({ requiredGaps: 0 });
  const later = jobContext("gap-reassessment", ctx.scope.org, new Date("2031-12-29T08:00:00Z"));
  valueOf(await reassessDay(later, new AbortController().signal));
  expect(await stored(transfer.id)).toMatchObject({ gapCodes: ["not-adequate"], version: 2 });
});

it("is found by its number, its importer and whose data it carries", async () => {
  const controller = await makeController(ctx, { legalName: "Câbleries Vauclin" });
  const { id } = await makeTransfer(ctx, { controllerId: controller.id, importerName: "Nejma Datacenter" });
  for (const asked of ["cableries", "nejma data"])
    expect(
      (await findMatches(ctx, asked, { locale: "fr" })).found.transfers.map((found) => found.id),
    ).toEqual([id]);
  expect((await findMatches(foreign, "cableries", { locale: "fr" })).found.transfers).toEqual([]);
});

it("keeps what is done at its place in document, version and journal, and lets it be changed", async () => {
  const row = await makeTransfer(ctx, { placeKind: "support" });
  expect(await versions(row.id)).toMatchObject([
    { snapshot: { content: { importer: { placeKind: "support" } } } },
  ]);
  const changed = await fillTransferSection(ctx, row, "importer", {
    ...row.content.importer,
    placeKind: "",
  });
  expect(changed.content.importer.placeKind).toBeNull();
  expect(JSON.stringify(await lastEntry())).toContain('"importer.placeKind":');
});
