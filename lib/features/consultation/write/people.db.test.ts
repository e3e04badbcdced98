import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeChoice } from "@/prisma/factories/choice";
import { addPeople, makeConsultation, makeOpenConsultation } from "@/prisma/factories/consultation";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { countPeople, findFiles, findRefusedPeople } from "@/lib/features/consultation/read/people";
import { receivePeople } from "./people";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const file = (...lines: string[]) => new Blob([["numéro;e-mail;langue", ...lines].join("\n")]);
const filesOf = (id: string) => withOrg(ctx.scope, (tx) => findFiles(tx, id));
const countsOf = (id: string) => withOrg(ctx.scope, (tx) => countPeople(tx, id));

describe("people of a consultation", () => {
  it("are added each with a link, by many lines, none and the same again", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const many = Array.from({ length: 1200 }, (_, at) => `06 12 34 ${String(at).padStart(4, "0")};;fr`);
    const heard: number[] = [];
    const outcome = await receivePeople(ctx, {
      consultationId: id,
      file: file(...many),
      onLines: (lines) => void heard.push(lines),
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(heard).toEqual([500, 1000, 1200]);
    await addPeople(ctx, id, []);
    await addPeople(ctx, id, [many[0]!, "+33 6 12 34 00 00;;", "0612345000;;ar"]);
    expect(await countsOf(id)).toMatchObject({ all: 1201, toCall: 1201, toWrite: 0, answered: 0 });
    const files = await filesOf(id);
    expect(new Set(files.map((one) => [one.lineCount, one.addedCount, one.knownCount].join(" ")))).toEqual(
      new Set(["1200 1200 0", "0 0 0", "3 1 2"]),
    );
  });

  it("are stored by key, with contact sealed and the hash of the token alone", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, ["0612340001;jeanne@client.example;en"]);
    const [row] = await withOrg(ctx.scope, (tx) =>
      tx.consultationPerson.findMany({ where: { consultationId: id } }),
    );
    expect(row).toMatchObject({ hasNumber: true, hasEmail: true, language: "en", asked: [1, 2] });
    const stored = [row!.contactSealed!, row!.personKey, row!.tokenHash].map((bytes) => Buffer.from(bytes));
    for (const clear of ["612340001", "jeanne", "client.example"])
      expect(Buffer.concat(stored).includes(clear)).toBe(false);
  });

  it("who refused before are not asked the same again, and not at all where nothing is left", async () => {
    const stated = { controllerId, purpose: "Abonnement à la fibre" };
    await makeChoice(ctx, { ...stated, number: "0612340002" });
    await makeChoice(ctx, { ...stated, number: "0612340003" });
    await makeChoice(ctx, { controllerId, number: "0612340003", act: "transfer", country: "SN" });
    await makeChoice(ctx, { ...stated, number: "0612340004", controllerId: (await makeController(ctx)).id });
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, ["0612340002;;", "0612340003;;", "0612340004;;"]);
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.consultationPerson.findMany({ where: { consultationId: id }, orderBy: { id: "asc" } }),
    );
    expect(rows.map(({ asked }) => asked.join()).sort()).toEqual(["1,2", "2"]);
    expect((await filesOf(id))[0]).toMatchObject({ addedCount: 2, skippedCount: 1, refusedCount: 0 });
  });

  it("are one person under number and address: what either refused is not asked the other", async () => {
    const transfer = { controllerId, act: "transfer", country: "SN", source: "email" };
    await makeChoice(ctx, { ...transfer, number: "jeanne@client.example" });
    await makeChoice(ctx, { ...transfer, number: "zoe@client.example", outcome: "allowed" });
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    await addPeople(ctx, id, ["0612340007;Jeanne@client.example;", "0612340008;zoe@client.example;"]);
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.consultationPerson.findMany({ where: { consultationId: id }, orderBy: { id: "asc" } }),
    );
    expect(rows.map(({ asked, hasNumber }) => [hasNumber, asked.join()]).sort()).toEqual([
      [true, "1"],
      [true, "1,2"],
    ]);
  });

  it("of faulty lines are counted by reason and number", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const fileId = await addPeople(ctx, id, [
      "06 12;;",
      ";jeanne@client.example;",
      "0612340005;jeanne;",
      "0612340006;;es",
    ]);
    expect(await withOrg(ctx.scope, (tx) => findRefusedPeople(tx, fileId))).toEqual({
      number: [2],
      numberWanted: [3],
      email: [4],
      language: [5],
    });
  });

  it("are added to what is open alone, from a table of contacts, with one entry of the journal", async () => {
    const draft = await makeConsultation(ctx, { controllerId });
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const add = (consultationId: string, blob: Blob) => receivePeople(ctx, { consultationId, file: blob });
    const issue = (key: string) => ({ refusal: { issues: [{ path: "file", key }] } });
    expect(await add(draft.id, file("0612340007;;"))).toMatchObject(issue("notOpen"));
    expect(await add(id, new Blob(["nom;langue\nJeanne;fr"]))).toMatchObject(issue("columns"));
    expect(await add(id, new Blob([new Uint8Array([0x50, 0x4b, 3, 4])]))).toMatchObject(issue("notText"));
    await addPeople(ctx, id, ["0612340007;;"]);
    const [entry] = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({
        where: { event: "consultation.people-added" },
        orderBy: { seq: "desc" },
        take: 1,
      }),
    );
    expect(JSON.parse(entry?.text ?? "{}")).toMatchObject({
      subject: { noun: "consultation", id },
      after: { lineCount: 1, addedCount: 1, skippedCount: 0, refusedCount: 0 },
    });
  });

  it("are refused to a viewer and of another organisation", async () => {
    const { id } = await makeOpenConsultation(ctx, { controllerId });
    const input = { consultationId: id, file: file("0612340008;;") };
    expect(await receivePeople(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await receivePeople(foreign, input)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await countsOf(id)).toMatchObject({ all: 0 });
  });
});
