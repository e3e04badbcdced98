import { stopLimits } from "@/lib/domain/rights-request/extent";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeAccepted, makeInstruction } from "@/prisma/factories/instruction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { personKey } from "@/lib/platform/secrets/person-key";
import { findPerson } from "@/lib/features/choice/write/mutations";
import { findChoicesOf } from "@/lib/features/choice/read/queries";
import { openPerson, openWords, sealPerson } from "@/lib/features/rights-request/read/person";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { requestEventSchema, requestReceiveSchema } from "@/lib/features/rights-request/schema";
import { composeLetter } from "@/lib/i18n/letter";
import { done } from "@/lib/domain/outcome/outcome";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";
import { receiveRequest, recordEvent } from "./mutations";
import { stopContact } from "./objection";

const REASON = "La personne, rappelée ce jour";

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
  const made = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, found.value.people[0]!.person));
  // Choices of one instant come in the order of their ids, which is by chance.
  return made.sort((a, b) => a.act.localeCompare(b.act));
};

describe("receiveRequest", () => {
  it("numbers the request, places it, and says in the journal nothing of the person", async () => {
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId });
    expect(row).toMatchObject({
      reference: expect.stringMatching(/^DP-\d{3}$/),
      state: "received",
      version: 1,
      controllerId,
      receivedAt: new Date("2026-01-05T09:30:00Z"),
    });
    expect(openPerson(row.contactSealed)).toEqual({
      name: "Une cliente",
      contact: "+33 6 12 34 56 78",
      language: null,
      client: "",
      calledNumber: "",
      numberCountry: "",
      identifiers: [{ kind: "telephone", value: "+33612345678" }],
      doubtful: [],
    });
    expect(openWords(row.wordsSealed)).toBe("Ne m’appelez plus.");
    const { event: name, text } = await lastEntry();
    expect(name).toBe("choice.recorded");
    expect(text).not.toMatch(/cliente|appelez|12 34/);
  });

  it("leaves neither number, address, name nor words in clear", async () => {
    await makeRightsRequest(ctx, {
      name: "Zoé Karmousse",
      contact: "zoe.karmousse@exemple.fr",
      words: "Effacez le 06 98 76 54 32",
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
    const made = await choicesOf("06 21 22 23 24");
    // Nobody calls the number, nor writes to it: one choice for each.
    expect(made.map(({ act }) => act).sort()).toEqual(["mail", "telephone"]);
    for (const choice of made)
      expect(choice).toMatchObject({
        purpose: "",
        outcome: "refused",
        source: "call",
        proof: { kind: "stated", text: reference },
        controller: { id: controllerId },
      });
  });

  it("is one of letters, found by its address, where that was given", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = "Zoe.Karmousse@personne.example";
    await makeRightsRequest(ctx, { controllerId, contact, channel: "e-mail" });
    expect(await choicesOf("zoe.karmousse@PERSONNE.example")).toMatchObject([
      { act: "mail", purpose: "", outcome: "refused", source: "email", controller: { id: controllerId } },
    ]);
  });

  it("holds under number and address where one request names both", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "MA" });
    const contact = "06 51 52 53 54 ; zoe.karmousse-5@personne.example";
    await makeRightsRequest(ctx, { controllerId, contact });
    expect((await choicesOf("+212651525354")).map(({ act }) => act).sort()).toEqual(["mail", "telephone"]);
    expect(await choicesOf("zoe.karmousse-5@personne.example")).toMatchObject([
      { act: "mail", outcome: "refused" },
    ]);
  });

  const heldUnder = (numbers: string[]) => {
    const keys = numbers.map((number) => personKey(ctx.scope.org, number).toString("hex"));
    return withOrg(ctx.scope, async (tx) => {
      const pending = await findPendingObjections(tx, new Set(keys), Date.now());
      return numbers.filter((_, place) => pending.has(keys[place]!));
    });
  };

  it("is asked for the country of a number that several of its controller's countries have", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "BE" });
    await makeCampaign(ctx, { controllerId, territories: ["FR"] });
    const input = requestReceiveSchema.parse({
      rights: "marketing-objection",
      channel: "telephone",
      on: "2026-01-05",
      time: "10:30",
      contact: "0470 12 34 57 ; +33 6 12 34 56 78",
      controllerId,
    });
    expect(await receiveRequest(ctx, input)).toMatchObject({
      refusal: { issues: [{ path: "contact", key: "rights-request.ambiguousNumber" }] },
    });
  });

  it("holds under every number that it names, and in every country that has one, until it is placed", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "BE" });
    const numbers = ["+33651525361", "+33651525362", "+33651525363", "+32470123461", "+33470123461"];
    const contact = "+33 6 51 52 53 61, +33 6 51 52 53 62, +33 6 51 52 53 63, 0470 12 34 61";
    const asked = await makeRightsRequest(ctx, { contact });
    expect(await heldUnder(numbers)).toEqual(numbers);
    await stepRightsRequest(ctx, asked, "placed", { controllerId });
    expect(await heldUnder(numbers)).toEqual([]);
    for (const number of numbers)
      expect((await choicesOf(number)).map(({ act }) => act).sort(), number).toEqual(["mail", "telephone"]);
  });

  it("holds under a number of its words until whoever places it drops what is not the person's", async () => {
    const { id: controllerId } = await makeController(ctx);
    const words = "Ne m’appelez plus au +33 6 51 52 53 71. Votre numéro était le +33 1 70 18 00 71.";
    const contact = "jean-71@personne.example";
    const numbers = ["+33651525371", "+33170180071"];
    const asked = await makeRightsRequest(ctx, { channel: "e-mail", contact, words });
    expect(await heldUnder(numbers)).toEqual(numbers);
    const typed = { id: asked.id, version: asked.version, kind: "placed", on: "2026-01-06", time: "09:00" };
    const place = (droppedReason: string) =>
      requestEventSchema.safeParse({ ...typed, controllerId, dropped: ["1"], droppedReason });
    expect(place("").error?.issues).toMatchObject([
      { path: ["droppedReason"], message: "rights-request.droppedReason" },
    ]);
    expect(await recordEvent(ctx, place("Le +33 6 51 52 53 71 est le sien").data!)).toMatchObject({
      refusal: { issues: [{ path: "droppedReason", key: "rights-request.reasonNamesPerson" }] },
    });
    await stepRightsRequest(ctx, asked, "placed", { controllerId, dropped: ["1"], droppedReason: REASON });
    expect((await choicesOf(numbers[0]!)).map(({ act }) => act).sort()).toEqual(["mail", "telephone"]);
    expect(await choicesOf(numbers[1]!)).toEqual([]);
    const { facts } = await readFile(asked.id);
    const placed = facts.find(({ kind }) => kind === "placed")?.value;
    expect(placed).toMatchObject({ dropped: [1], droppedReason: REASON });
    const access = { rights: "access", contact: "jean-72@personne.example" };
    await makeRightsRequest(ctx, { ...access, words: "Appelez-moi au +33 6 51 52 53 72" });
    expect(await heldUnder(["+33651525372"])).toEqual([]);
  });

  it("is read again by the countries of its controller, where it was read as French alone before", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "BE" });
    const placed = async (stated: { contact: string; number: string; numberCountry?: string }) => {
      const { number, ...person } = stated;
      const row = await makeRightsRequest(ctx, { contact: "+33 6 51 52 53 90" });
      const contactSealed = sealPerson({
        name: "",
        identifiers: [{ kind: "telephone", value: number }],
        ...person,
      });
      await write(withoutRight(ctx), async (tx, journal) => {
        const before = { ...row, contactSealed };
        await stopContact({ tx, ctx, journal }, before, { controllerId, ...stopLimits({}) });
        return done(null);
      });
    };
    await placed({ contact: "0470 12 34 91", number: "+33470123491" });
    expect(await choicesOf("+32470123491")).toHaveLength(2);
    expect(await choicesOf("+33470123491")).toHaveLength(2);
    await placed({ contact: "0470 12 34 92", number: "+33470123492", numberCountry: "FR" });
    expect(await choicesOf("+32470123492")).toEqual([]);
  });

  it("holds under a number of its words where nobody gave any contact", async () => {
    const { id: controllerId } = await makeController(ctx);
    const nobody = { name: "", contact: "", words: "Plus d’appels au +33 6 51 52 53 81" };
    await stepRightsRequest(ctx, await makeRightsRequest(ctx, nobody), "placed", { controllerId });
    expect(await choicesOf("+33651525381")).toHaveLength(2);
  });

  it.each([
    ["objection", "refused", "06 51 52 53 54"],
    ["consent-withdrawal", "withdrawn", "06 51 52 53 55"],
  ])("is one also by %s, 21(1) and 7(3), held while nobody knows whose", async (rights, outcome, number) => {
    const { id: controllerId } = await makeController(ctx);
    const contact = `+33 ${number.slice(1)}`;
    const unplaced = await makeRightsRequest(ctx, { rights, contact });
    const key = personKey(ctx.scope.org, contact.replaceAll(" ", "")).toString("hex");
    const pending = () => withOrg(ctx.scope, (tx) => findPendingObjections(tx, new Set([key]), Date.now()));
    expect((await pending()).get(key)).toMatchObject([{ id: unplaced.id }]);
    await stepRightsRequest(ctx, unplaced, "placed", { controllerId });
    const made = await choicesOf(number);
    expect(made.map((choice) => [choice.act, choice.outcome]).sort()).toEqual([
      ["mail", outcome],
      ["telephone", outcome],
    ]);
    expect((await pending()).size).toBe(0);
  });

  it("is limited to the times that its words name, for the look-up and a list, and ends everything until then", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const contact = "+33 6 31 32 33 47";
    const asked = await makeRightsRequest(ctx, { contact, words: "Pas avant 18 h, ni le samedi." });
    const limited = { controllerId, barredDays: ["6"], barredFrom: "00:00", barredUntil: "18:00" };
    expect(() => event(asked, "placed", limited)).toThrow("required");
    await stepRightsRequest(ctx, asked, "placed", { ...limited, narrowedBy: "words" });
    const { facts } = await readFile(asked.id);
    expect(facts.find(({ kind }) => kind === "placed")?.value).toMatchObject({
      stops: "everything",
      stopTimes: { days: [6], from: "00:00", until: "18:00" },
    });
    const made = await choicesOf(contact);
    expect(made.map(({ act, times }) => [act, times])).toEqual(
      ["mail", "telephone"].map((act) => [
        act,
        { days: [6], from: "00:00", until: "18:00", zones: ["Europe/Paris"] },
      ]),
    );
  });

  it("is limited to the part of a day that its words name, and names the hour that is missing", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const contact = "+33 6 31 32 33 49";
    const asked = await makeRightsRequest(ctx, { contact, words: "Pas le lundi après 18 h." });
    const placedWith = (until: string) => ({
      controllerId,
      narrowedBy: "words",
      barredWindows: { d1: { from: "18:00", until } },
    });
    expect(() => event(asked, "placed", placedWith(""))).toThrow(/"barredWindows",\s*"d1",\s*"until"/);
    expect(() => event(asked, "placed", placedWith("18:00"))).toThrow("sameHour");
    await stepRightsRequest(ctx, asked, "placed", placedWith("00:00"));
    const windows = [{ day: 1, from: "18:00", until: "00:00" }];
    expect((await choicesOf(contact)).map(({ times }) => times?.windows)).toEqual([windows, windows]);
  });

  it("recorded for a client is asked whether it is limited to the times of its words", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const stated = { controllerId, contact: "+33 6 31 32 33 48", words: "Jamais le dimanche" };
    await expect(makeRightsRequest(ctx, stated)).rejects.toThrow("timesAsked");
    await makeRightsRequest(ctx, { ...stated, timesAnswer: "as-written" });
    expect((await choicesOf(stated.contact)).map(({ times }) => times?.days)).toEqual([[7], [7]]);
    const contact = "+33 6 31 32 33 52";
    const words = "Pas entre 8 et 10 ni entre 18 et 20 le lundi";
    await makeRightsRequest(ctx, { controllerId, contact, words, timesAnswer: "as-written" });
    const windows = [
      { day: 1, from: "08:00", until: "10:00" },
      { day: 1, from: "18:00", until: "20:00" },
    ];
    expect((await choicesOf(contact)).map(({ times }) => times?.windows)).toEqual([windows, windows]);
  });

  it("ends everything until somebody narrows it to what the words ask for, with a reason", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = "+33 6 31 32 33 44";
    const asked = await makeRightsRequest(ctx, { contact, words: "Plus de SMS." });
    const key = personKey(ctx.scope.org, contact.replaceAll(" ", "")).toString("hex");
    const pending = await withOrg(ctx.scope, (tx) => findPendingObjections(tx, new Set([key]), Date.now()));
    expect(pending.get(key)).toHaveLength(1);
    const narrowed = { controllerId, stops: "messages" };
    expect(() => event(asked, "placed", narrowed)).toThrow("narrowedBy");
    await stepRightsRequest(ctx, asked, "placed", { ...narrowed, narrowedBy: "words" });
    expect((await choicesOf("06 31 32 33 44")).map(({ act }) => act)).toEqual(["mail"]);
    const { facts } = await readFile(asked.id);
    expect(facts.find(({ kind }) => kind === "placed")?.value).toMatchObject({
      stops: "messages",
      narrowedBy: "words",
    });
    const access = await makeRightsRequest(ctx, { rights: "access", contact: "+33 6 31 32 33 45" });
    await stepRightsRequest(ctx, access, "placed", { controllerId });
    expect(
      (await readFile(access.id)).facts.find(({ kind }) => kind === "placed")?.value.stops,
    ).toBeUndefined();
  });

  it("is one as soon as its controller is found, and no right to know is", async () => {
    const { id: controllerId } = await makeController(ctx);
    const unplaced = await makeRightsRequest(ctx, { contact: "+33 6 31 32 33 34" });
    expect(await choicesOf("06 31 32 33 34")).toEqual([]);
    await stepRightsRequest(ctx, unplaced, "placed", { controllerId });
    expect(await choicesOf("06 31 32 33 34")).toHaveLength(2);
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
    const { id: instruction } = await makeAccepted(ctx, { controllerId, kind: "erasure" });
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
    expect(await recordEvent(ctx, event(row, "confirmed", { means: "elsewhere" }))).toMatchObject({
      refusal: { issues: [{ key: "rights-request.openTasks" }] },
    });
    row = await stepRightsRequest(ctx, row, "task-answered", {
      taskId: file.tasks[1]!.id,
      outcome: "none-held",
    });
    row = await stepRightsRequest(
      ctx,
      await stepRightsRequest(ctx, row, "confirmed", { means: "elsewhere" }),
      "closed",
    );
    expect(row).toMatchObject({ state: "closed", relayedAt: new Date("2026-01-06T08:00:00Z"), version: 10 });
    expect((await lastEntry()).event).toBe("rights-request.recorded");
  });

  it("refuses an instruction of another controller, of another kind or unexamined, and a mandate that no contract gives", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: foreign } = await makeAccepted(ctx, { kind: "erasure" });
    const { id: calls } = await makeAccepted(ctx, { controllerId, kind: "campaign" });
    const { id: received } = await makeInstruction(ctx, { controllerId, kind: "rights-request" });
    const row = await makeRightsRequest(ctx, { controllerId });
    const instructed = (basis: string) =>
      recordEvent(ctx, event(row, "instructed", { decision: "execute", basis }));
    expect(await instructed(foreign)).toMatchObject({
      refusal: { issues: [{ path: "basis", key: "instructionElsewhere" }] },
    });
    expect(await instructed(calls)).toMatchObject({
      refusal: { issues: [{ path: "basis", key: "instructionOtherKind" }] },
    });
    expect(await instructed(received)).toMatchObject({
      refusal: { issues: [{ path: "instructionReason", key: "instructionReason_Unexamined" }] },
    });
    expect(await instructed("contract")).toMatchObject({
      refusal: { issues: [{ key: "rights-request.notMandated" }] },
    });
  });

  it("executes an unexamined instruction on a written reason that names nobody, which page and journal show", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: basis } = await makeInstruction(ctx, { controllerId, kind: "rights-request" });
    const row = await makeRightsRequest(ctx, {
      controllerId,
      name: "Inès Ferrand",
      contact: "ines@example.org",
    });
    const instructed = (instructionReason: string) =>
      recordEvent(ctx, event(row, "instructed", { decision: "execute", basis, instructionReason }));
    for (const reason of ["Mme Ferrand attend depuis un mois", "écrire à ines@example.org"])
      expect(await instructed(reason)).toMatchObject({
        refusal: { issues: [{ path: "instructionReason", key: "rights-request.reasonNamesPerson" }] },
      });
    valueOf(await instructed("Le mois de la personne finit demain"));
    const { file } = await readFile(row.id);
    expect(file.instructed?.value.instructionReason).toBe("Le mois de la personne finit demain");
    expect((await lastEntry()).text).toContain("Le mois de la personne finit demain");
    const at = { id: row.id, version: file.version };
    const added = await stepRightsRequest(ctx, at, "task-added", { taskKind: "system", taskName: "CRM" });
    valueOf(await recordEvent(ctx, event(added, "started")));
    expect((await readFile(row.id)).file.state).toBe("executing");
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
    expect(await recordEvent(ctx, event(relayed, "answered", { ...stated, ...before }))).toMatchObject({
      refusal: { issues: [{ path: "on", key: "rights-request.answerBeforeReceipt" }] },
    });
    const had = await stepRightsRequest(ctx, relayed, "controller-received", {
      on: "2026-01-03",
      time: "10:00",
    });
    const answered = await stepRightsRequest(ctx, had, "answered", { ...stated, ...before });
    expect(answered.answeredAt?.toISOString()).toBe("2026-01-04T09:00:00.000Z");
    expect((await readFile(row.id)).file).toMatchObject({ state: "relayed", answered: { value: stated } });
    const closed = await stepRightsRequest(ctx, answered, "closed");
    expect(closed.state).toBe("closed");
  });

  it("leaves by e-mail on the controller's instruction alone, and its words are nowhere in clear", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: basis } = await makeAccepted(ctx, { controllerId, kind: "rights-request" });
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
    // The person chose no language, and reads French.
    const arabic = { ...stated, words: "حذفنا جميع بياناتكم من ملفاتنا." };
    expect(await recordEvent(ctx, event(row, "answered", arabic))).toMatchObject({
      refusal: { issues: [{ path: "words", key: "rights-request.otherLanguage" }] },
    });
    const other = await make("autre.personne@exemple.fr");
    valueOf(await recordEvent(ctx, event(other, "answered", { ...arabic, isLanguageMeant: "on" })));
    await stepRightsRequest(ctx, row, "answered", { ...stated, words });
    const { facts } = await readFile(row.id);
    const answered = facts.find(({ kind }) => kind === "answered");
    const [letterId] = answered?.value.letterIds ?? [];
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { id: letterId } }),
    );
    expect(letter).toMatchObject({ template: "rights-request-reply", toAddress: "", toName: "" });
    expect(letter.sealed).not.toBeNull();
    const { text } = await lastEntry();
    expect(JSON.stringify([letter.params, text, answered])).not.toMatch(/Karmoussi|repondue/);
  });

  it("says of what is passed on late that it is late", async () => {
    const { id: controllerId } = await makeController(ctx);
    const row = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
    await stepRightsRequest(ctx, row, "relayed", { means: "letter" });
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({
        where: { template: "rights-request-forwarded-whole" },
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
    // Its month has passed, and is not said as if to come.
    expect(params.lapse).toBe("past");
    expect(composed.paragraphs.join(" ")).toContain("cette date est passée");
    expect(composed.paragraphs.join(" ")).not.toContain("est attendue");
  });
});

