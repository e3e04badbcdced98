import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choiceAt } from "@/lib/domain/choice/choices";
import { hashToken } from "@/lib/platform/secrets/token";
import { personKey } from "@/lib/platform/secrets/person-key";
import { withOrg } from "@/lib/platform/database/transaction";
import { openLink } from "@/lib/platform/request/link-scope";
import {
  addPeople,
  answer,
  makeAnswered,
  makeOpenConsultation,
  QUESTIONS,
  tokensOf,
} from "@/prisma/factories/consultation";
import { makeParentalRequest } from "@/prisma/factories/choice";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { sha256 } from "@/lib/platform/files/chunks";
import { findConsents } from "@/lib/features/choice/read/person-consents.fixture";
import { findChoicesTowards } from "@/lib/features/choice/read/towards";
import { countAnswers } from "@/lib/features/consultation/read/people";
import { answerSchema } from "@/lib/features/consultation/schema";
import { answerConsultation } from "./answer";
import { moveConsultation } from "./mutations";
import { revokeLink } from "./revoke";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;
let controllerId: string;
let stranger: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
  controllerId = (await makeController(ctx)).id;
  stranger = new Client({ connectionString: database.publicUrl });
  await stranger.connect();
});
afterAll(async () => {
  await stranger.end();
  await database.drop();
});

const choicesOf = async (number: string) => {
  const key = personKey(ctx.scope.org, number).toString("hex");
  const found = await withOrg(ctx.scope, (tx) => findChoicesTowards(tx, [key], controllerId));
  const own = found.get(key) ?? [];
  return own.sort((a, b) => a.decidedAt - b.decidedAt || a.act.localeCompare(b.act));
};
const later = (minutes: number) => new Date(ctx.now.getTime() + minutes * 60_000);

describe("an answer", () => {
  it("is a choice of its person, found by their number, with the hash of the words shown", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, ["06 12 34 00 01;;fr"]);
    const [token] = await tokensOf(ctx, row.id);
    valueOf(await answer(token!, { q1: "allow", q2: "refuse" }, ctx.now));
    expect(await choicesOf("+33612340001")).toMatchObject([
      { act: "telephone", purpose: "Abonnement à la fibre", outcome: "allowed" },
      { act: "transfer", purpose: "", country: "SN", outcome: "refused", validUntil: null },
    ]);
    const [stored] = await withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({ where: { source: "consultation", act: "telephone" }, take: 1 }),
    );
    const words = sha256(new TextEncoder().encode(QUESTIONS[0]!.fr));
    expect(stored?.proof).toBe(`${row.reference} · fr · SHA-256 ${words}`);
    const [entry] = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "choice.recorded" }, orderBy: { seq: "desc" }, take: 1 }),
    );
    expect(JSON.parse(entry?.text ?? "{}")).toMatchObject({
      actor: { kind: "data-subject" },
      after: { source: "consultation", act: "transfer", outcome: "refused" },
    });
  });

  it("has the items of R223-1 that the page of its day says, and those of the first where no version was sent", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, ["06 12 34 00 11;;fr", "06 12 34 00 12;;fr"]);
    const [first, second] = await tokensOf(ctx, row.id);
    valueOf(await answer(first!, { q1: "allow" }, ctx.now));
    const link = await openLink(second!);
    const sent = answerSchema.parse({ token: second, language: "fr", answers: { q1: "allow" } });
    valueOf(await answerConsultation({ ...link!, now: ctx.now }, sent));
    const keys = ["+33612340011", "+33612340012"].map((number) => personKey(ctx.scope.org, number));
    const asked = { controllerId, purpose: "Abonnement à la fibre", at: later(1).getTime() };
    const found = await withOrg(ctx.scope, (tx) => findConsents(tx, keys, asked));
    const said = { freeChoice: true, duration: true, withdrawal: true };
    // Links have no order: the first may be of either person.
    expect(keys.map((key) => found.get(key.toString("hex"))?.consent)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ items: { ...said, identities: true, proofAccess: true } }),
        expect.objectContaining({ items: { ...said, identities: null, proofAccess: false } }),
      ]),
    );
  });

  it("is followed and not changed by another through the same link; a blank adds nothing", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, ["06 12 34 00 02;;fr"]);
    const [token] = await tokensOf(ctx, row.id);
    valueOf(await answer(token!, { q1: "allow" }, later(1)));
    expect(await answer(token!, {}, later(2))).toMatchObject({ refusal: { issues: [{ key: "blank" }] } });
    valueOf(await answer(token!, { q1: "refuse" }, later(3)));
    const choices = await choicesOf("+33612340002");
    expect(choices.map(({ outcome }) => outcome)).toEqual(["allowed", "withdrawn"]);
    const counted = await withOrg(ctx.scope, (tx) => countAnswers(tx, row.id));
    expect(counted).toMatchObject([{ allowed: 0, refused: 0, withdrawn: 1, awaiting: 0 }]);
    const asked = {
      act: "telephone",
      purpose: "Abonnement à la fibre",
      country: "",
      day: "2026-12-01",
    } as const;
    expect(choiceAt(choices, { ...asked, at: later(2).getTime() }).status).toBe("allowed");
    expect(choiceAt(choices, { ...asked, at: later(4).getTime() }).status).toBe("refused");
  });

  it("is not taken through a link that is forged, revoked or over", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, ["06 12 34 00 03;;fr", "06 12 34 00 04;;fr"]);
    const [first, second] = await tokensOf(ctx, row.id);
    expect(await openLink(`${first!.slice(0, -1)}_`)).toBeNull();
    const revoke = {
      id: row.id,
      personId: (await peopleOf(row.id))[0]!.id,
      reason: "Adresse erronée",
      worth: null,
    };
    expect(await revokeLink(as(ctx, "editor"), revoke)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await revokeLink(foreign, revoke)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await revokeLink(ctx, revoke));
    const refused = { refusal: { kind: "not-found" } };
    expect(await answer(first!, { q1: "allow" }, later(1))).toMatchObject(refused);
    expect(await answer(second!, { q1: "allow" }, inDays(90))).toMatchObject(refused);
    expect(await choicesOf("+33612340003")).toEqual([]);
    expect(await choicesOf("+33612340004")).toEqual([]);
  });
});

