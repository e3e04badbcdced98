import { createHmac } from "node:crypto";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import type { FindingGroup } from "@/lib/domain/call-log/tally";
import { receivePeople } from "@/lib/features/consultation/write/people";
import { findBeside } from "@/lib/features/rights-request/read/beside";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { rootSecret } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { judgeAs, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { makeOpenConsultation } from "@/prisma/factories/consultation";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { authorisationRequestSchema, choiceSchema, listFormSchema } from "@/lib/features/choice/schema";
import { askAuthorisation } from "@/lib/features/choice/write/authorise";
import { exportCheckedList } from "@/lib/features/choice/write/check-list";
import { findPerson, recordChoice } from "@/lib/features/choice/write/mutations";
import { countHolding } from "./collections";
import { findPermissions } from "./permissions";
import { findChoicesAmong, onceEach } from "./queries";
import { findReadings } from "./readings";

const database = await openDatabase();
/** A Friday at 10:30 in Paris. */
const NOW = new Date("2026-11-27T09:30:00Z");
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };

let serial = 0;
/** A line of Martinique as people write it in France, and with its code. */
function nextLine() {
  const rest = String(510_000 + ++serial);
  return { national: `0596${rest}`, own: `+596596${rest}`, french: `+33596${rest}` };
}

/** Makes the key of a form as it was made before, whatever the number is keyed by today. */
function formerKey(form: string) {
  const key = createHmac("sha256", rootSecret()).update(`person-key:${ctx.scope.org}`).digest();
  return Buffer.from(createHmac("sha256", key).update(form).digest());
}

type Kept = Partial<Record<"act" | "outcome" | "source" | "validUntil" | "consentFileId", string>> & {
  decidedAt?: Date;
};

async function keepChoice(form: string, controllerId: string, stated: Kept = {}) {
  const id = newId(ctx.now);
  const row = {
    ...recordedBy(ctx),
    id,
    controllerId,
    personKey: formerKey(form),
    act: "telephone",
    outcome: "refused",
    source: "call",
    decidedAt: new Date("2026-01-05T09:30:00Z"),
    ...stated,
  };
  await withOrg(ctx.scope, (tx) => tx.choice.create({ data: row }));
  return id;
}

/** Keys a request as a receipt of before did: nobody changes what was received. */
async function keyRequest(id: string, form: string) {
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  await owner.query("BEGIN");
  await owner.query("ALTER TABLE rights_request DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY");
  await owner.query("UPDATE rights_request SET person_key = $2 WHERE id = $1", [id, formerKey(form)]);
  await owner.query("ALTER TABLE rights_request ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY");
  await owner.query("COMMIT");
  await owner.end();
}

const answersOf = async (controllerId: string, numbers: readonly string[]) => {
  const file = new File([["téléphone", ...numbers, ""].join("\n")], "liste.csv");
  const asked = {
    controllerId,
    act: "telephone",
    purpose: "",
    country: "",
    day: "2026-11-27",
    language: "en",
  };
  const { body } = valueOf(await exportCheckedList(ctx, "own", listFormSchema.parse({ ...asked, file })));
  const [, ...lines] = (await new Response(body).text()).trimEnd().split("\r\n");
  return lines.map((line) => line.split(";")[1]);
};

const lookedUp = async (contact: string) => {
  const { people } = valueOf(await findPerson(ctx, { contact, country: "FR" }));
  const [found] = people;
  return withOrg(ctx.scope, async (tx) => {
    const keys = found ? [found.person, ...found.also] : [];
    const rows = await findChoicesAmong(tx, keys);
    const asked = { org: ctx.scope.org, keys, rows, now: NOW.getTime(), territory: found?.territory ?? "" };
    const readings = await findReadings(tx, people, rows, NOW.getTime());
    const shown = { territory: found?.territory, readings, rows: onceEach(rows) };
    return { ...shown, ...(await findPermissions(tx, asked)) };
  });
};

