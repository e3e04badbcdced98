import { expect, it } from "vitest";
import { CAMPAIGN_STATES } from "@/lib/domain/campaign/lifecycle";
import { CONSULTATION_STATES } from "@/lib/domain/consultation/lifecycle";
import type { Party } from "@/lib/domain/nouns/party-part";
import { partsOf } from "@/lib/domain/nouns/party-parts";
import { LETTER_STATES } from "@/lib/domain/outbox/letter-state";
import { todayIn } from "@/lib/domain/time/zones";
import { breachQuerySchema, countBreachViews, findBreachesOf } from "@/lib/features/breach/read/list";
import { factAddSchema } from "@/lib/features/breach/schema";
import { addFact } from "@/lib/features/breach/write/mutations";
import { countScripts } from "@/lib/features/call-script/read/list";
import { countContracts } from "@/lib/features/contract/read/list";
import { findMoved } from "@/lib/features/contract/read/of-day";
import { countWork } from "@/lib/features/dpo-work/read/list";
import { findInstructionPage, instructionQuerySchema } from "@/lib/features/instruction/read/list";
import { findLetters, findLettersAbout } from "@/lib/features/outbox/read/queries";
import { findLife } from "@/lib/features/party-parts/read/life";
import { findParts } from "@/lib/features/party-parts/read/parts";
import { recordQuerySchema } from "@/lib/features/processing-record/list-schema";
import { countViews } from "@/lib/features/processing-record/read/list";
import { countRequestViews } from "@/lib/features/rights-request/read/list";
import { findPeriods } from "@/lib/features/telephone/read/period-list";
import { findThreadPage, threadQuerySchema } from "@/lib/features/thread/read/list";
import { countTransfers } from "@/lib/features/transfer/read/list";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { PageReader } from "@/lib/platform/read/reader";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { mergeInto } from "@/prisma/factories/merge";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { addMessage } from "@/prisma/factories/thread";
import { openDatabase } from "@/scripts/test/open-database";
import { fillExample } from "./mutations";

const database = await openDatabase();
const example = await makeOrganisation(database.ownerUrl);
await fillExample(example);
const other = await makeOrganisation(database.ownerUrl);
const today = todayIn("Africa/Casablanca", example.now.getTime());
const READ = { today, ids: null };

type Counted = (tx: Tx, id: string) => Promise<number>;
const ofController = (tx: Tx, id: string) =>
  tx.controller.findMany({ where: { OR: [{ id }, { mergedIntoId: id }] } });
const ids = async (tx: Tx, id: string) => ({ in: (await ofController(tx, id)).map((row) => row.id) });

/** Counts each list, narrowed as its address from the page of a client narrows it. */
const OF_CONTROLLER: Record<string, Counted> = {
  "processing-record": async (tx, controller) =>
    (await countViews(tx, recordQuerySchema.parse({ controller }), { today })).all,
  contract: async (tx, id) =>
    (await countContracts(tx, { ...READ, moved: await findMoved(tx, today) }, id)).all,
  instruction: async (tx, controller) =>
    (await findInstructionPage(tx, instructionQuerySchema.parse({ controller }))).counts.all,
  // The matrix has a cell for each sub-processor, whatever number of requests it is of.
  authorisation: async (tx, id) =>
    tx.authorisation.count({ where: { controllerId: await ids(tx, id), state: { not: "draft" } } }),
  transfer: async (tx, controller) => (await countTransfers(tx, READ, { controller, subProcessor: "" })).all,
  breach: (tx, controller) => breachesOf(tx, { controller }),
  "rights-request": async (tx, controller) =>
    (await countRequestViews(tx, { right: "", controller, month: "" }, null)).all,
  assistance: async (tx, id) => (await countWork(tx, { kind: "assistance", ids: null }, id)).all,
  campaign: async (tx, controller) =>
    (await findPeriods(tx, { controller }, { table: "campaign", states: CAMPAIGN_STATES })).counts.all,
  consultation: async (tx, controller) =>
    (await findPeriods(tx, { controller }, { table: "consultation", states: CONSULTATION_STATES })).counts
      .all,
  "call-script": async (tx, id) => (await countScripts(tx, id)).all,
  thread: async (tx, controller) =>
    (await findThreadPage(tx, threadQuerySchema.parse({ controller }))).counts.all,
  attachment: async (tx, id) =>
    tx.attachment.count({ where: { controllerId: await ids(tx, id), purpose: "document" } }),
  contact: async (tx, id) => tx.controllerContact.count({ where: { controllerId: await ids(tx, id) } }),
  "access-log": async (tx, id) => tx.accessLook.count({ where: { controllerId: await ids(tx, id) } }),
  mail: async (tx, id) =>
    (await findLetters(tx, LETTER_STATES, "", 2000, await findLettersAbout(tx, id))).length,
};

