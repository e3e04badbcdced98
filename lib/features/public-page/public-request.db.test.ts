import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planRightsRequest } from "@/lib/domain/obligation/plan-rights-request";
import { since } from "@/lib/domain/obligation/types";
import { eraseRequest } from "@/lib/features/rights-request/write/retention";
import { findRightsRequestObligations } from "@/lib/features/obligation/read/sources/rights-requests";
import { personKey } from "@/lib/platform/secrets/person-key";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { identifyingHintOf, openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { composeLetter } from "@/lib/i18n/letter";
import { remindOfHours } from "@/lib/features/reminder/write/mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { lettersTo } from "@/prisma/factories/account";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { closePage, makeOpenPage } from "@/prisma/factories/public-page";
import { sendPublicRequest } from "@/prisma/factories/public-request";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { freshDatabase } from "@/scripts/test/fresh-database";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let page: string;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function begin(stated: Record<string, unknown> = {}) {
  ctx = await makeOrganisation(database.ownerUrl);
  page = await makeOpenPage(ctx, stated);
}
const rowsOf = ({ scope }: MadeOrganisation = ctx) =>
  withOrg(scope, (tx) => tx.rightsRequest.findMany({ orderBy: { reference: "asc" } }));
const send = (stated: Record<string, unknown> = {}) => sendPublicRequest(page, ctx, stated);

describe("a request by the public form", () => {
  it("holds in doubt what words that seem to end contact name, and says so to the person, 21(2)", async () => {
    await begin();
    const asked = { rights: "erasure", words: "Effacez tout et ne m’appelez plus au +33612345543" };
    expect(await send({ contact: "odile@personne.example & 061234" })).toMatchObject({
      refusal: { issues: [{ path: "contact", key: "published.contactUnread" }] },
    });
    expect(await rowsOf()).toEqual([]);
    expect(valueOf(await send(asked))).toMatchObject({ asksStop: true });
    const key = personKey(ctx.scope.org, "+33612345543").toString("hex");
    const held = await withOrg(ctx.scope, (tx) =>
      findPendingObjections(tx, new Set([key]), ctx.now.getTime()),
    );
    expect(held.get(key)).toMatchObject([{ isDoubtful: true, isOfBurst: false }]);
    expect(await rowsOf()).toMatchObject([{ stopQuestion: "open", rights: ["erasure"] }]);
    expect(valueOf(await send({ ...asked, rights: "marketing-objection" }))).toMatchObject({
      asksStop: false,
    });
  });

  it("is received now, of nobody known yet, and names its person in sealed columns alone", async () => {
    await begin();
    const words = "Effacez mon numéro 06 12 34 56 78";
    const told = valueOf(await send({ answerBy: "telephone", contact: "06 12 34 56 78", words }));
    const [row] = await rowsOf();
    expect(row).toMatchObject({
      publicReference: told.reference,
      channel: "public-form",
      state: "received",
      controllerId: null,
      receivedAt: ctx.now,
      rights: ["access", "marketing-objection"],
      clue: "",
      version: 0,
    });
    expect(openPerson(row!.contactSealed)).toEqual({
      name: "Odile",
      contact: "06 12 34 56 78",
      language: "fr",
      client: "Mistral",
      calledNumber: "",
      numberCountry: "FR",
      identifiers: [{ kind: "telephone", value: "+33612345678" }],
      doubtful: [],
    });
    expect([openWords(row!.wordsSealed), identifyingHintOf(row!)]).toEqual([words, "Mistral"]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
    );
    expect(entry.event).toBe("rights-request.received");
    expect(JSON.parse(entry.text ?? "")).toMatchObject({ actor: { kind: "data-subject", id: null } });
    expect(entry.text).not.toMatch(/Odile|12 34/);
  });

  it("is numbered in the one series of the register, many at once", async () => {
    await begin();
    await makeRightsRequest(ctx);
    const sent = await Promise.all(Array.from({ length: 5 }, () => send()));
    await makeRightsRequest(ctx);
    for (const one of sent) valueOf(one);
    expect((await rowsOf()).map(({ reference }) => reference)).toEqual([
      "DP-001",
      "DP-002",
      "DP-003",
      "DP-004",
      "DP-005",
      "DP-006",
      "DP-007",
    ]);
  });

  it("asks its reader at once whose it is, and counts from its receipt once that is known", async () => {
    await begin();
    valueOf(await send());
    const planned = async () => {
      const [found] = await withOrg(ctx.scope, (tx) => findClockedRequests(tx, {}));
      return planRightsRequest(found!).map(({ kind, due }) => [kind, due]);
    };
    const received = ctx.now.getTime();
    expect(await planned()).toContainEqual(["rights-request.place", since(received)]);
    const { id: controllerId } = await makeController(ctx);
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 2 * 86_400_000) };
    await stepRightsRequest(later, (await rowsOf())[0]!, "placed", {
      controllerId,
      on: ctx.now.toISOString().slice(0, 10),
      time: "23:59",
    });
    expect(await planned()).toContainEqual(["rights-request.relay", since(received)]);
  });

  it("is placed within the minute of its receipt, whose seconds no form types", async () => {
    await begin();
    const received = new Date("2026-11-24T16:30:42.500Z");
    valueOf(await sendPublicRequest(page, { now: received }));
    const { id: controllerId } = await makeController(ctx);
    const reader = { ...ctx, now: new Date("2026-11-24T16:30:50Z") };
    const step = { controllerId, on: "2026-11-24", time: "16:30" };
    const placed = await stepRightsRequest(reader, (await rowsOf())[0]!, "placed", step);
    const [fact] = await withOrg(ctx.scope, (tx) =>
      tx.rightsRequestFact.findMany({ where: { requestId: placed.id } }),
    );
    expect(fact).toMatchObject({ kind: "placed", at: received });
  });

  it("answers alike whether or not the person is known", async () => {
    await begin();
    const contact = "connue@personne.example";
    await makeRightsRequest(ctx, { contact });
    const [known, unknown] = [valueOf(await send({ contact })), valueOf(await send())];
    expect({ ...known, reference: "" }).toEqual({ ...unknown, reference: "" });
    const rows = await rowsOf();
    expect(rows[0]!.personKey).toEqual(rows[1]!.personKey);
  });

  it.each([
    ["mail", "06 12 34 56 78", "email"],
    ["telephone", "personne@personne.example", "telephone"],
    ["telephone", "12", "telephone"],
  ])("refuses beside the field what is not an answer by %s: %s", async (answerBy, contact, key) => {
    await begin();
    expect(await send({ answerBy, contact })).toMatchObject({
      refusal: { issues: [{ path: "contact", key }] },
    });
    expect(await rowsOf()).toEqual([]);
  });

  it("is unreachable where the page is closed, and refused where it does not show the form", async () => {
    await begin({ parts: ["dpo"] });
    expect(await send()).toMatchObject({ refusal: { kind: "not-found" } });
    await closePage(ctx);
    await expect(send()).rejects.toThrow("open page");
    expect(await rowsOf()).toEqual([]);
  });
});