describe("an agreement of a child that is known", () => {
  it("awaits a parent, is no agreement until then, and is withdrawn through the link like any", async () => {
    const number = "06 12 34 00 21";
    await makeParentalRequest(ctx, { controllerId, number });
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, [`${number};;fr`]);
    const [token] = await tokensOf(ctx, row.id);
    valueOf(await answer(token!, { q1: "allow", q2: "refuse" }, later(1)));
    const asked = {
      act: "telephone",
      purpose: "Abonnement à la fibre",
      country: "",
      day: "2026-12-01",
    } as const;
    const statusAt = async (minutes: number) => {
      const { status, choice } = choiceAt(await choicesOf("+33612340021"), {
        ...asked,
        at: later(minutes).getTime(),
      });
      return [status, choice?.outcome];
    };
    expect(await statusAt(2)).toEqual(["unknown", "awaiting"]);
    const counted = await withOrg(ctx.scope, (tx) => countAnswers(tx, row.id));
    expect(counted).toContainEqual(expect.objectContaining({ act: "telephone", allowed: 0, awaiting: 1 }));
    // After the consultation too: a parent may have authorised it since, 7(3).
    valueOf(await answer(token!, { q1: "refuse" }, inDays(90)));
    const made = await choicesOf("+33612340021");
    expect(made.at(-1)).toMatchObject({ act: "telephone", outcome: "withdrawn" });
  });
});

describe("a link that is revoked after an agreement", () => {
  const agreed = async (number: string) => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, [`${number};;fr`]);
    const [token] = await tokensOf(ctx, row.id);
    valueOf(await answer(token!, { q1: "allow", q2: "refuse" }, later(1)));
    const personId = (await peopleOf(row.id))[0]!.id;
    const revoke = (worth: "theirs" | "not-theirs" | null) =>
      revokeLink({ ...ctx, now: later(2) }, { id: row.id, personId, reason: "Mauvaise personne", worth });
    return { row, token: token!, revoke };
  };

  it("asks what it is worth, and takes back what is not known to be the person's", async () => {
    const { row, token, revoke } = await agreed("06 12 34 00 61");
    expect(await revoke(null)).toMatchObject({
      refusal: { issues: [{ path: "worth", key: "consultation.worth" }] },
    });
    expect(await choicesOf("+33612340061")).toMatchObject([{ outcome: "allowed" }, { outcome: "refused" }]);
    valueOf(await revoke("not-theirs"));
    // The refusal stays: a no needs less than a yes.
    expect(await choicesOf("+33612340061")).toMatchObject([{ act: "transfer", outcome: "refused" }]);
    expect(await withOrg(ctx.scope, (tx) => countAnswers(tx, row.id))).toMatchObject([
      { act: "transfer", refused: 1 },
    ]);
    const link = await openLink(token);
    expect(link).not.toBeNull();
    expect(await answer(token, { q1: "refuse" }, later(3))).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ where: { event: "consultation.link-revoked" }, orderBy: { seq: "desc" } }),
    );
    expect(entry?.text).toContain('"worth":"not-theirs"');
  });

  it("keeps an agreement that is the person's, which its link still withdraws", async () => {
    const { token, revoke } = await agreed("06 12 34 00 62");
    valueOf(await revoke("theirs"));
    expect(await choicesOf("+33612340062")).toMatchObject([{ outcome: "allowed" }, { outcome: "refused" }]);
    valueOf(await answer(token, { q1: "refuse" }, later(3)));
    expect((await choicesOf("+33612340062")).map(({ outcome }) => outcome)).toContain("withdrawn");
  });
});