const brokenIn = async (logId: string) => {
  await judgeAs(ctx, logId);
  const { findings } = await withOrg(ctx.scope, (tx) =>
    tx.callLogJudgement.findFirstOrThrow({ where: { logId }, orderBy: { id: "desc" } }),
  );
  const { groups } = findings as { groups: FindingGroup[] };
  return groups.filter(({ verdict }) => verdict === "broken").map(({ reason }) => reason);
};

describe.each(["french", "own"] as const)("what was kept under the %s form of a line overseas", (kept) => {
  it.each(["national", "own", "french"] as const)(
    "is met by lists and look-up under its %s form",
    async (asked) => {
      const { id: controllerId } = await makeController(ctx);
      const line = nextLine();
      await keepChoice(line[kept], controllerId);
      expect(await answersOf(controllerId, [line[asked], nextLine()[asked]])).toEqual(["refused", "unknown"]);
      const found = await lookedUp(line[asked]);
      expect(found.permissions.map(({ verdict }) => verdict)).toEqual(["refused"]);
      expect(found.readings).toMatchObject([{ choices: 1 }]);
    },
  );

  it("breaks a call of a log, and stops no other person's", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id } = await makeCampaign(ctx, { controllerId, basis: "contract" });
    for (const asked of ["national", "own"] as const) {
      const line = nextLine();
      await keepChoice(line[kept], controllerId);
      const call = (number: string) => `${number};2026-08-18 15:30:00;ANSWERED;0123456789;`;
      expect(await brokenIn(await receiveLines(ctx, id, [call(line[asked])]))).toContain("objection-stands");
      expect(await brokenIn(await receiveLines(ctx, id, [call(nextLine()[asked])]))).not.toContain(
        "objection-stands",
      );
    }
  });

  it("is not asked again by a consultation", async () => {
    const { id: controllerId } = await makeController(ctx);
    const line = nextLine();
    await keepChoice(line[kept], controllerId);
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const file = new Blob([`numéro;e-mail;langue\n${line.national};;fr\n`]);
    expect(await receivePeople(ctx, { consultationId: id, file })).toMatchObject({ ok: true });
    const [person] = await withOrg(ctx.scope, (tx) =>
      tx.consultationPerson.findMany({ where: { consultationId: id } }),
    );
    expect(person?.asked).toEqual([2]);
  });

  it("is superseded by a later agreement, and that one by a withdrawal, however they are written", async () => {
    const { id: controllerId } = await makeController(ctx);
    const line = nextLine();
    await keepChoice(line[kept], controllerId);
    const agreed = { outcome: "allowed", source: "form", validUntil: "2027-09-30" };
    await makeChoice(ctx, { controllerId, number: line.national, on: "2026-10-01", ...agreed });
    expect(await answersOf(controllerId, [line.national, line.own])).toEqual(["allowed", "allowed"]);
    await makeChoice(ctx, { controllerId, number: line.own, on: "2026-11-01", outcome: "withdrawn" });
    const { rows } = await lookedUp(line.own);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["withdrawn", "allowed", "refused"]);
    expect(await answersOf(controllerId, [line.national, line.own])).toEqual(["refused", "refused"]);
  });

  it("is a consent that a withdrawal ends in the figures of its collection, which know keys alone", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: collectionId } = await makeCollection(ctx, { controllerId });
    const line = nextLine();
    // A file of before, whose line is keyed as it was then.
    const { id: consentFileId } = await makeConsentFile(ctx, collectionId, []);
    const decidedAt = new Date("2026-09-30T22:00:00Z");
    const given = { outcome: "allowed", source: "file", validUntil: "2027-09-30", decidedAt, consentFileId };
    await keepChoice(line[kept], controllerId, given);
    const holding = async () => {
      const asked = { at: NOW.getTime(), day: "2026-11-27" };
      const [counted] = await withOrg(ctx.scope, (tx) => countHolding(tx, [collectionId], asked));
      return counted?.today ?? 0;
    };
    expect(await holding()).toBe(1);
    await makeChoice(ctx, { controllerId, number: line.national, on: "2026-11-01", outcome: "withdrawn" });
    expect(await holding()).toBe(0);
  });

  it("stops an appointment that is recorded", async () => {
    const { id: controllerId } = await makeController(ctx);
    const line = nextLine();
    await keepChoice(line[kept], controllerId);
    const appointment = choiceSchema.parse({
      controllerId,
      contact: line.national,
      act: "appointment",
      outcome: "allowed",
      on: "2026-11-26",
      time: "10:30",
      source: "call",
      proof: "REC-1",
      callOn: "2026-12-01",
      callTime: "10:00",
      callZone: "America/Martinique",
    });
    expect(await recordChoice(ctx, appointment)).toMatchObject({
      refusal: { issues: [{ path: "isAfterStop", key: "choice.afterChoice" }] },
    });
  });

  it("is a consent that a file does not add again", async () => {
    const { id: controllerId } = await makeController(ctx);
    const { id: collectionId } = await makeCollection(ctx, { controllerId });
    const line = nextLine();
    const decidedAt = new Date("2026-09-30T22:00:00Z");
    const given = { outcome: "allowed", source: "file", validUntil: "2027-09-30", decidedAt };
    await keepChoice(line[kept], controllerId, given);
    for (const form of [line.national, line.own])
      await makeConsentFile(ctx, collectionId, [`${form};01/10/2026;30/09/2027;FORM-1`]);
    expect(await withOrg(ctx.scope, (tx) => tx.choice.count({ where: { controllerId } }))).toBe(1);
  });

  it("holds as an objection that waits for its client", async () => {
    const { id: controllerId } = await makeController(ctx);
    const line = nextLine();
    const { id } = await makeRightsRequest(ctx, { contact: "jeanne@personne.example" });
    await withOrg(ctx.scope, (tx) =>
      tx.rightsRequest.updateMany({ where: { id }, data: { heldKeys: [formerKey(line[kept])] } }),
    );
    expect(await answersOf(controllerId, [line.national, line.own])).toEqual(["refused", "refused"]);
    const found = await lookedUp(line.national);
    expect(found.pending.map((one) => one.id)).toEqual([id]);
    expect(found.readings).toMatchObject([{ pending: 1 }]);
  });

  it("shows an earlier request of the person beside a later one", async () => {
    const line = nextLine();
    const earlier = await makeRightsRequest(ctx, { rights: ["access"], contact: nextLine().national });
    await keyRequest(earlier.id, line[kept]);
    const later = await makeRightsRequest(ctx, { rights: ["access"], contact: line.own });
    const others = await withOrg(ctx.scope, async (tx) => {
      const [clocked] = await findClockedRequests(tx, { id: later.id });
      return clocked ? (await findBeside(tx, clocked)).others : [];
    });
    expect(others.map(({ id }) => id)).toEqual([earlier.id]);
  });

  it("is a child that does not agree alone", async () => {
    const { id: controllerId } = await makeController(ctx);
    const line = nextLine();
    const choiceId = await keepChoice(line[kept], controllerId, { act: "mail", outcome: "allowed" });
    const input = authorisationRequestSchema.parse({
      choiceId,
      parent: "Une mère",
      power: "parent",
      country: "FR",
      born: "2015-05-10",
      risk: "low",
      email: "mere@exemple.test",
      language: "fr",
    });
    valueOf(await askAuthorisation(ctx, input));
    const agreed = { act: "reuse", outcome: "allowed", source: "form" };
    await makeChoice(ctx, { controllerId, number: line.national, ...agreed });
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({ where: { controllerId, act: "reuse" }, select: { outcome: true } }),
    );
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(["allowed", "awaiting"]);
  });
});

it("says where the line is, and keys it alike in each form", async () => {
  const line = nextLine();
  const people = await Promise.all(
    [line.national, line.own].map(async (contact) =>
      valueOf(await findPerson(ctx, { contact, country: "FR" })),
    ),
  );
  expect(people.map((one) => one.people.map(({ territory }) => territory))).toEqual([["MQ"], ["MQ"]]);
  expect(people[0]?.people[0]?.person).toBe(people[1]?.people[0]?.person);
});