describe("the receipt of a public request", () => {
  it("goes to the address that was given, without a word of whoever typed it", async () => {
    await begin();
    const contact = "victime@personne.example";
    valueOf(await send({ contact, name: "ACHETEZ ICI", words: "ACHETEZ ICI", client: "ACHETEZ ICI" }));
    const [letter] = await lettersTo(database.ownerUrl, contact);
    for (const locale of ["fr", "en", "ar"] as const) {
      const { template, params } = letter!;
      const composed = await composeLetter({ template, locale, params, secrets: {}, organisation: null });
      expect(composed.paragraphs.join(" ")).toMatch(/D-[2-9A-Z]{10}/);
      expect(composed.paragraphs.join(" ")).not.toContain("DP-");
      expect(JSON.stringify(composed)).not.toContain("ACHETEZ");
    }
  });

  it("is in the language that was chosen, and of nobody who is to be called", async () => {
    await begin();
    const contact = "reader@personne.example";
    valueOf(await send({ contact, language: "en" }));
    valueOf(await send({ answerBy: "telephone", contact: "06 12 34 56 78" }));
    const letters = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "public-request-received" } }),
    );
    expect(letters).toMatchObject([{ locale: "en", toAddress: "", toName: "" }]);
    expect(await lettersTo(database.ownerUrl, contact)).toMatchObject([
      { template: "public-request-received" },
    ]);
  });

  it("says on page and in the letter to which times its words are read, in the language of the answer", async () => {
    await begin();
    const contact = "limitee@personne.example";
    const asked = {
      rights: "marketing-objection",
      contact,
      words: "Ne m’appelez pas avant 18 h, ni le samedi.",
    };
    expect(valueOf(await send(asked)).times).toEqual({ days: [6], from: "00:00", until: "18:00" });
    const [letter] = await lettersTo(database.ownerUrl, contact);
    const { template, params } = letter!;
    const composed = await composeLetter({ template, locale: "fr", params, secrets: {}, organisation: null });
    const said = composed.paragraphs.join(" ");
    expect(said).toContain("samedi");
    expect(said).toMatch(/18:00|18\sh/);
    // An objection without times is of all of them.
    const whole = "entiere@personne.example";
    expect(valueOf(await send({ ...asked, contact: whole, words: "Ne m’appelez plus." })).times).toBeNull();
    const [other] = await lettersTo(database.ownerUrl, whole);
    expect((other!.params as { rights: string }).rights).not.toMatch(/samedi|18/);
  });

  it("is sent three times an hour to one address, whose every request is received", async () => {
    await begin();
    const contact = "inondee@personne.example";
    for (let time = 0; time < 4; time += 1) valueOf(await send({ contact }));
    expect(await lettersTo(database.ownerUrl, contact)).toHaveLength(3);
    expect(await rowsOf()).toHaveLength(4);
  });

  it("names nobody any more once the request is emptied of its person", async () => {
    await begin();
    valueOf(await send());
    const [row] = await rowsOf();
    const step = { on: ctx.now.toISOString().slice(0, 10), time: "23:59" };
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 2 * 86_400_000) };
    const aside = await stepRightsRequest(later, row!, "not-ours", { ...step, cause: "no-request" });
    await stepRightsRequest(later, aside, "closed", step);
    valueOf(await eraseRequest(later, { id: row!.id }));
    const letters = await withOrg(ctx.scope, (tx) => tx.outboxMail.findMany());
    expect(letters).toMatchObject([
      { template: "public-request-received", toAddress: "", sealed: null, state: "cancelled" },
    ]);
  });
});

