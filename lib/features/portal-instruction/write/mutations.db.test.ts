import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact, makePortalSettings } from "@/prisma/factories/contact";
import { makeContractInForce, nameInstructor } from "@/prisma/factories/contract";
import { makeAccepted, makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeForm } from "@/prisma/factories/submission";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findInstruction } from "@/lib/features/instruction/read/queries";
import { correctInstruction } from "@/lib/features/instruction/write/mutations";
import { instructionUpdateSchema } from "@/lib/features/instruction/schema";
import { answerInstruction, createInstruction } from "./mutations";
import { instructionAnswerSchema, instructionGiveSchema } from "@/lib/features/portal-instruction/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let app: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  app = new Client({ connectionString: database.portalUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const FIELDS = {
  kind: "erasure",
  text: "Effacez les enregistrements après trente jours.",
  effectiveOn: "2026-12-01",
  power: "annexe 3 du contrat",
};
const signatory = (controllerId: string) => makeContact(ctx, { controllerId });
const reader = (controllerId: string) => makeContact(ctx, { controllerId, role: "reader" });
const give = (by: MadeContact, stated: Record<string, unknown> = {}) =>
  createInstruction(by, instructionGiveSchema.parse({ ...FIELDS, ...stated }));
const answer = (
  by: MadeContact,
  { id, version }: { id: string; version: number },
  event: string,
  stated: Record<string, unknown> = {},
) =>
  answerInstruction(by, instructionAnswerSchema.parse({ id, version, event, power: "annexe 3", ...stated }));
const read = (id: string) => withOrg(ctx.scope, async (tx) => (await findInstruction(tx, id))!);
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const lettersOf = (template: string) =>
  withOrg(ctx.scope, (tx) => tx.outboxMail.findMany({ where: { template }, orderBy: { createdAt: "asc" } }));
const contested = async (by: MadeContact, stated: Record<string, unknown> = {}) => {
  const given = valueOf(await give(by, stated));
  // Contested on the day it was given.
  return step(ctx, given, "contest", { on: given.receivedAt.toISOString().slice(0, 10) });
};
const refusedFor = (path: string, key: string) => ({ refusal: { kind: "invalid", issues: [{ path, key }] } });