describe("an objection that its person narrowed to one purpose", () => {
  it("ends that purpose of its controller alone, with a reason, and is passed on so", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "dpo@client.example" });
    const { id: otherId } = await makeController(ctx);
    await makeCampaign(ctx, { controllerId, product: "Enquêtes" });
    await makeCampaign(ctx, { controllerId: otherId, product: "Mutuelle" });
    const row = await makeRightsRequest(ctx, { contact: "+33 6 21 22 23 77" });
    const place = (stated: object) =>
      requestEventSchema.safeParse({
        id: row.id,
        version: row.version,
        kind: "placed",
        on: "2026-01-06",
        time: "09:00",
        controllerId,
        ...stated,
      });
    expect(place({ stopPurpose: "Enquêtes" }).error?.issues).toMatchObject([{ path: ["narrowedBy"] }]);
    const elsewhere = place({ stopPurpose: "Mutuelle", narrowedBy: "words" }).data!;
    expect(await recordEvent(ctx, elsewhere)).toMatchObject({
      refusal: { issues: [{ path: "stopPurpose", key: "rights-request.purposeElsewhere" }] },
    });
    valueOf(await recordEvent(ctx, place({ stopPurpose: "Enquêtes", narrowedBy: "words" }).data!));
    const made = await choicesOf("06 21 22 23 77");
    expect(made.map(({ purpose, outcome }) => `${purpose} ${outcome}`)).toEqual([
      "Enquêtes refused",
      "Enquêtes refused",
    ]);
    const read = await readFile(row.id);
    expect(read.facts.at(-1)?.value).toMatchObject({ stopPurpose: "Enquêtes", narrowedBy: "words" });
    await stepRightsRequest(ctx, { id: row.id, version: read.file.version }, "relayed", { means: "letter" });
    const letters = await withOrg(ctx.scope, (tx) => tx.outboxMail.findMany({ select: { params: true } }));
    expect(letters.map(({ params }) => (params as { rights?: string }).rights)).toContainEqual(
      expect.stringContaining("Enquêtes"),
    );
    const facts = (await readFile(row.id)).facts;
    expect(facts.at(-1)).toMatchObject({ kind: "relayed", value: { stopPurpose: "Enquêtes" } });
  });
});