describe("too many requests", () => {
  it("of one network are received and held as doubtful, and told as one line; others are not", async () => {
    await begin();
    const sender = { now: ctx.now, address: "192.0.2.7" };
    for (let time = 0; time < 13; time += 1) valueOf(await sendPublicRequest(page, sender));
    valueOf(await send());
    const rows = await rowsOf();
    expect(rows).toHaveLength(14);
    expect(rows.filter(({ heldAt }) => heldAt !== null)).toHaveLength(3);
    const pending = await withOrg(ctx.scope, (tx) => findPendingObjections(tx, null, ctx.now.getTime()));
    const held = [...pending.values()].flat().filter(({ isOfBurst }) => isOfBurst);
    expect(new Set(held.map(({ id }) => id)).size).toBe(3);
    const duties = await withOrg(ctx.scope, (tx) =>
      findRightsRequestObligations(tx, {
        now: ctx.now.getTime(),
        until: "9999-12-31",
        doneSince: new Date(0),
        measureTitle: () => "",
      }),
    );
    const kinds = duties.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "rights-request.held")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "rights-request.place")).toHaveLength(11);
  });

  it("of one network are never refused, and one letter tells of each hour with its count", async () => {
    await begin();
    const start = Math.floor(Date.parse("2026-11-28T09:00:00Z") / 3_600_000) * 3_600_000;
    const burst = async (count: number, minutes: number) => {
      const now = new Date(start + minutes * 60_000);
      for (let time = 0; time < count; time += 1)
        valueOf(await sendPublicRequest(page, { now, address: "192.0.2.8" }));
    };
    await burst(213, 0);
    await burst(3, 61);
    const rows = await rowsOf();
    expect(rows).toHaveLength(216);
    expect(rows.filter(({ heldAt }) => heldAt !== null).length).toBeGreaterThanOrEqual(203);
    const remind = (minutes: number) =>
      remindOfHours(jobContext("contract-reminder", ctx.scope.org, new Date(start + minutes * 60_000)));
    const told = async () => {
      const letters = await lettersTo(database.ownerUrl, ctx.email);
      return letters
        .map(({ params }) => JSON.stringify(params))
        .filter((params) => params.includes("en une heure"))
        .map((params) => /(\d+) demandes? en une heure/.exec(params)?.[1]);
    };
    for (const minutes of [1, 30, 59]) valueOf(await remind(minutes));
    expect(await told()).toEqual([]);
    for (const minutes of [60, 62, 100]) valueOf(await remind(minutes));
    expect(await told()).toEqual(["203"]);
  }, 120_000);

  it("of an organisation are received and held, and none of them writes to an address that anybody may type", async () => {
    await begin();
    for (let time = 0; time < 60; time += 1)
      valueOf(await sendPublicRequest(page, { now: ctx.now, address: `198.18.${time}.1` }));
    const contact = "soixante-et-unieme@personne.example";
    valueOf(await send({ contact }));
    const rows = await rowsOf();
    expect(rows.filter(({ heldAt }) => heldAt !== null)).toHaveLength(1);
    expect(rows).toHaveLength(61);
    expect(await lettersTo(database.ownerUrl, contact)).toEqual([]);
  });
});

