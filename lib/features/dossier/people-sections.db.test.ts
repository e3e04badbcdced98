import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { personKey } from "@/lib/platform/secrets/person-key";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeCallLog } from "@/prisma/factories/call-log";
import { makeConsents, makePreparedCampaign, makeScrub } from "@/prisma/factories/campaign";
import { answer, addPeople, makeOpenConsultation, tokensOf } from "@/prisma/factories/consultation";
import { makeChoice, makeParentalRequest } from "@/prisma/factories/choice";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeVerified, rowsOf } from "./dossier.fixture";

const FIRST = new Date("2026-11-20T10:00:00Z");
const NOW = new Date("2026-11-28T10:00:00Z");
/** Matches what would name a person: name, number in each writing, words, keys. */
const PERSONS =
  /Karmousse|06 ?12 ?35|\+33612|0612345678|0698765432|Ne m’appelez|[0-9a-f]{64}@|personKey|person_key/;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const begin = async () => {
  ctx = await makeOrganisation(database.ownerUrl, undefined, FIRST);
};
const later = () => ({ ...ctx, now: NOW });
const filesOf = (sections: string[], asked: object = {}) =>
  makeVerified(later(), { sections: [...sections, "journal"], ...asked });
const forController = (controllerId: string) => ({
  audience: "controller",
  recipient: "Voltiris",
  controllerIds: [controllerId],
});
const everything = (files: ReadonlyMap<string, Buffer>, folder: string) =>
  [...files].filter(([path]) => path.startsWith(folder) || path.startsWith("90-journal"));

const REASON = "Le mois de la personne finit demain";

