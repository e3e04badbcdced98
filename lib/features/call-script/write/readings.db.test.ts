import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { readersOf } from "@/lib/domain/call-script/readers";
import { findReadings } from "@/lib/features/call-script/read/queries";
import { callScriptReadingSchema } from "@/lib/features/call-script/schema";
import { findDuties } from "@/lib/features/obligation/read/queries";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import {
  answerRequest,
  askForApproval,
  makeApprovedScript,
  makeCallScript,
  recordAgents,
} from "@/prisma/factories/call-script";
import { makeContact } from "@/prisma/factories/contact";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { recordReadings } from "./readings";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const stated = (id: string, changes: object = {}) =>
  callScriptReadingSchema.parse({
    id,
    edition: 1,
    kind: "read",
    agents: "A-014",
    on: "2026-01-05",
    means: "sheet",
    ...changes,
  });
const readers = async (id: string, edition = 1) =>
  readersOf(await withOrg(ctx.scope, (tx) => findReadings(tx, id)), edition).map(({ agent, readOn }) => [
    agent,
    readOn,
  ]);

describe("recordReadings", () => {
  it("records a pasted list, one row for each agent, and no name in the journal", async () => {
    const { id } = await makeCallScript(ctx, { controllerId });
    const agents = "Yasmine B.\n\n  A-014 \nyasmine b.\nA-027";
    await recordReadings(ctx, stated(id, { agents }));
    expect(await readers(id)).toEqual([
      ["A-014", "2026-01-05"],
      ["A-027", "2026-01-05"],
      ["Yasmine B.", "2026-01-05"],
    ]);
    const [entry] = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "call-script.agents-recorded" }, orderBy: { seq: "desc" } }),
    );
    expect(entry?.text).toContain('"agents":3');
    expect(entry?.text).not.toContain("Yasmine");
    expect(await recordReadings(ctx, stated(id, { agents: "a-027" }))).toMatchObject({
      refusal: { issues: [{ path: "agents", key: "call-script.alreadyRecorded" }] },
    });
  });

  it.each([
    [{ edition: 2 }, "edition", "call-script.noEdition"],
    [{ on: "2999-01-01" }, "on", "dateAhead"],
  ])("refuses %o", async (changes, path, key) => {
    const { id } = await makeCallScript(ctx, { controllerId });
    expect(await recordReadings(ctx, stated(id, changes))).toMatchObject({
      refusal: { issues: [{ path, key }] },
    });
  });

  it("asks how an edition was read", () => {
    expect(() => stated(crypto.randomUUID(), { means: "" })).toThrow();
    expect(stated(crypto.randomUUID(), { means: "", kind: "left" }).kind).toBe("left");
  });

  it("is of writers, and of its own organisation", async () => {
    const { id } = await makeCallScript(ctx, { controllerId });
    expect(await recordReadings(as(ctx, "viewer"), stated(id))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await recordReadings(foreign, stated(id))).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("what a script in use owes", () => {
  const owed = async (own: MadeOrganisation, now: Date) => {
    const duties = await withOrg(own.scope, (tx) =>
      findDuties(tx, { now, locale: "fr", nouns: ["call-script"] }),
    );
    return duties.filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind);
  };

  it("is a reading by each agent who works with it", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id } = await makeController(own);
    const { script } = await makeApprovedScript(own, { controllerId: id });
    expect(await owed(own, own.now)).toEqual(["call-script.unread"]);
    const later = { ...own, now: new Date(own.now.getTime() + 1) };
    await recordAgents(later, script, { kind: "left", agents: "A-027" });
    expect(await owed(own, later.now)).toEqual([]);
  });

  it("is the answer of its controller, until it has answered", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id: controllerId } = await makeController(own);
    const script = await makeCallScript(own, { controllerId });
    const contact = await makeContact(own, { controllerId });
    expect(await owed(own, own.now)).toEqual([]);
    const request = await askForApproval(own, script);
    expect(await owed(own, own.now)).toEqual(["call-script.approval"]);
    await answerRequest(contact, request);
    expect(await owed(own, own.now)).toEqual([]);
  });

  it("is a text that the law of the day admits", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id } = await makeController(own);
    const { script } = await makeApprovedScript(own, { controllerId: id });
    await recordAgents(own, script, { kind: "read", agents: "A-027", means: "link" });
    expect(await owed(own, new Date("2026-08-10T10:00:00Z"))).toEqual(["call-script.mentions"]);
    expect(await owed(own, new Date("2026-08-11T10:00:00Z"))).toEqual([]);
  });
});