describe("the reference of a public request", () => {
  it("is random for whoever sent it, and in series in the register", async () => {
    await begin();
    const told = [valueOf(await send()).reference, valueOf(await send()).reference];
    for (const reference of told) expect(reference).toMatch(/^D-[2-9A-Z]{10}$/);
    expect(new Set(told).size).toBe(2);
    const rows = await rowsOf();
    expect(rows.map(({ reference }) => reference).sort()).toEqual(["DP-001", "DP-002"]);
    expect(rows.map(({ publicReference }) => publicReference).sort()).toEqual(told.sort());
  });
});

describe("an objection that names a number and an address", () => {
  it("holds under both, before and after its client is known, for calls and for messages", async () => {
    await begin();
    const { id: controllerId } = await makeController(ctx);
    expect(await send({ calledNumber: "pas un numéro" })).toMatchObject({
      refusal: { issues: [{ path: "calledNumber" }] },
    });
    const contact = "les-deux@personne.example";
    valueOf(await send({ contact, calledNumber: "06 44 55 66 77" }));
    const [row] = await rowsOf();
    const keys = ["+33644556677", contact].map((one) => personKey(ctx.scope.org, one));
    const persons = keys.map((key) => key.toString("hex"));
    const pending = await withOrg(ctx.scope, (tx) =>
      findPendingObjections(tx, new Set(persons), ctx.now.getTime()),
    );
    expect(persons.map((person) => pending.get(person)?.map(({ id }) => id))).toEqual([[row!.id], [row!.id]]);
    const step = { on: ctx.now.toISOString().slice(0, 10), time: "23:59", controllerId };
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 2 * 86_400_000) };
    await stepRightsRequest(later, row!, "placed", step);
    const choices = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where: { controllerId } }));
    const chosen = choices.map(({ personKey: key, act, outcome }) => [
      persons.indexOf(Buffer.from(key).toString("hex")),
      act,
      outcome,
    ]);
    expect(chosen.sort()).toEqual([
      [0, "mail", "refused"],
      [0, "telephone", "refused"],
      [1, "mail", "refused"],
    ]);
  });

  const held = async (numbers: string[]) => {
    const keys = numbers.map((number) => personKey(ctx.scope.org, number).toString("hex"));
    const pending = await withOrg(ctx.scope, (tx) =>
      findPendingObjections(tx, new Set(keys), ctx.now.getTime()),
    );
    return numbers.filter((_, place) => pending.has(keys[place]!));
  };

  it("holds in every country of the clients that has the number, and asks which once it is received", async () => {
    await begin();
    await makeController(ctx, { country: "BE" });
    const typed = { answerBy: "telephone", contact: "0470 12 34 57", numberCountry: "" };
    const numbers = ["+33470123457", "+32470123457"];
    // The readings in doubt would tell where the clients are.
    expect(valueOf(await send(typed))).toMatchObject({ isCountryAsked: true, numbers: [] });
    expect(await held(numbers)).toEqual(numbers);
    const chosen = { answerBy: "telephone", contact: "0470 12 34 58", numberCountry: "BE" };
    expect(valueOf(await send(chosen))).toMatchObject({ isCountryAsked: false, numbers: ["+32470123458"] });
    expect(await held(["+33470123458", "+32470123458"])).toEqual(["+32470123458"]);
  });

  it("takes several numbers, and those of its words", async () => {
    await begin();
    const calledNumber = "+212 661 00 00 31, +33 6 12 34 56 32 et +33 6 12 34 56 33";
    const words = "Ni au +33 6 12 34 56 34";
    valueOf(await send({ contact: "plusieurs@personne.example", calledNumber, words }));
    const numbers = ["+212661000031", "+33612345632", "+33612345633", "+33612345634"];
    expect(await held(numbers)).toEqual(numbers);
  });

  it("reads a number of several countries by the one that is chosen", async () => {
    await begin();
    const contact = "06 12 34 56 78";
    for (const numberCountry of ["FR", "MA"])
      valueOf(await send({ answerBy: "telephone", contact, numberCountry }));
    const keys = (await rowsOf()).map((row) => Buffer.from(row.personKey!).toString("hex"));
    const expected = ["+33612345678", "+212612345678"].map((number) =>
      personKey(ctx.scope.org, number).toString("hex"),
    );
    expect(keys).toEqual(expected);
  });
});