describe("what was agreed through a link", () => {
  it("is withdrawn through it once it is over, closed or revoked, and nothing else is chosen", async () => {
    for (const [number, end] of [
      ["0612340005", async () => {}],
      ["0612340006", (row: Row) => move(row, "close")],
      ["0612340007", (row: Row) => move(row, "revoke")],
      ["0612340008", revokeFirst],
    ] as const) {
      const row = await makeOpenConsultation(ctx, { controllerId });
      await addPeople(ctx, row.id, [`${number};;fr`]);
      const [token] = await tokensOf(ctx, row.id);
      valueOf(await answer(token!, { q1: "allow", q2: "refuse" }, later(1)));
      await end(row);
      expect(await answer(token!, { q2: "allow" }, inDays(90))).toMatchObject({
        refusal: { issues: [{ key: "blank" }] },
      });
      valueOf(await answer(token!, { q1: "refuse", q2: "allow" }, inDays(90)));
      const choices = await choicesOf(`+33${number.slice(1)}`);
      expect(choices.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual([
        "telephone allowed",
        "transfer refused",
        "telephone withdrawn",
      ]);
      expect(await answer(token!, { q1: "refuse" }, inDays(91))).toMatchObject({
        refusal: { kind: "not-found" },
      });
    }
  });

  it("is withdrawn after the contacts were erased, and no longer than it holds", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, row.id, ["06 12 34 00 09;;fr", "06 12 34 00 10;;fr"]);
    const [first, second] = await tokensOf(ctx, row.id);
    for (const token of [first!, second!]) valueOf(await answer(token, { q1: "allow" }, later(1)));
    await withOrg(ctx.scope, (tx) =>
      tx.consultationPerson.updateMany({
        where: { consultationId: row.id },
        data: { contactSealed: null },
      }),
    );
    valueOf(await answer(first!, { q1: "refuse" }, inDays(300)));
    expect(await answer(second!, { q1: "refuse" }, inDays(400))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

type Row = { id: string; version: number };

const inDays = (days: number) => new Date(ctx.now.getTime() + days * 86_400_000);

const peopleOf = (consultationId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.consultationPerson.findMany({ where: { consultationId }, orderBy: { id: "asc" } }),
  );

const move = async ({ id, version }: Row, event: "close" | "revoke") => {
  const on = ctx.now.toISOString().slice(0, 10);
  valueOf(await moveConsultation(ctx, { id, version, event, reason: "Fin", on }));
};

const revokeFirst = async ({ id }: Row) => {
  const personId = (await peopleOf(id))[0]!.id;
  valueOf(await revokeLink(ctx, { id, personId, reason: "Adresse erronée", worth: "theirs" }));
};

type Entered = {
  id: string | null;
  by?: string | null;
  event?: string;
  outcome?: string;
  kind?: string;
  name?: string;
};

describe("the scope of a data subject", () => {
  /** Runs a statement as strangers do, in a scope that the statement itself may name. */
  async function attempt(
    settings: Record<string, string>,
    sql: string,
    then = sql,
  ): Promise<unknown[] | string> {
    await stranger.query("BEGIN");
    try {
      for (const [name, value] of Object.entries(settings))
        await stranger.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
      if (then !== sql) await stranger.query(sql);
      return (await stranger.query<Record<string, unknown>>(then)).rows;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await stranger.query("ROLLBACK");
    }
  }
  const within = (token: string, org = "") => ({
    scope: "data-subject",
    org,
    link: Buffer.from(hashToken(token)).toString("hex"),
  });
  const entryOf = ({ id, by = null, event = "choice.recorded", outcome = "allowed", ...actor }: Entered) => ({
    event,
    subject: { noun: "choice", id },
    after: { outcome },
    actor: { kind: "data-subject", id: by, ...actor },
  });
  const appendTo = (org: string, entry: object) =>
    `SELECT journal_append('${org}', ARRAY[decode(repeat('00', 16), 'hex')], ARRAY['${JSON.stringify(entry)}'])`;
  const ANSWER = `SELECT * FROM consultation_answer(
    '[{"id":"00000000-0000-7000-8000-000000000001","number":1,"outcome":"allowed","until":null}]', 'fr', 2, now())`;

  it("holds one link's question and choices, of one organisation", async () => {
    const own = await makeAnswered(ctx, { controllerId });
    const other = await makeAnswered(foreign, { controllerId: (await makeController(foreign)).id });
    for (const [made, org] of [
      [own, ctx.scope.org],
      [other, foreign.scope.org],
    ] as const) {
      const rows = await attempt(
        within(made.token),
        "SELECT org, reference, choices FROM consultation_asked()",
      );
      expect(rows).toMatchObject([{ org, reference: made.reference }]);
      expect((rows as { choices: unknown[] }[])[0]?.choices).toHaveLength(2);
    }
  });

  it("is nothing without a link, with a forged one, and in every other scope", async () => {
    const { token } = await makeAnswered(ctx, { controllerId });
    const asked = "SELECT * FROM consultation_asked()";
    const org = ctx.scope.org;
    const forged = { scope: "data-subject", org, link: "00".repeat(32) };
    const others: Record<string, string>[] = [
      { scope: "data-subject", org },
      forged,
      { ...within(token), scope: "public" },
      { ...within(token, org), scope: "staff" },
    ];
    for (const settings of others) expect(await attempt(settings, asked)).toEqual([]);
    expect(await attempt(forged, ANSWER)).toEqual([]);
    expect(await attempt({ ...within(token, org), scope: "staff" }, ANSWER)).toBe("42501");
  });

  it("opens no table, no journal of others, and no choice of others", async () => {
    const { token } = await makeAnswered(ctx, { controllerId });
    for (const table of [
      "consultation_person",
      "consultation",
      "choice",
      "controller",
      "organisation",
      "journal_text",
    ])
      expect(await attempt(within(token, ctx.scope.org), `SELECT 1 FROM ${table}`)).toBe("42501");
    const append = (org: string) => appendTo(org, entryOf({ id: null }));
    for (const settings of [
      within(token, foreign.scope.org),
      { scope: "data-subject", org: foreign.scope.org },
      { ...within(token, foreign.scope.org), scope: "staff" },
    ])
      expect(await attempt(settings, append(foreign.scope.org))).toBe("42501");
    const unasked = ANSWER.replace('"number":1', '"number":3');
    expect(await attempt(within(token, ctx.scope.org), unasked)).toEqual([]);
  });

  it("appends its own choice of the same transaction, in its own name, and no other entry", async () => {
    const { token } = await makeAnswered(ctx, { controllerId });
    const { actor } = (await openLink(token))!;
    const { org } = ctx.scope;
    const added = "00000000-0000-7000-8000-000000000001";
    const before = await withOrg(ctx.scope, (tx) => tx.choice.findFirstOrThrow({ select: { id: true } }));
    const answering = (entry: object) =>
      attempt(
        within(token, org),
        `WITH made AS MATERIALIZED (${ANSWER}) SELECT FROM made`,
        appendTo(org, entry),
      );
    const own = entryOf({ id: added, by: actor.linkId });
    expect(await answering(own)).toHaveLength(1);
    for (const foreign of [
      entryOf({ id: added, by: actor.linkId, event: "member.removed" }),
      entryOf({ id: added, by: null }),
      entryOf({ id: added, by: actor.linkId, name: "Salma Idrissi" }),
      entryOf({ id: added, by: actor.linkId, outcome: "refused" }),
      entryOf({ id: before.id, by: actor.linkId }),
      entryOf({ id: added, by: actor.linkId, kind: "staff" }),
    ])
      expect(await answering(foreign), JSON.stringify(foreign)).toBe("42501");
    expect(await attempt(within(token, org), appendTo(org, own))).toBe("42501");
  });

  it("takes a withdrawal of what is agreed after the end, and no agreement, refusal or foreign withdrawal", async () => {
    const { token, id, version } = await makeAnswered(ctx, { controllerId });
    await move({ id, version }, "revoke");
    const answered = (number: number, outcome: string) =>
      ANSWER.replace('"number":1', `"number":${number}`)
        .replace('"allowed"', `"${outcome}"`)
        .replace("now()", `'${later(5).toISOString()}'`);
    const settings = within(token, ctx.scope.org);
    expect(await attempt(settings, answered(1, "withdrawn"))).toMatchObject([
      { act: "telephone", outcome: "withdrawn" },
    ]);
    for (const sql of [answered(1, "allowed"), answered(1, "refused"), answered(2, "withdrawn")])
      expect(await attempt(settings, sql)).toEqual([]);
  });

  it("shows who asks and for whom, with an address, whatever became of the link", async () => {
    const { token, id, version } = await makeAnswered(ctx, { controllerId });
    await move({ id, version }, "close");
    const [row] = (await attempt(
      within(token),
      "SELECT processor, processor_address, controller, controller_address, state FROM consultation_asked()",
    )) as Record<string, string>[];
    expect(row).toMatchObject({ state: "closed" });
    for (const name of ["processor", "processor_address", "controller", "controller_address"])
      expect(row?.[name], name).not.toBe("");
  });
});
