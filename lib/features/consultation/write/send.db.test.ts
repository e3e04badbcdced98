import { describe, expect, it } from "vitest";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeChoice } from "@/prisma/factories/choice";
import {
  addPeople,
  answer,
  makeConsultation,
  makeOpenConsultation,
  tokensOf,
} from "@/prisma/factories/consultation";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { findLetters, openSecrets } from "@/lib/features/outbox/read/queries";
import { askedByLink } from "@/lib/features/consultation/read/asked";
import { openLink } from "@/lib/platform/request/link-scope";
import { pageOf } from "@/lib/platform/read/list-page";
import { mergeInto } from "@/prisma/factories/merge";
import { openContact } from "@/lib/features/consultation/read/contact";
import { countPeople, findPeople } from "@/lib/features/consultation/read/people";
import { findExecuting } from "@/lib/features/instruction/read/executing";
import type { LacksAsked } from "@/lib/features/obligation/read/lacks/asked";
import { findConsultationLacks } from "@/lib/features/obligation/read/lacks/consultations";
import { step } from "@/prisma/factories/instruction";
import { exportLinks } from "./links";
import { revokeLink } from "./revoke";
import { sendByMail, sendDue } from "./send";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const countsOf = (id: string) => withOrg(ctx.scope, (tx) => countPeople(tx, id));
const runJob = () =>
  sendDue(jobContext("mail-delivery", ctx.scope.org, ctx.now), new AbortController().signal);
/** Letters of consultations that wait, by language: several of one instant have no order. */
const lettersOf = () =>
  withOrg(ctx.scope, async (tx) =>
    (await findLetters(tx, ["queued"], "", 1000))
      .filter(({ template }) => template === "consultation-choices")
      .map((letter) => ({ ...letter, secrets: openSecrets(letter) }))
      .sort((one, other) => one.locale.localeCompare(other.locale)),
  );
const personsOf = (id: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.consultationPerson.findMany({ where: { consultationId: id }, orderBy: { id: "asc" } }),
  );

