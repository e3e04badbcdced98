import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { makeInstruction } from "@/prisma/factories/instruction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findPerson } from "@/lib/features/choice/write/mutations";
import { findChoicesOf } from "@/lib/features/choice/read/queries";
import { openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { requestEventSchema, requestReceiveSchema } from "@/lib/features/rights-request/schema";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";
import { receiveRequest, recordEvent } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const event = ({ id, version }: { id: string; version: number }, kind: string, stated: object = {}) =>
  requestEventSchema.parse({ id, version, kind, on: "2026-01-06", time: "09:00", ...stated });
const readFile = (id: string) =>
  withOrg(ctx.scope, async (tx) => (await findClockedRequests(tx, { id }))[0]!);
const lastEntry = () =>
  withOrg(ctx.scope, (tx) =>
    tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
  );
const choicesOf = async (contact: string) => {
  const found = await findPerson(ctx, { contact, country: "FR" });
  if (!found.ok) throw new Error("no contact");
  return withOrg(ctx.scope, (tx) => findChoicesOf(tx, found.value.person));
};

describe("receiveRequest", () => {
  it("numbers the request, places it, and says in the journal nothing of the person", async () => {
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId });
    expect(row).toMatchObject({
      ...{ reference: expect.stringMatching(/^DP-\d{3}$/), state: "received", version: 1, controllerId },
      receivedAt: new Date("2026-01-05T09:30:00Z"),
    });
    expect(openPerson(row.contactSealed)).toEqual({
      name: "Une cliente",
      contact: "06 12 34 56 78",
      language: null,
      client: "",
      calledNumber: "",
    });
    expect(openWords(row.wordsSealed)).toBe("Ne m’appelez plus.");
    const { event: name, text } = await lastEntry();
    expect(name).toBe("choice.recorded");
    expect(text).not.toMatch(/cliente|appelez|12 34/);
  });

  it("leaves neither number, address, name nor words in clear", async () => {
    await makeRightsRequest(ctx, {
      ...{ name: "Zoé Karmousse", contact: "zoe.karmousse@exemple.fr", words: "Effacez le 06 98 76 54 32" },
      rights: ["erasure", "access"],
    });
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ found: boolean }>(
      `SELECT bool_or(t::text ~* 'karmousse|98 76 54|698765432') AS found FROM (
         SELECT to_jsonb(r) AS t FROM rights_request r UNION ALL SELECT to_jsonb(f) FROM rights_request_fact f
         UNION ALL SELECT to_jsonb(j) FROM journal_text j UNION ALL SELECT to_jsonb(s) FROM form_submission s
         UNION ALL SELECT to_jsonb(d) FROM search_document d) all_rows`,
    );
    await owner.end();
    expect(rows[0]?.found).toBe(false);
  });

  it("is of writers, for a controller of theirs, and never to come", async () => {
    const input = (stated: object = {}) =>
      requestReceiveSchema.parse({
        rights: "access",
        channel: "letter",
        on: "2026-01-05",
        time: "10:30",
        ...stated,
      });
    expect(await receiveRequest(as(ctx, "viewer"), input())).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    const { id: controllerId } = await makeController(foreign);
    expect(await receiveRequest(ctx, input({ controllerId }))).toMatchObject({
      refusal: { kind: "invalid" },
    });
    expect(await receiveRequest(ctx, input({ on: "2999-01-01" }))).toMatchObject({
      refusal: { issues: [{ path: "on", key: "dateAhead" }] },
    });
  });

  it("shows nothing to another organisation", async () => {
    const { id } = await makeRightsRequest(ctx);
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await withOrg(foreign.scope, (tx) => findClockedRequests(tx, {}))).toEqual([]);
    expect(
      await recordEvent(foreign, event({ id, version: 0 }, "not-ours", { cause: "no-data" })),
    ).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("an objection to marketing", () => {
  it("is a refusal in the register of choices at once", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { reference } = await makeRightsRequest(ctx, { controllerId, contact: "+33 6 21 22 23 24" });
    expect(await choicesOf("06 21 22 23 24")).toMatchObject([
      {
        act: "telephone",
        purpose: "",
        outcome: "refused",
        source: "call",
        proof: reference,
        controller: { id: controllerId },
      },
    ]);
  });

  it("is one of letters, found by its address, where that was given", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = "Zoe.Karmousse@personne.example";
    await makeRightsRequest(ctx, { controllerId, contact, channel: "e-mail" });
    expect(await choicesOf("zoe.karmousse@PERSONNE.example")).toMatchObject([
      { act: "mail", purpose: "", outcome: "refused", source: "email", controller: { id: controllerId } },
    ]);
  });

  it("is one as soon as its controller is found, and no other right is", async () => {
    const { id: controllerId } = await makeController(ctx);
    const unplaced = await makeRightsRequest(ctx, { contact: "06 31 32 33 34" });
    expect(await choicesOf("06 31 32 33 34")).toEqual([]);
    await stepRightsRequest(ctx, unplaced, "placed", { controllerId });
    expect(await choicesOf("06 31 32 33 34")).toHaveLength(1);
    await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "06 41 42 43 44" });
    expect(await choicesOf("06 41 42 43 44")).toEqual([]);
  });
});

