import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { mergeInto } from "@/prisma/factories/merge";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { findChoicesOf, findRecentChoices } from "@/lib/features/choice/read/queries";
import { choiceSchema } from "@/lib/features/choice/schema";
import { openDatabase } from "@/scripts/test/open-database";
import { findPerson, recordChoice } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const chosen = (changes: object = {}) =>
  choiceSchema.parse({
    ...{ controllerId, contact: "06 12 34 56 78", act: "telephone", purpose: "", outcome: "refused" },
    ...{ on: "2026-01-05", time: "10:30", source: "call", proof: "", validUntil: "" },
    ...changes,
  });

describe("recordChoice", () => {
  it("adds a row for the person's key, and an entry of the journal", async () => {
    const { person } = valueOf(await recordChoice(ctx, chosen()));
    const [row] = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, person));
    expect(row).toMatchObject({
      ...{ act: "telephone", outcome: "refused", source: "call", person },
      decidedAt: Date.parse("2026-01-05T09:30:00Z"),
    });
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
    );
    expect(entry?.event).toBe("choice.recorded");
    expect(entry?.text).toContain(person);
  });

  it("stores the number nowhere", async () => {
    valueOf(await recordChoice(ctx, chosen({ contact: "+33 6 98 76 54 32" })));
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ found: boolean }>(
      `SELECT bool_or(t::text ~ '698765432|6 98 76') AS found FROM (
         SELECT to_jsonb(c) AS t FROM choice c UNION ALL SELECT to_jsonb(j) FROM journal_text j
         UNION ALL SELECT to_jsonb(f) FROM form_submission f) all_rows`,
    );
    await owner.end();
    expect(rows[0]?.found).toBe(false);
  });

  it("finds the same person however the number is written, and in no other organisation", async () => {
    const keys = ["0612345678", "+33 6 12 34 56 78", "0033612345678"].map((number) =>
      findPerson(ctx, { contact: number, country: "FR" }),
    );
    const people = (await Promise.all(keys)).map((outcome) => valueOf(outcome).person);
    expect(new Set(people).size).toBe(1);
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(valueOf(await findPerson(foreign, { contact: "0612345678", country: "FR" })).person).not.toBe(
      people[0],
    );
    expect(await withOrg(foreign.scope, (tx) => findRecentChoices(tx))).toEqual([]);
    expect(await recordChoice(foreign, chosen())).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it.each([
    [{ contact: "06 12" }, "contact", "choice.contact"],
    [{ contact: "odile@personne.example" }, "contact", "choice.number"],
    [
      { contact: "Odile@personne.example", act: "mail", purpose: "odile@PERSONNE.example" },
      "purpose",
      "choice.clearNumber",
    ],
    [{ on: "2999-01-01" }, "on", "dateAhead"],
    [{ outcome: "allowed" }, "proof", "choice.proof"],
    [{ proof: "REC 06.12.34.56.78" }, "proof", "choice.clearNumber"],
    [{ purpose: "rappel au +33612345678" }, "purpose", "choice.clearNumber"],
    [{ country: "MA" }, "country", "choice.country"],
  ])("refuses %o", async (changes, path, key) => {
    expect(await recordChoice(ctx, chosen(changes))).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("is of writers, and read by everybody", async () => {
    expect(await recordChoice(as(ctx, "viewer"), chosen())).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await findPerson(as(ctx, "viewer"), { contact: "0612345678", country: "FR" })).toMatchObject({
      ok: true,
    });
  });

  it("holds towards the controller that the first was merged into", async () => {
    const [first, second] = [await makeController(ctx), await makeController(ctx)];
    const number = "06 21 22 23 24";
    const { person } = valueOf(await recordChoice(ctx, chosen({ controllerId: first.id, contact: number })));
    valueOf(await mergeInto(ctx, [first.id, second.id]));
    const [row] = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, person));
    expect(row?.controller.id).toBe(second.id);
  });
});

it("is only ever added to", async () => {
  valueOf(await recordChoice(ctx, chosen({ contact: "06 55 44 33 22" })));
  for (const change of [
    () => withOrg(ctx.scope, (tx) => tx.choice.updateMany({ data: { outcome: "allowed" } })),
    () => withOrg(ctx.scope, (tx) => tx.choice.deleteMany({})),
  ])
    await expect(change()).rejects.toThrow(/permission denied/);
});