const OF_SUB_PROCESSOR: Record<string, Counted> = {
  "processing-record": async (tx, subProcessor) =>
    (await countViews(tx, recordQuerySchema.parse({ subProcessor }), { today })).all,
  authorisation: (tx, subProcessorId) =>
    tx.authorisation.count({ where: { subProcessorId, state: { not: "draft" } } }),
  transfer: async (tx, subProcessor) =>
    (await countTransfers(tx, READ, { controller: "", subProcessor })).all,
  breach: (tx, subProcessor) => breachesOf(tx, { subProcessor }),
};

async function breachesOf(tx: Tx, search: Record<string, string>): Promise<number> {
  return (await countBreachViews(tx, null, await findBreachesOf(tx, breachQuerySchema.parse(search)))).all;
}

async function countsOf(ctx: MadeOrganisation, party: Party, id: string) {
  const parts = await findParts(new PageReader(ctx.scope), { party, id }, partsOf(party));
  return Object.fromEntries(parts.map(({ noun, count }) => [noun, count]));
}

async function expectAsLists(ctx: MadeOrganisation, party: Party, id: string) {
  const counts = await countsOf(ctx, party, id);
  const lists = party === "controller" ? OF_CONTROLLER : OF_SUB_PROCESSOR;
  expect(Object.keys(counts).sort()).toEqual(Object.keys(lists).sort());
  const listed = await withOrg(ctx.scope, async (tx) => {
    const all: Record<string, number> = {};
    for (const [noun, count] of Object.entries(lists)) all[noun] = await count(tx, id);
    return all;
  });
  expect([id, counts]).toEqual([id, listed]);
  return counts;
}

it("counts of each client and sub-processor of the example what the lists narrowed to it count", async () => {
  const { controllers, subProcessors } = await withOrg(example.scope, async (tx) => ({
    controllers: await tx.controller.findMany({ select: { id: true } }),
    subProcessors: await tx.subProcessor.findMany({ select: { id: true } }),
  }));
  const seen = new Map<string, number>();
  for (const [party, rows] of [
    ["controller", controllers],
    ["sub-processor", subProcessors],
  ] as const)
    for (const { id } of rows)
      for (const [noun, count] of Object.entries(await expectAsLists(example, party, id)))
        seen.set(`${party} ${noun}`, (seen.get(`${party} ${noun}`) ?? 0) + count);
  const found = [...seen].filter(([, count]) => count > 0).map(([name]) => name);
  expect(found.length).toBeGreaterThan(10);
});

it("counts with a client those that became one with it, and shows nothing of it to another organisation", async () => {
  const kept = await makeController(other, { legalName: "Ateliers Margaux" });
  const lost = await makeController(other, { legalName: "Filature Brousse" });
  await makeRecord(other, { controllerId: kept.id });
  const contract = await makeContractInForce(other, { controllerId: lost.id });
  await addMessage(other, contract.id, { noun: "contract" });
  await makeDocument(other, { noun: "contract", subjectId: contract.id });
  await makeContact(other, { controllerId: lost.id });
  const { breachId } = await makeRunningBreach(other, { controllerId: lost.id });
  valueOf(await mergeInto(other, [lost.id, kept.id]));
  const counts = await expectAsLists(other, "controller", kept.id);
  const one = { "processing-record": 1, contract: 1, thread: 1, attachment: 1, contact: 1, breach: 1 };
  expect(counts).toMatchObject(one);
  const subProcessor = await makeSubProcessor(other);
  await tellOf(breachId, subProcessor.id);
  expect(await expectAsLists(other, "sub-processor", subProcessor.id)).toMatchObject({ breach: 1 });
  const named = { party: "controller", id: kept.id } as const;
  const foreign = await countsOf(example, "controller", kept.id);
  expect(new Set(Object.values(foreign))).toEqual(new Set([0]));
  const parts = partsOf("controller");
  expect(await findLife(new PageReader(example.scope), { named, parts, most: 50 })).toEqual([]);
});

async function tellOf(id: string, subProcessorId: string) {
  const { version } = await withOrg(other.scope, (tx) => tx.breach.findFirstOrThrow({ where: { id } }));
  const [on, time] = [other.now.toISOString().slice(0, 10), "00:00"];
  const told = { kind: "told-by-sub-processor", on, time, told: "breach", subProcessorId };
  valueOf(await addFact(other, factAddSchema.parse({ id, version, ...told })));
}

it("tells the life of each client, the latest first, within its bound", async () => {
  const controllers = await withOrg(example.scope, (tx) => tx.controller.findMany({ select: { id: true } }));
  const words = new Set<string>();
  const reader = new PageReader(example.scope);
  for (const { id } of controllers) {
    const named = { party: "controller", id } as const;
    const life = await findLife(reader, { named, parts: partsOf("controller"), most: 500 });
    const days = life.map(({ at, day }) => at?.toISOString().slice(0, 10) ?? day);
    expect(days).toEqual(days.toSorted().toReversed());
    const first = await findLife(reader, { named, parts: partsOf("controller"), most: 3 });
    expect(first.map(({ words, id }) => [words, id])).toEqual(
      life.slice(0, 3).map(({ words, id }) => [words, id]),
    );
    for (const row of life) words.add(row.words);
  }
  expect(words.size).toBeGreaterThan(10);
});