describe("the scope of a stranger", () => {
  const RECEIVE = `SELECT public_request_receive('00000000-0000-7000-8000-000000000001', 'D-1', ARRAY['access'], NULL,
    NULL, NULL, NULL, NULL, false, false, now())`;
  const append = (org: string, event: string, count = 1) =>
    `SELECT journal_append('${org}', array_fill(decode(repeat('00', 16), 'hex'), ARRAY[${count}]),
      array_fill('{"event":"${event}","subject":{"noun":"rights-request","id":null}}'::text, ARRAY[${count}]))`;

  /** Runs a statement by the role of strangers, in a scope that it names itself. */
  async function attempt(settings: Record<string, string>, sql: string): Promise<unknown[] | string> {
    const stranger = new Client({ connectionString: database.publicUrl });
    await stranger.connect();
    try {
      for (const [name, value] of Object.entries(settings))
        await stranger.query("SELECT set_config($1, $2, false)", [`app.${name}`, value]);
      return (await stranger.query<Record<string, unknown>>(sql)).rows;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await stranger.end();
    }
  }

  it("adds a request and its entry where the form is shown, and reads nothing of the register", async () => {
    await begin();
    const { org } = ctx.scope;
    for (const scope of ["public", "staff", ""]) {
      for (const listing of ["", "on"])
        expect(await attempt({ scope, org, listing }, "SELECT * FROM rights_request")).toBe("42501");
      expect(await attempt({ scope, org }, "INSERT INTO rights_request (id) VALUES (NULL)")).toBe("42501");
    }
    expect(await attempt({ scope: "public", org }, RECEIVE)).toEqual([{ public_request_receive: "DP-001" }]);
    expect(await attempt({ org }, append(org, "rights-request.received"))).toBe("42501");
  });

  it("takes no other entry, not two at once, and none where the form is not shown", async () => {
    await begin();
    const { org } = ctx.scope;
    const none = `SELECT journal_append('${org}', '{}', '{}')`;
    const twice = append(org, "rights-request.received", 2);
    for (const sql of [append(org, "rights-request.recorded"), append(org, ""), twice, none])
      expect(await attempt({ org }, sql)).toBe("42501");
    const hidden = await makeOrganisation(database.ownerUrl);
    const never = await makeOrganisation(database.ownerUrl);
    await makeOpenPage(hidden, { parts: ["dpo"] });
    await closePage(ctx);
    for (const { scope } of [ctx, hidden, never])
      for (const sql of [RECEIVE, append(scope.org, "rights-request.received")])
        expect(await attempt({ org: scope.org }, sql)).toBe("42501");
    expect(await attempt({ scope: "data-subject", org, link: "00".repeat(32) }, RECEIVE)).toBe("42501");
  });
});