describe("letters of a consultation", () => {
  it("leave once to each person with an address, in their language, with a link of their own", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, [
      "0612340001;jeanne@held.example;fr",
      "0612340002;;fr",
      "0612340003;amina@held.example;ar",
    ]);
    valueOf(await sendByMail(ctx, { id }));
    await runJob();
    expect(await countsOf(id)).toMatchObject({ all: 3, toWrite: 2, queued: 2 });
    const letters = await lettersOf();
    expect(letters.map(({ locale, toAddress, secrets }) => [locale, toAddress, secrets.recipient])).toEqual([
      ["ar", "", "amina@held.example"],
      ["fr", "", "jeanne@held.example"],
    ]);
    const link = new URL(letters[0]!.secrets.link!);
    const tokens = await tokensOf(ctx, id);
    expect(tokens).toContain(link.pathname.split("/").at(-1));
    expect(await sendByMail(ctx, { id })).toMatchObject({
      refusal: { issues: [{ key: "consultation.mailedAlready" }] },
    });
  });

  it("are queued by the job beyond the first two hundred, and for who is added later", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const line = (at: number) => `0612${String(360000 + at)};person-${at}@held.example;fr`;
    await addPeople(
      ctx,
      id,
      Array.from({ length: 450 }, (_, at) => line(at)),
    );
    valueOf(await sendByMail(ctx, { id }));
    expect(await countsOf(id)).toMatchObject({ queued: 200 });
    await runJob();
    expect(await countsOf(id)).toMatchObject({ queued: 450 });
    await addPeople(ctx, id, [line(450)]);
    await runJob();
    expect(await countsOf(id)).toMatchObject({ queued: 451 });
  });

  it("pass over whoever objected to them since, by address or number, and reach all others", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const line = (at: number) => `0612${String(370000 + at)};other-${at}@held.example;fr`;
    await addPeople(
      ctx,
      id,
      Array.from({ length: 203 }, (_, at) => line(at)),
    );
    const objection = { controllerId, act: "mail", source: "email" };
    await makeChoice(ctx, { ...objection, number: "Other-0@held.example" });
    await makeChoice(ctx, { ...objection, number: "0612370001" });
    await makeChoice(ctx, { ...objection, number: "other-2@held.example", purpose: "Lettre mensuelle" });
    const elsewhere = (await makeController(ctx)).id;
    await makeChoice(ctx, { ...objection, controllerId: elsewhere, number: "other-3@held.example" });
    valueOf(await sendByMail(ctx, { id }));
    await runJob();
    await runJob();
    expect(await countsOf(id)).toMatchObject({ all: 203, queued: 201 });
    const unwritten = (await personsOf(id)).filter(({ letterId }) => letterId === null);
    expect(unwritten.map(({ contactSealed }) => openContact(contactSealed!).email).sort()).toEqual([
      "other-0@held.example",
      "other-1@held.example",
    ]);
  });

  it("are not ordered, nor numbers handed over, where nobody is to be reached", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const nobody = (key: string) => ({ refusal: { issues: [{ key: `consultation.${key}` }] } });
    expect(await sendByMail(ctx, { id })).toMatchObject(nobody("nobodyByMail"));
    expect(await exportLinks(ctx, ctx.slug, { id })).toMatchObject(nobody("nobodyByNumber"));
    await addPeople(ctx, id, ["0612340091;seule@held.example;fr"]);
    const [only] = await personsOf(id);
    valueOf(await revokeLink(ctx, { id, personId: only!.id, reason: "Erreur", worth: null }));
    expect(await countsOf(id)).toMatchObject({ all: 1, toWrite: 0, toCall: 0 });
    expect(await sendByMail(ctx, { id })).toMatchObject(nobody("nobodyByMail"));
  });

  it("name the controller that another was merged into, and so does the page of a link", async () => {
    const [former, holder] = [
      await makeController(ctx),
      await makeController(ctx, { legalName: "Orvelle Réunie" }),
    ];
    const { id } = await makeOpenConsultation(ctx, { controllerId: former.id });
    await addPeople(ctx, id, ["0612340092;reunie@held.example;fr"]);
    valueOf(await mergeInto(ctx, [former.id, holder.id]));
    const [token] = await tokensOf(ctx, id);
    const link = await openLink(token!);
    expect(await withOrg(link!.scope, (tx) => askedByLink(tx, ctx.now))).toMatchObject({
      controller: "Orvelle Réunie",
    });
    valueOf(await sendByMail(ctx, { id }));
    const letters = await lettersOf();
    const sent = letters.find(({ secrets }) => secrets.recipient === "reunie@held.example");
    expect(sent?.params).toMatchObject({ controller: "Orvelle Réunie" });
  });

  it("are of persons that are listed a page at a time, each once, and found by their key", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const line = (at: number) => `0612${String(380000 + at)};;fr`;
    await addPeople(
      ctx,
      id,
      Array.from({ length: 53 }, (_, at) => line(at)),
    );
    const tokens = await tokensOf(ctx, id);
    for (const token of tokens.slice(0, 2)) valueOf(await answer(token, { q1: "allow" }, ctx.now));
    const list = (after = "", key = "") => withOrg(ctx.scope, (tx) => findPeople(tx, id, { after, key }));
    const first = pageOf(await list(), ({ answeredAt, id: person }) => [answeredAt, person]);
    const rest = pageOf(await list(first.next!), ({ answeredAt, id: person }) => [answeredAt, person]);
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([50, 3, null]);
    expect(new Set([...first.rows, ...rest.rows].map((row) => row.id)).size).toBe(53);
    expect(first.rows.map(({ answeredAt }) => answeredAt > 0)).toEqual([
      true,
      true,
      ...Array(48).fill(false),
    ]);
    const last = rest.rows.at(-1)!;
    expect((await list("", last.person.slice(0, 20))).map((row) => row.id)).toEqual([last.id]);
    expect(await list("", "0".repeat(64))).toEqual([]);
  });

  it("do not leave before the first day, from a draft, by an editor or from another organisation", async () => {
    const draft = await makeConsultation(ctx, { controllerId });
    const day = (later: number) =>
      new Date(ctx.now.getTime() + later * 86_400_000).toISOString().slice(0, 10);
    const early = await makeOpenConsultation(ctx, { controllerId, firstDay: day(5), lastDay: day(9) });
    const refused = { refusal: { issues: [{ key: "consultation.notSendable" }] } };
    for (const { id } of [draft, early]) expect(await sendByMail(ctx, { id })).toMatchObject(refused);
    expect(await sendByMail(as(ctx, "editor"), early)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await sendByMail(foreign, early)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("links for the dialler", () => {
  /** Numbers of the file that is handed to the dialler. */
  const numbersOf = async (id: string) => {
    const download = valueOf(await exportLinks(ctx, ctx.slug, { id }));
    const [, ...lines] = new TextDecoder()
      .decode(download.body as Uint8Array)
      .trim()
      .split("\r\n");
    return lines.map((line) => line.split(";")[0]).sort();
  };

  it("are of nobody who objected to calls since, by number or address, for all or for what is asked", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(
      ctx,
      id,
      Array.from({ length: 6 }, (_, at) => `061239000${at};called-${at}@held.example;fr`),
    );
    const objection = { controllerId, act: "telephone", outcome: "refused", source: "call" };
    await makeChoice(ctx, { ...objection, number: "0612390000" });
    await makeChoice(ctx, { ...objection, number: "0612390001", purpose: "Abonnement à la fibre" });
    await makeChoice(ctx, { ...objection, number: "0612390002", purpose: "Presse" });
    await makeChoice(ctx, { ...objection, number: "0612390003", outcome: "withdrawn" });
    await makeChoice(ctx, { ...objection, act: "mail", source: "email", number: "called-4@held.example" });
    expect(await numbersOf(id)).toEqual(["0033612390002", "0033612390004", "0033612390005"]);
  });

  it("are of nobody who limited an objection to times that are still to come, whoever calls at others", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(
      ctx,
      id,
      Array.from({ length: 4 }, (_, at) => `061239200${at};;fr`),
    );
    const objection = { controllerId, act: "telephone", outcome: "refused", source: "call" };
    await makeChoice(ctx, { ...objection, number: "0612392000", barredFrom: "00:00", barredUntil: "18:00" });
    await makeChoice(ctx, { ...objection, number: "0612392001", barredDays: "6" });
    await makeChoice(ctx, { ...objection, number: "0612392002", barredLastDay: "2026-01-31" });
    expect(await numbersOf(id)).toEqual(["0033612392002", "0033612392003"]);
  });

  it("are of nobody whose objection waits for its controller, until it is placed elsewhere or set aside", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, ["0612391000;held-0@held.example;fr", "0612391001;;fr", "0612391002;;fr"]);
    const pending = await makeRightsRequest(ctx, { contact: "+33 6 12 39 10 01" });
    const byAddress = await makeRightsRequest(ctx, {
      contact: "Held-0@held.example",
      channel: "public-form",
    });
    expect(await numbersOf(id)).toEqual(["0033612391002"]);
    await stepRightsRequest(ctx, pending, "placed", { controllerId: (await makeController(ctx)).id });
    await stepRightsRequest(ctx, byAddress, "not-ours", { cause: "no-data" });
    expect(await numbersOf(id)).toEqual(["0033612391000", "0033612391001", "0033612391002"]);
  });

  it("are those of numbers that are not revoked, and are counted in the journal", async () => {
    const { id, reference } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, ["0612340004;;ar", "0612340005;;fr"]);
    const [first, second] = await personsOf(id);
    const revoked = { id, personId: first!.id, reason: "Numéro d’un autre", worth: null };
    valueOf(await revokeLink(ctx, revoked));
    const download = valueOf(await exportLinks(ctx, ctx.slug, { id }));
    expect(download.fileName).toBe(`liens-consultation-${reference}.csv`);
    const lines = new TextDecoder()
      .decode(download.body as Uint8Array)
      .trim()
      .split("\r\n");
    const [, token] = await tokensOf(ctx, id);
    const number = second!.language === "ar" ? "0033612340004" : "0033612340005";
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^${number};https?://.+/answer/${token};${second!.language}$`));
    expect(await countsOf(id)).toMatchObject({ handed: 1, revoked: 1 });
    const [entry] = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 1 }),
    );
    expect(JSON.parse(entry?.text ?? "{}")).toMatchObject({
      event: "consultation.links-taken",
      after: { linkCount: 1 },
    });
    expect(await exportLinks(as(ctx, "viewer"), ctx.slug, { id })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await exportLinks(foreign, foreign.slug, { id })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("a consultation whose instruction was withdrawn", () => {
  it("sends and hands over no link, asks nobody, is told of, and still withdraws what was agreed", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id } = await makeOpenConsultation(own, { controllerId: (await makeController(own)).id });
    await addPeople(own, id, ["0612340081;asked@held.example;fr", "0612340082;other@held.example;fr"]);
    const [token, silent] = await tokensOf(own, id);
    valueOf(await answer(token!, { q1: "allow" }, own.now));
    const lacks = () => withOrg(own.scope, (tx) => findConsultationLacks(tx, lacksAsked(own.now)));
    const { instruction } = await withOrg(own.scope, (tx) =>
      tx.consultation.findFirstOrThrow({
        where: { id },
        select: { instruction: { select: { id: true, version: true, number: true } } },
      }),
    );
    expect(await lacks()).toEqual([]);
    expect(await withOrg(own.scope, (tx) => findExecuting(tx, instruction!.id))).toMatchObject([{ id }]);
    await step(own, instruction!, "withdraw");
    const refused = { refusal: { issues: [{ key: "consultation.notInstructed" }] } };
    expect(await exportLinks(own, "own", { id })).toMatchObject(refused);
    expect(await sendByMail(own, { id })).toMatchObject(refused);
    const later = new Date(own.now.getTime() + 60_000);
    const asked = async (of: string) => {
      const link = await openLink(of);
      return withOrg(link!.scope, (tx) => askedByLink(tx, later));
    };
    expect(await asked(silent!)).toMatchObject({ status: "suspended", agreed: [] });
    expect(await answer(silent!, { q1: "allow" }, later)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await asked(token!)).toMatchObject({ status: "suspended", agreed: [1] });
    expect(valueOf(await answer(token!, { q1: "refuse" }, later))).toEqual({ count: 1 });
    expect(await lacks()).toMatchObject([
      { kind: "consultation.ground", subject: { id }, about: instruction!.number },
    ]);
  });
});

function lacksAsked(now: Date): LacksAsked {
  const count = String;
  const day = now.toISOString().slice(0, 10);
  const counts = { countRecords: count, countPoints: count, countSubProcessors: count, countLetters: count };
  return { now, day, doneSince: now, ...counts };
}