describe("giveInstruction", () => {
  it("enters the controller's own words as received now, under its next number", async () => {
    const record = await makeActiveRecord(ctx);
    const { controllerId } = record;
    await makeInstruction(ctx, { controllerId, code: "GIV" });
    const contract = await makeContractInForce(ctx, { controllerId });
    await nameInstructor(ctx, contract, { name: "Claire Vasseur" });
    const by = await signatory(controllerId!);
    const given = valueOf(await give(by, { recordIds: record.id, transferEffect: "changes" }));
    expect(given).toMatchObject({
      number: expect.stringMatching(/^GIV-\d{4}-00[12]$/),
      text: FIELDS.text,
      authorName: "Claire Vasseur",
      authorPower: "annexe 3 du contrat",
      authority: "listed",
      channel: "portal",
      state: "received",
      contactId: by.actor.contactId,
      recordIds: [record.id],
      transferEffect: "changes",
      receivedAt: by.now,
    });
    expect(await lastEntry()).toMatchObject({
      event: "instruction.recorded",
      actor: { kind: "controller-contact", name: "Claire Vasseur" },
      subject: { id: given.id },
    });
    expect(await read(given.id)).toEqual(given);
  });

  it("tells the stewards by letter", async () => {
    const { id } = await makeController(ctx, { legalName: "Tisserands du Gapeau" });
    const given = valueOf(await give(await signatory(id)));
    const params = { number: given.number, controller: "Tisserands du Gapeau", author: "Claire Vasseur" };
    const letter = { toAddress: ctx.email, state: "queued", params: expect.objectContaining(params) };
    expect(await lettersOf("portal-instruction-given")).toContainEqual(expect.objectContaining(letter));
  });

  it("enters once what a form sends twice at once, and anew what another form says", async () => {
    const by = await signatory((await makeController(ctx)).id);
    const [once, again] = [makeForm(), makeForm()];
    const [one, other] = await Promise.all([give(once(by)), give(once(by))]);
    expect(valueOf(one).id).toBe(valueOf(other).id);
    expect(valueOf(await give(again(by))).id).not.toBe(valueOf(one).id);
  });

  it("opens a series with a code that is free, without being shown whose are taken", async () => {
    const [one, other] = [
      await makeController(ctx, { legalName: "Voltiris" }),
      await makeController(ctx, { legalName: "Voltiris" }),
    ];
    const numbers = await Promise.all(
      [one, other].map(async ({ id }) => valueOf(await give(await signatory(id))).number.slice(0, 3)),
    );
    expect(new Set(numbers).size).toBe(2);
    expect(numbers).toContain("VLT");
  });

  it("gives console and portal, writing at once, numbers without a hole", { timeout: 60_000 }, async () => {
    const { id: controllerId } = await makeController(ctx);
    await makeInstruction(ctx, { controllerId, code: "ONCE" });
    const by = await signatory(controllerId);
    const receivedOn = by.now.toISOString().slice(0, 10);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2
          ? give(by, { power: `pouvoir ${index}` })
          : makeInstruction(ctx, { controllerId, receivedOn, receivedTime: "00:00" }),
      ),
    );
    const rows = await withOrg(by.scope, (tx) =>
      tx.instruction.findMany({ where: { year: by.now.getUTCFullYear() }, select: { counter: true } }),
    );
    const counters = rows.map(({ counter }) => counter).toSorted((a, b) => a - b);
    expect(counters).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1));
    expect(rows.length).toBeGreaterThanOrEqual(10);
  });

  it("refuses a reader, another controller's entry, and what is empty", async () => {
    const elsewhere = await makeRecord(ctx);
    const { id } = await makeController(ctx);
    expect(await give(await reader(id))).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await give(await signatory(id), { recordIds: elsewhere.id })).toMatchObject(
      refusedFor("recordIds", "instruction.recordsElsewhere"),
    );
    const empty = instructionGiveSchema.safeParse({ ...FIELDS, text: " ", power: "" });
    expect(empty.error?.issues.map(({ path }) => path.join())).toEqual(["text", "power"]);
  });

  it("takes no word of anybody who works for the processor: by the person, by the address, by its domain", async () => {
    const { id: controllerId } = await makeController(ctx);
    const waiting = await contested(await signatory(controllerId));
    const people = [
      await makeContact(ctx, { controllerId, personId: ctx.actor.personId }),
      await makeContact(ctx, { controllerId, email: "direction@centre.example" }),
    ];
    for (const by of people) {
      expect(await give(by)).toMatchObject({ refusal: { issues: [{ path: "", key: "processorsOwn" }] } });
      expect(await answer(by, waiting, "confirm")).toMatchObject({
        refusal: { issues: [{ path: "", key: "processorsOwn" }] },
      });
    }
    expect((await read(waiting.id)).state).toBe("contested");
  });

  it("leaves the processor nothing of it to rewrite but what it lets be done", async () => {
    const { id } = await makeController(ctx);
    const given = valueOf(await give(await signatory(id)));
    const typed = {
      id: given.id,
      version: 1,
      text: "Autre texte",
      kind: "erasure",
      authorName: "Autre",
      channel: "letter",
      receivedOn: given.receivedAt.toISOString().slice(0, 10),
      receivedTime: "00:00",
      effectiveOn: "2026-01-01",
      operations: "Appels sortants",
    };
    const corrected = valueOf(await correctInstruction(ctx, instructionUpdateSchema.parse(typed)));
    expect(corrected).toMatchObject({ text: FIELDS.text, authorName: "Claire Vasseur", channel: "portal" });
    expect(corrected.covers.operations).toEqual(["Appels sortants"]);
  });
});

