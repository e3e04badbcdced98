import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import {
  answerRequest,
  askForApproval,
  makeCallScript,
  makeScriptInUse,
  WHOLE_SCRIPT,
} from "@/prisma/factories/call-script";
import { makeContact } from "@/prisma/factories/contact";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { callScriptCreateSchema, callScriptUpdateSchema } from "@/lib/features/call-script/schema";
import { createCallScript, moveCallScript, updateCallScript } from "./mutations";
import { requestApproval } from "./requests";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const events = async (take: number) => {
  const rows = await withOrg(ctx.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "desc" }, take }));
  return rows.map(({ event }) => event);
};
const saving = (script: { id: string; version: number }, changes: object = {}) =>
  callScriptUpdateSchema.parse({
    id: script.id,
    version: script.version,
    title: "Relance",
    text: WHOLE_SCRIPT,
    isRecorded: "yes",
    ...changes,
  });
const move = (script: { id: string; version: number }, event: "use" | "retire" | "reopen", reason = "") =>
  moveCallScript(ctx, { id: script.id, version: script.version, event, on: "2026-01-05", reason });

describe("a script's text", () => {
  it("makes an edition where the words change, and a version where anything does", async () => {
    const first = await makeCallScript(ctx, { controllerId });
    const renamed = valueOf(await updateCallScript(ctx, saving(first)));
    expect(renamed).toMatchObject({ title: "Relance", edition: 1, version: 2 });
    const reworded = valueOf(
      await updateCallScript(ctx, saving(renamed, { text: `${WHOLE_SCRIPT} Merci.` })),
    );
    expect(reworded).toMatchObject({ edition: 2, version: 3 });
    const versions = await withOrg(ctx.scope, (tx) =>
      tx.callScriptVersion.findMany({ where: { callScriptId: first.id }, orderBy: { version: "asc" } }),
    );
    expect(versions.map(({ edition, change }) => [edition, change])).toEqual([
      [1, "created"],
      [1, "saved"],
      [2, "saved"],
    ]);
    expect(await events(1)).toEqual(["call-script.updated"]);
  });

  it("is one text whatever a browser sends at the end of a line", () => {
    const typed = callScriptCreateSchema.parse({
      controllerId,
      title: "Relance",
      text: "Bonjour\r\nMadame\r",
    });
    expect(typed.text).toBe("Bonjour\nMadame");
  });

  it("is not overwritten by who read an earlier version", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    valueOf(await updateCallScript(ctx, saving(script)));
    const late = await updateCallScript(ctx, saving(script, { title: "Autre" }));
    expect(late).toMatchObject({ refusal: { kind: "conflict" } });
  });

  it("is of writers, of an open controller and of its own organisation", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    const input = callScriptCreateSchema.parse({ controllerId, title: "T", text: "Bonjour" });
    expect(await createCallScript(as(ctx, "viewer"), input)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await createCallScript(foreign, input)).toMatchObject({
      refusal: { issues: [{ path: "controllerId", key: "required" }] },
    });
    expect(await updateCallScript(foreign, saving(script))).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("requestApproval", () => {
  it("seals the text and writes to each signatory, and is refused where there is none", async () => {
    const { id } = await makeController(ctx);
    const script = await makeCallScript(ctx, { controllerId: id });
    expect(await requestApproval(ctx, script)).toMatchObject({
      refusal: { issues: [{ path: "", key: "call-script.noSignatory" }] },
    });
    const contacts = [
      await makeContact(ctx, { controllerId: id }),
      await makeContact(ctx, { controllerId: id, name: "Luc Ferrand" }),
    ];
    await makeContact(ctx, { controllerId: id, role: "reader" });
    const request = await askForApproval(ctx, script);
    expect(request).toMatchObject({ edition: 1, text: WHOLE_SCRIPT, decision: null });
    const letters = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "call-script-request" }, select: { toAddress: true } }),
    );
    expect(letters.map(({ toAddress }) => toAddress).sort()).toEqual(
      contacts.map(({ email }) => email).sort(),
    );
    expect(await events(1)).toEqual(["call-script.requested"]);
    expect(await requestApproval(ctx, script)).toMatchObject({
      refusal: { issues: [{ key: "call-script.alreadyAsked" }] },
    });
  });

  it("refuses a viewer, a stranger and who read an earlier version", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    expect(await requestApproval(as(ctx, "viewer"), script)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await requestApproval(foreign, script)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await requestApproval(ctx, { ...script, version: 9 })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });
});

describe("moveCallScript", () => {
  it("puts the approved edition into use, and leaves it there while the next one is written", async () => {
    const { id } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId: id });
    const script = await makeCallScript(ctx, { controllerId: id });
    const refused = { refusal: { issues: [{ path: "event", key: "call-script.notApproved" }] } };
    expect(await move(script, "use")).toMatchObject(refused);
    await answerRequest(contact, await askForApproval(ctx, script));
    const used = await makeScriptInUse(ctx, script);
    expect(used).toMatchObject({ state: "in-use", usedEdition: 1 });
    expect(await move(used, "use")).toMatchObject({
      refusal: { issues: [{ key: "call-script.alreadyUsed" }] },
    });
    const next = valueOf(await updateCallScript(ctx, saving(used, { text: `${WHOLE_SCRIPT} Merci.` })));
    expect(next).toMatchObject({ state: "in-use", edition: 2, usedEdition: 1 });
    expect(await move(next, "use")).toMatchObject(refused);
    const retired = valueOf(await move(next, "retire", "Campagne finie"));
    expect(retired).toMatchObject({ state: "retired", usedEdition: null });
    expect(await updateCallScript(ctx, saving(retired))).toMatchObject({
      refusal: { issues: [{ key: "call-script.retired" }] },
    });
    expect(valueOf(await move(retired, "reopen"))).toMatchObject({ state: "draft" });
    expect(await events(3)).toEqual(["call-script.reopened", "call-script.retired", "call-script.updated"]);
  });

  it("refuses a text that the law of the day does not admit, though it is approved", async () => {
    const { id } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId: id });
    const text = `${WHOLE_SCRIPT} Vous pouvez vous inscrire sur Bloctel.`;
    const script = await makeCallScript(ctx, { controllerId: id, text });
    await answerRequest(contact, await askForApproval(ctx, script));
    const today = { ...ctx, now: new Date("2026-11-28T10:00:00Z") };
    const use = {
      id: script.id,
      version: script.version,
      event: "use",
      on: "2026-01-05",
      reason: "",
    } as const;
    expect(await moveCallScript(today, use)).toMatchObject({
      refusal: { issues: [{ path: "event", key: "call-script.faulty" }] },
    });
    const before = { ...ctx, now: new Date("2026-08-10T10:00:00Z") };
    expect(valueOf(await moveCallScript(before, use))).toMatchObject({ state: "in-use", usedEdition: 1 });
  });

  it("is of the stewards", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    const use = { id: script.id, version: 1, event: "use", on: "2026-01-05", reason: "" } as const;
    expect(await moveCallScript(as(ctx, "editor"), use)).toMatchObject({ refusal: { kind: "forbidden" } });
  });
});