describe("recordEvent", () => {
  it("goes from receipt to the end, with a line for each system", async () => {
    const record = await makeRecord(ctx);
    const controllerId = record.controllerId!;
    const content = { ...(record.content as object), tools: ["CRM", "Enregistreur"] };
    await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.update({ where: { id: record.id }, data: { content } }),
    );
    const { id: instruction } = await makeInstruction(ctx, { controllerId });
    let row = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
    row = await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
    row = await stepRightsRequest(ctx, row, "instructed", { decision: "execute", basis: instruction });
    expect(await recordEvent(ctx, event(row, "started"))).toMatchObject({
      refusal: { issues: [{ key: "rights-request.noTasks" }] },
    });
    row = await stepRightsRequest(ctx, row, "task-added", { tasks: ["system crm", "system enregistreur"] });
    row = await stepRightsRequest(ctx, row, "started");
    const { file } = await readFile(row.id);
    expect(file.tasks.map(({ name, recordIds }) => [name, recordIds])).toEqual([
      ["CRM", [record.id]],
      ["Enregistreur", [record.id]],
    ]);
    row = await stepRightsRequest(ctx, row, "task-answered", { taskId: file.tasks[0]!.id, outcome: "done" });
    expect(await recordEvent(ctx, event(row, "confirmed"))).toMatchObject({
      refusal: { issues: [{ key: "rights-request.openTasks" }] },
    });
    row = await stepRightsRequest(ctx, row, "task-answered", {
      taskId: file.tasks[1]!.id,
      outcome: "none-held",
    });
    row = await stepRightsRequest(ctx, await stepRightsRequest(ctx, row, "confirmed"), "closed");
    expect(row).toMatchObject({ state: "closed", relayedAt: new Date("2026-01-06T08:00:00Z"), version: 10 });
    expect((await lastEntry()).event).toBe("rights-request.recorded");
  });

  it("refuses another controller's instruction, and a mandate that no contract gives", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: foreign } = await makeInstruction(ctx);
    const row = await makeRightsRequest(ctx, { controllerId });
    const instructed = (basis: string) =>
      recordEvent(ctx, event(row, "instructed", { decision: "execute", basis }));
    expect(await instructed(foreign)).toMatchObject({ refusal: { issues: [{ path: "basis" }] } });
    expect(await instructed("contract")).toMatchObject({
      refusal: { issues: [{ key: "rights-request.notMandated" }] },
    });
  });

  it("keeps what two record apart, and says who was first of what moves the same", async () => {
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId });
    await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
    expect(await recordEvent(ctx, event(row, "not-ours", { cause: "no-data" }))).toMatchObject({
      refusal: { kind: "conflict", author: ctx.actor.name },
    });
    expect(await recordEvent(ctx, event(row, "controller-received"))).toMatchObject({ ok: true });
    expect((await readFile(row.id)).file.version).toBe(3);
  });

  it("leaves decisions to the stewards", async () => {
    const row = await makeRightsRequest(ctx);
    expect(await recordEvent(as(ctx, "editor"), event(row, "not-ours", { cause: "no-data" }))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

it("is rewritten by nobody: neither its facts, nor what was received", async () => {
  const { id } = await makeRightsRequest(ctx, { controllerId: (await makeController(ctx)).id });
  for (const change of [
    () => withOrg(ctx.scope, (tx) => tx.rightsRequestFact.updateMany({ data: { kind: "closed" } })),
    () =>
      withOrg(ctx.scope, (tx) => tx.rightsRequest.updateMany({ where: { id }, data: { channel: "letter" } })),
    () =>
      withOrg(ctx.scope, (tx) =>
        tx.rightsRequest.updateMany({ where: { id }, data: { contactSealed: null } }),
      ),
  ])
    await expect(change()).rejects.toThrow(/permission denied|does not change/);
});

describe("an answer to the person", () => {
  it("is a fact of its own: whose, when and how; confirming to the controller is none", async () => {
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
    const relayed = await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
    const stated = { answeredBy: "controller", answerMeans: "post", answer: "action-taken" };
    // The controller answered before its processor had the request.
    const before = { on: "2026-01-04", time: "10:00" };
    expect(
      await recordEvent(
        ctx,
        event(relayed, "answered", { ...stated, answerMeans: "letter", words: "Fait." }),
      ),
    ).toMatchObject({
      refusal: { issues: [{ path: "answerMeans", key: "rights-request.notOurLetter" }] },
    });
    expect(
      await recordEvent(ctx, event(relayed, "answered", { ...stated, answeredBy: "processor" })),
    ).toMatchObject({
      refusal: { issues: [{ path: "answeredBy", key: "rights-request.notAskedToAnswer" }] },
    });
    const answered = await stepRightsRequest(ctx, relayed, "answered", { ...stated, ...before });
    expect(answered.answeredAt?.toISOString()).toBe("2026-01-04T09:00:00.000Z");
    expect((await readFile(row.id)).file).toMatchObject({ state: "relayed", answered: { value: stated } });
    const closed = await stepRightsRequest(ctx, answered, "closed");
    expect(closed.state).toBe("closed");
  });

  it("leaves by e-mail on the controller's instruction alone, and its words are nowhere in clear", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: basis } = await makeInstruction(ctx, { controllerId });
    const make = async (contact: string) => {
      const row = await makeRightsRequest(ctx, { controllerId, rights: "erasure", contact });
      const relayed = await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
      return stepRightsRequest(ctx, relayed, "instructed", { decision: "execute-and-answer", basis });
    };
    const stated = { answeredBy: "processor", answerMeans: "letter", answer: "action-taken" };
    const words = "Vos données sont effacées, Madame Karmoussi.";
    const byNumber = await make("06 12 34 56 99");
    expect(await recordEvent(ctx, event(byNumber, "answered", { ...stated, words }))).toMatchObject({
      refusal: { issues: [{ path: "answerMeans", key: "rights-request.noPersonAddress" }] },
    });
    expect(() => event(byNumber, "answered", stated)).toThrow(/words/);
    const row = await make("personne.repondue@exemple.fr");
    await stepRightsRequest(ctx, row, "answered", { ...stated, words });
    const { file } = await readFile(row.id);
    const [letterId] = file.answered?.value.letterIds ?? [];
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { id: letterId } }),
    );
    expect(letter).toMatchObject({ template: "rights-request-answer", toAddress: "", toName: "" });
    expect(letter.sealed).not.toBeNull();
    const { text } = await lastEntry();
    expect(JSON.stringify([letter.params, text, file.answered])).not.toMatch(/Karmoussi|repondue/);
  });

  it("says of what is passed on late that it is late", async () => {
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
    await stepRightsRequest(ctx, row, "relayed", { means: "letter" });
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({
        where: { template: "rights-request-passed-on-whole" },
        orderBy: { createdAt: "desc" },
      }),
    );
    const params = letter.params as Record<string, string>;
    expect(params).toMatchObject({ timing: "noterm" });
    expect(Number(params.hours)).toBeGreaterThan(48);
    const composed = await composeLetter({
      template: letter.template,
      locale: "fr",
      params,
      organisation: null,
      secrets: { person: "P", words: "W" },
    });
    expect(composed.paragraphs.join(" ")).not.toContain("transmise sans délai");
    expect(composed.paragraphs.join(" ")).toContain(`${params.hours} h après sa réception`);
  });
});