describe("answerInstruction", () => {
  it("confirms what was contested: the act in the portal is the paper", async () => {
    const { id } = await makeController(ctx);
    const by = await signatory(id);
    const alert = await contested(by);
    const confirmed = valueOf(await answer(by, alert, "confirm", { note: "Nous maintenons." }));
    expect(confirmed.state).toBe("confirmed");
    expect((await read(alert.id)).facts.at(-1)).toMatchObject({
      event: "confirm",
      source: "Claire Vasseur, annexe 3",
      note: "Nous maintenons.",
      contactId: by.actor.contactId,
      authorName: "Claire Vasseur",
    });
    const params: unknown = expect.objectContaining({ said: "confirm", number: alert.number });
    expect(await lettersOf("portal-instruction-answered")).toContainEqual(
      expect.objectContaining({ params }),
    );
  });

  it("amends it by another instruction, both or neither", async () => {
    const { id } = await makeController(ctx);
    const by = await signatory(id);
    const alert = await contested(by);
    const stale = await give(by, {
      amends: alert.id,
      version: alert.version - 1,
      text: "Après soixante jours.",
    });
    expect(stale).toMatchObject({ refusal: { kind: "conflict" } });
    const amending = { amends: alert.id, version: alert.version, text: "Après soixante jours." };
    const successor = valueOf(await give(by, amending));
    expect(successor).toMatchObject({ supersedesId: alert.id, number: expect.stringMatching(/-002$/) });
    const amended = await read(alert.id);
    expect(amended.state).toBe("amended");
    expect(amended.facts.at(-1)).toMatchObject({ event: "amend", successorId: successor.id });
  });

  it("acknowledges a letter, without a power, and withdraws", async () => {
    const { id: controllerId } = await makeController(ctx);
    const accepted = await makeAccepted(ctx, { controllerId });
    const by = await signatory(controllerId);
    const notified = valueOf(await answer(by, accepted, "acknowledge", { power: "" }));
    expect(notified).toMatchObject({ state: "accepted", version: accepted.version + 1 });
    expect(valueOf(await answer(by, notified, "withdraw")).state).toBe("withdrawn");
    const open = { id: notified.id, version: notified.version, event: "withdraw", power: "" };
    expect(instructionAnswerSchema.safeParse(open).success).toBe(false);
  });

  it("lets one of two who answer at once through, and tells the other", async () => {
    const { id } = await makeController(ctx);
    const by = await signatory(id);
    const alert = await contested(by);
    const [first, second] = await Promise.all([
      answer(by, alert, "confirm"),
      answer(await signatory(id), alert, "withdraw"),
    ]);
    expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
  });

  it("refuses a reader, and does not find what is another controller's", async () => {
    const { id } = await makeController(ctx);
    const alert = await contested(await signatory(id));
    expect(await answer(await reader(id), alert, "confirm")).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const { id: other } = await makeController(ctx);
    expect(await answer(await signatory(other), alert, "confirm")).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("a contact's connection, by raw SQL", () => {
  const attempt = async (controllerId: string, sql: string, values: readonly unknown[] = []) => {
    await app.query("BEGIN");
    try {
      const settings = await makePortalSettings(ctx, controllerId);
      for (const [name, value] of Object.entries(settings))
        await app.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
      return (await app.query(sql, [...values])).rowCount ?? 0;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.query("ROLLBACK");
    }
  };

  it("moves its own instruction, and rewrites neither its words nor another's", async () => {
    const [own, other] = [await makeController(ctx), await makeController(ctx)];
    const alert = await contested(await signatory(own.id));
    const set = (columns: string) => `UPDATE instruction SET ${columns} WHERE id = $1`;
    expect(await attempt(own.id, set("state = 'confirmed'"), [alert.id])).toBe(1);
    expect(await attempt(own.id, set("state = 'accepted'"), [alert.id])).toBe("42501");
    expect(await attempt(own.id, set("text = 'autre'"), [alert.id])).toBe("42501");
    expect(await attempt(own.id, set("controller_id = $2"), [alert.id, other.id])).toBe("42501");
    expect(await attempt(other.id, set("state = 'confirmed'"), [alert.id])).toBe(0);
  });

  it("reads what happened but what was noted while it was checked", async () => {
    const { id: controllerId } = await makeController(ctx);
    const accepted = await makeAccepted(ctx, { controllerId });
    const facts = "SELECT 1 FROM instruction_fact WHERE instruction_id = $1";
    expect(await attempt(controllerId, facts, [accepted.id])).toBe(1);
    expect(await attempt(controllerId, `${facts} AND event = 'check'`, [accepted.id])).toBe(0);
  });

  it("sends letters of the portal alone, and reads none", async () => {
    const { id } = await makeController(ctx);
    const insert = `INSERT INTO outbox_mail (id, org_id, template, locale, to_address, params, next_attempt_at, message_id, envelope_id, created_at)
      VALUES (gen_random_uuid(), $1, $2, 'fr', $3, '{}', now(), 'm', 'e', now())`;
    const send = (template: string, to: string) => attempt(id, insert, [ctx.scope.org, template, to]);
    expect(await send("portal-instruction-given", ctx.email)).toBe(1);
    expect(await send("portal-instruction-given", "a@b.example")).toBe("42501");
    expect(await send("password-reset", ctx.email)).toBe("42501");
    expect(await attempt(id, "SELECT 1 FROM outbox_mail")).toBe(0);
  });
});