describe("the requests of a dossier", () => {
  let [voltiris, orvelle] = ["", ""];
  const folder = "10-requests";

  beforeAll(async () => {
    await begin();
    voltiris = (await makeController(ctx, { legalName: "Voltiris" })).id;
    orvelle = (await makeController(ctx, { legalName: "Orvelle" })).id;
    await makeContractInForce(ctx, { controllerId: voltiris });
    const stated = { on: "2026-11-19", time: "10:00", name: "Zoé Karmousse", contact: "+33 6 12 35 00 01" };
    const request = await makeRightsRequest(ctx, { ...stated, controllerId: voltiris, rights: "erasure" });
    const access = await makeRightsRequest(ctx, { ...stated, controllerId: orvelle, rights: "access" });
    const unexamined = await makeInstruction(later(), { controllerId: orvelle, kind: "rights-request" });
    await stepRightsRequest(later(), access, "instructed", {
      on: "2026-11-21",
      time: "09:00",
      decision: "execute",
      basis: unexamined.id,
      instructionReason: REASON,
    });
    await makeRightsRequest(ctx, { ...stated, rights: "access" });
    const received = await makeInstruction(later(), { controllerId: voltiris, kind: "erasure" });
    const accepted = await step(later(), await step(later(), received, "check"), "accept");
    const at = { on: "2026-11-21", time: "09:00" };
    const relayed = await stepRightsRequest(later(), request, "relayed", { ...at, means: "telephone" });
    const instructed = await stepRightsRequest(later(), relayed, "instructed", {
      ...at,
      decision: "execute",
      basis: accepted.id,
    });
    const added = await stepRightsRequest(later(), instructed, "task-added", {
      ...at,
      taskKind: "system",
      taskName: "Kiamo",
    });
    const started = await stepRightsRequest(later(), added, "started", at);
    const documentId = await makeDocument(later(), { noun: "rights-request", subjectId: request.id });
    const task = await withOrg(ctx.scope, (tx) =>
      tx.rightsRequestFact.findFirstOrThrow({ where: { requestId: request.id, kind: "task-added" } }),
    );
    await stepRightsRequest(later(), started, "task-answered", {
      ...at,
      taskId: task.id,
      outcome: "done",
      documentId,
    });
  });

  it("give each request its right, its controller, its clocks and what was executed with its proof", async () => {
    const files = await filesOf(["requests"]);
    const rows = rowsOf(files, `${folder}/requests.json`);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      rights: ["erasure"],
      controller: "Voltiris",
      state: "executing",
      decision: "execute",
      relay: { at: "2026-11-21T09:00:00.000Z", clock: "done" },
      answer: { by: "2026-12-21", clock: "running" },
      // The ten clear days of law 09-08 are for a rectification alone.
      clearDays: { by: null, clock: "none" },
      executed: [
        { kind: "system", name: "Kiamo", outcome: "done", proof: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
    expect(rows[2]).toMatchObject({ controller: "", relay: { clock: "none" }, answer: { clock: "none" } });
  });

  it("say for which written reason an unexamined instruction is executed, and who wrote it but to the controller", async () => {
    const path = `${folder}/requests.json`;
    const [examined, executed] = rowsOf(await filesOf(["requests"]), path);
    expect(examined.instructionReason).toBeNull();
    expect(executed.instructionReason).toEqual({ text: REASON, by: ctx.actor.name, at: NOW.toISOString() });
    const [own] = rowsOf(await filesOf(["requests"], forController(orvelle)), path);
    expect(own.instructionReason).toMatchObject({ text: REASON, by: null });
    const table = [...(await filesOf(["requests"]))].find(([name]) => name.endsWith("requests.csv"));
    expect(String(table?.[1])).toContain(REASON);
  });

  it("hold nothing of the person, and no document that may name the person", async () => {
    const files = await filesOf(["requests"]);
    expect([...files.keys()].filter((path) => path.startsWith(`${folder}/documents`))).toEqual([]);
    for (const [path, bytes] of everything(files, folder)) expect(String(bytes), path).not.toMatch(PERSONS);
  });

  it("leave out of a past day what was recorded later", async () => {
    const rows = rowsOf(await filesOf(["requests"], { on: "2026-11-20" }), `${folder}/requests.json`);
    expect(rows[0]).toMatchObject({
      state: "received",
      decision: null,
      instruction: null,
      executed: [],
      relay: { at: null, clock: "waiting" },
    });
    expect(rows[0].facts.map(({ kind }: { kind: string }) => kind)).toEqual(["placed"]);
  });

  it("give a controller its own alone", async () => {
    const rows = rowsOf(await filesOf(["requests"], forController(orvelle)), `${folder}/requests.json`);
    expect(rows.map(({ controller }: { controller: string }) => controller)).toEqual(["Orvelle"]);
  });
});

describe("the calls to sell of a dossier", () => {
  let controllerId = "";
  const folder = "11-telephone";
  const kindsOf = (rows: { kind: string }[]) => rows.map(({ kind }) => kind);

  beforeAll(async () => {
    await begin();
    const { id } = await makePreparedCampaign(ctx);
    controllerId = (await withOrg(ctx.scope, (tx) => tx.campaign.findUniqueOrThrow({ where: { id } })))
      .controllerId;
    await makeScrub(ctx, id);
    await makeConsents(later(), { controllerId, more: ["0611223344;02/10/2026;;FORM-2"] });
    // A job dates what it judged by the machine's clock.
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    await makeCallLog(later(), id);
    vi.useRealTimers();
    await makePreparedCampaign(later());
  });

  it("say what stands against each campaign, its script and its approval, its consents and its judged calls", async () => {
    const files = await filesOf(["telephone"]);
    const rows = rowsOf(files, `${folder}/telephone.json`);
    const own = rows.filter(({ kind }: { kind: string }) => kind !== "campaign");
    expect(kindsOf(rows)).toEqual([
      ...["campaign", "scrub", "campaign", "script", "script", "collection", "consent-file", "call-log"],
    ]);
    expect(rows[0]).toMatchObject({ state: "draft", readiness: { colour: "green", reasons: [] } });
    expect(rows[2].readiness).toMatchObject({
      colour: "red",
      reasons: expect.arrayContaining([expect.objectContaining({ rule: "T9", verdict: "broken" })]),
    });
    expect(own).toMatchObject([
      { certificate: "BLO-2026-08-01", fileCount: 12_000 },
      { edition: 1, isUsed: true, approval: "approved", agents: 2, agentsWhoRead: 1, faults: 0 },
      { edition: 1, isUsed: true },
      { title: "Formulaire du site", holding: 1, wordingSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { extent: "whole", lines: 2, added: 2, refused: 0, endless: 1 },
      { fileName: "appels.csv", calls: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const table = [...files].find(([name]) => name.endsWith("telephone.csv"));
    expect(String(table?.[1])).toMatch(/1 (?:sans fin indiquée|without a stated end)/);
    const log = rows.at(-1);
    expect(log.broken).toBeGreaterThan(0);
    expect(log.findings).toContainEqual(
      expect.objectContaining({ rule: "T5b", article: "D223-9 ; L3133-1", verdict: "broken", calls: 1 }),
    );
  });

  it("name nobody who was called", async () => {
    const files = await filesOf(["telephone"]);
    const keys = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ select: { personKey: true } }));
    expect(keys).not.toEqual([]);
    for (const [path, bytes] of everything(files, folder)) {
      expect(String(bytes), path).not.toMatch(PERSONS);
      for (const { personKey } of keys)
        expect(String(bytes).includes(Buffer.from(personKey).toString("hex")), path).toBe(false);
    }
  });

  it("judge a past day by what was recorded then: its consents and its log came later", async () => {
    const rows = rowsOf(await filesOf(["telephone"], { on: "2026-11-20" }), `${folder}/telephone.json`);
    expect(kindsOf(rows)).toEqual(["campaign", "scrub", "script"]);
    expect(rows[0].readiness).toMatchObject({ colour: "red" });
  });

  it("give a controller its own alone", async () => {
    const rows = rowsOf(
      await filesOf(["telephone"], forController(controllerId)),
      `${folder}/telephone.json`,
    );
    const others = rowsOf(await filesOf(["telephone"]), `${folder}/telephone.json`);
    expect(rows.map((row: { controller: string }) => row.controller)).toEqual(
      rows.map(() => rows[0].controller),
    );
    expect(rows).toHaveLength(others.length - 2);
  });
});

describe("the consultations of a dossier", () => {
  const folder = "12-consultations";
  let controllerId = "";

  beforeAll(async () => {
    await begin();
    controllerId = (await makeController(ctx)).id;
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, ["06 12 35 00 01;;fr", "06 12 35 00 02;;fr"]);
    const tokens = await tokensOf(ctx, id);
    valueOf(await answer(tokens[0]!, { q1: "allow", q2: "refuse" }, NOW));
    valueOf(await answer(tokens[1]!, { q1: "refuse" }, NOW));
    await makeOpenConsultation(later(), { controllerId: (await makeController(ctx)).id });
  });

  it("count what was answered to each question, and say on which instruction it was asked", async () => {
    const files = await filesOf(["consultations"]);
    const rows = rowsOf(files, `${folder}/consultations.json`);
    expect(rows).toHaveLength(4);
    expect(rows.slice(0, 2)).toMatchObject([
      {
        state: "open",
        openedOn: "2026-11-20",
        instruction: expect.stringMatching(/-2026-/),
        people: { people: 2, sent: 0, revoked: 0, answered: 2 },
        question: { act: "telephone", purpose: "Abonnement à la fibre", allowed: 1, refused: 1 },
      },
      { question: { act: "transfer", country: "SN", allowed: 0, refused: 1 } },
    ]);
    for (const [path, bytes] of everything(files, folder)) expect(String(bytes), path).not.toMatch(PERSONS);
  });

  it("had no answer on the day on which they were opened", async () => {
    const rows = rowsOf(
      await filesOf(["consultations"], { on: "2026-11-20" }),
      `${folder}/consultations.json`,
    );
    expect(rows).toMatchObject([
      { people: { people: 2, answered: 0 }, question: { allowed: 0, refused: 0 } },
      { question: { allowed: 0, refused: 0 } },
    ]);
  });

  it("are shown to their own controller alone", async () => {
    const files = await filesOf(["consultations"], forController(controllerId));
    expect(rowsOf(files, `${folder}/consultations.json`)).toHaveLength(2);
  });
});

describe("the choices of a dossier", () => {
  const folder = "13-choices";
  const number = "06 12 35 00 01";
  let [own, other] = ["", ""];

  beforeAll(async () => {
    await begin();
    own = (await makeController(ctx)).id;
    other = (await makeController(ctx, { legalName: "Orvelle" })).id;
    const at = { on: "2026-11-20", time: "09:30", number };
    await makeChoice(ctx, { ...at, controllerId: own, act: "recording", proof: "Fiche de Zoé Karmousse" });
    await makeChoice(later(), { ...at, controllerId: other });
    await makeParentalRequest(later(), { controllerId: own, number, parent: "Paul Karmousse" });
    // Agreements of a file are counted elsewhere, but what awaits a parent.
    await makeConsents(later(), { controllerId: other });
  });
  const rowsIn = async (asked: object = {}) =>
    rowsOf(await filesOf(["choices"], asked), `${folder}/choices.json`);

  it("give each choice with what proves it, and what was asked of a parent, under one digest of their person", async () => {
    const rows = await rowsIn(forController(own));
    const typed = createHash("sha256").update("Fiche de Zoé Karmousse").digest("hex");
    // Rows of one instant have no order of their own.
    const [refusal, asked] = ["choice", "authorisation"].map((kind) =>
      rows.find((row: { kind: string }) => row.kind === kind),
    );
    const [agreement, awaiting] = ["allowed", "awaiting"].map((outcome) =>
      rows.find((row: { outcome?: string }) => row.outcome === outcome),
    );
    expect(rows).toHaveLength(4);
    expect(refusal).toMatchObject({ act: "recording", outcome: "refused", proof: `SHA-256 ${typed}` });
    expect(agreement).toMatchObject({ kind: "choice", act: "mail", outcome: "allowed", source: "form" });
    expect(asked).toMatchObject({ kind: "authorisation", power: "parent", authorisedOn: null });
    expect(asked.of).toBe(agreement.reference);
    expect(awaiting).toMatchObject({ outcome: "awaiting", authorisation: asked.reference });
    const people = new Set(rows.map(({ person }: { person: string }) => person));
    expect([...people]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  it("name no person, nor their key, in any file, and have no text of the journal", async () => {
    const key = personKey(ctx.scope.org, "+33612350001").toString("hex");
    for (const [path, bytes] of everything(await filesOf(["choices"]), folder)) {
      expect(String(bytes), path).not.toMatch(PERSONS);
      expect(String(bytes), path).not.toContain(key);
    }
  });

  it("are shown to their own controller alone, and of a past day as far as they were recorded", async () => {
    expect(await rowsIn()).toHaveLength(5);
    expect(await rowsIn(forController(other))).toMatchObject([{ controller: "Orvelle", outcome: "refused" }]);
    expect(await rowsIn({ on: "2026-11-20" })).toMatchObject([{ act: "recording" }]);
    const files = await filesOf(["choices"], forController(other));
    // Says of a refusal of calls that it is an objection, 21(2).
    expect(String(files.get(`${folder}/choices.csv`))).toMatch(/;Opposition;[^;]*20[^;]*2026/);
  });
});
