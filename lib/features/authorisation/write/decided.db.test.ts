import { describe, expect, it } from "vitest";
import { authorisationCellOf, type Cell } from "@/lib/domain/authorisation/authorisation-status";
import type { Ctx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { attachLetter, makeRequest, moveInput, stepRequest } from "@/prisma/factories/authorisation";
import { as } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { makeWholeSubProcessor, fillSubProcessorSection } from "@/prisma/factories/sub-processor";
import { cellKey, findAgreed, findRequests, findUsed } from "@/lib/features/authorisation/read/queries";
import { askConfirmation, moveRequest } from "./mutations";
import { findOwnCell } from "@/lib/features/authorisation/read/own-status";
import { ctx, foreign, on, lastEntry, read, prepareDatabase } from "./mutations.fixture";

prepareDatabase();
const cellFor = (of: Ctx, row: { controllerId: string; subProcessorId: string }): Promise<Cell> =>
  withOrg(of.scope, async (tx) => {
    const today = of.now.toISOString().slice(0, 10);
    const requests = await findRequests(tx, { controllerId: row.controllerId });
    const [asked] = await findUsed(tx, today, { id: row.subProcessorId });
    const { regime } = (await findAgreed(tx, today))(row.controllerId);
    const own = requests.get(cellKey(row.controllerId, row.subProcessorId)) ?? [];
    return authorisationCellOf(
      { requests: own, subProcessor: asked!.usedFor(row.controllerId), regime },
      of.now.getTime(),
    );
  });

describe("a decision on paper", () => {
  it("is recorded with its document, and touches that controller alone", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const [one, other] = [
      await makeRequest(ctx, { subProcessorId: asked.id }),
      await makeRequest(ctx, { subProcessorId: asked.id }),
    ];
    const refused = await stepRequest(ctx, one, "refuse");
    expect(refused).toMatchObject({ state: "refused", version: 3 });
    expect(refused.facts.at(-1)).toMatchObject({
      event: "refuse",
      channel: "letter",
      signatory: "Claire Orvelle",
      power: "Représentante légale",
    });
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.refused", subject: { id: one.id } });
    expect(await read(ctx, other.id)).toMatchObject({ state: "submitted", version: 2 });
    expect((await cellFor(ctx, one)).state).toBe("refused");
    expect((await cellFor(ctx, other)).state).toBe("awaited");
  });

  it.each([
    [{ channel: "telephone" }, "channel", "telephoneProvesNothing"],
    [{ document: "" }, "document", "documentMissing"],
    [{ power: "" }, "power", "powerMissing"],
    [{ on: "2026-11-03" }, "on", "future"],
    [{ on: "2026-11-01" }, "on", "beforeLast"],
  ])("%j is refused beside %s: %s", async (stated, path, key) => {
    const sent = await makeRequest(ctx);
    const document = await attachLetter(ctx, sent);
    expect(await moveRequest(ctx, moveInput(ctx, sent, "approve", { document, ...stated }))).toMatchObject({
      refusal: { issues: [{ path, key: `authorisation.${key}` }] },
    });
  });

  it("says at once of every field that is blank", async () => {
    const sent = await makeRequest(ctx);
    const blank = { channel: "", source: "", signatory: "", capacity: "", power: "" };
    const refused = await moveRequest(ctx, moveInput(ctx, sent, "approve", blank));
    expect(refused).toMatchObject({
      refusal: {
        issues: ["channel", "document", "source", "signatory", "capacity", "power"].map((path) => ({
          path,
          key: `authorisation.${path}Missing`,
        })),
      },
    });
  });

  it("stands as a no said on the telephone, and is asked for in writing", async () => {
    const sent = await makeRequest(ctx);
    const stated = {
      channel: "telephone",
      document: "",
      source: "Samia Rais, standard",
      signatory: "M. Petit, comptabilité",
      capacity: "",
      power: "",
      reason: "",
    };
    const refused = await stepRequest(ctx, sent, "refuse", stated);
    expect(refused).toMatchObject({ state: "refused" });
    expect(refused.facts.at(-1)).toMatchObject({
      event: "refuse",
      channel: "telephone",
      documentId: null,
      signatory: "M. Petit, comptabilité",
      source: "Samia Rais, standard",
    });
    expect((await cellFor(on(ctx, "2027-03-01T09:00:00Z"), sent)).state).toBe("refused");
    const asked = valueOf(await askConfirmation(ctx, { id: refused.id, version: refused.version }));
    expect(asked).toMatchObject({ state: "refused" });
    expect(asked.facts.at(-1)).toMatchObject({
      event: "ask-confirmation",
      letterId: expect.any(String) as string,
    });
    expect(await askConfirmation(ctx, { id: asked.id, version: asked.version })).toMatchObject({
      refusal: { issues: [{ key: "authorisation.noConfirmation" }] },
    });
  });

  it("is not shown by a document of another request, nor by the request itself", async () => {
    const [sent, other] = [await makeRequest(ctx), await makeRequest(ctx)];
    for (const document of [await attachLetter(ctx, other), sent.documentId!])
      expect(await moveRequest(ctx, moveInput(ctx, sent, "approve", { document }))).toMatchObject({
        refusal: { issues: [{ path: "document", key: "authorisation.documentElsewhere" }] },
      });
  });

  it("is a steward's to record, and no other organisation's", async () => {
    const sent = await makeRequest(ctx);
    expect(await moveRequest(as(ctx, "editor"), moveInput(ctx, sent, "withdraw"))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await moveRequest(foreign, moveInput(ctx, sent, "withdraw"))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("that is given up after it was sent is told by a letter, and a refused one by none", async () => {
    const [sent, refused] = [await makeRequest(ctx), await makeRequest(ctx)];
    const givenUp = await stepRequest(ctx, sent, "withdraw");
    const { letterId } = givenUp.facts.at(-1) ?? {};
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findUniqueOrThrow({ where: { id: letterId ?? "" } }),
    );
    expect(letter).toMatchObject({ template: "authorisation-withdrawn", toAddress: sent.recipient });
    const ended = await stepRequest(ctx, await stepRequest(ctx, refused, "refuse"), "withdraw");
    expect(ended.facts.at(-1)).toMatchObject({ event: "withdraw", letterId: null });
  });

  it("of two at once one wins, the other is told", async () => {
    const sent = await makeRequest(ctx);
    const document = await attachLetter(ctx, sent);
    const outcomes = await Promise.all([
      moveRequest(ctx, moveInput(ctx, sent, "approve", { document })),
      moveRequest(ctx, moveInput(ctx, sent, "refuse", { document })),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict", version: 3 } });
  });
});

describe("conditions", () => {
  it("keep it from use until each is met with its evidence", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const sent = await makeRequest(ctx, { subProcessorId: asked.id });
    const conditions = ["Chiffrement au repos", "Audit annuel"];
    let row = await stepRequest(ctx, sent, "approve", { conditions });
    expect(row.conditions).toMatchObject([{ text: conditions[0], metAt: null }, { text: conditions[1] }]);
    expect(await cellFor(ctx, row)).toMatchObject({ state: "to-sign", missing: ["conditions"] });
    for (const { id } of row.conditions)
      row = valueOf(await moveRequest(ctx, moveInput(ctx, row, "meet", { conditionId: id, channel: "" })));
    expect(await cellFor(ctx, row)).toMatchObject({ state: "active", missing: [] });
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.condition-met" });
    const again = moveInput(ctx, row, "meet", { conditionId: row.conditions[0]!.id });
    expect(await moveRequest(ctx, again)).toMatchObject({
      refusal: { issues: [{ path: "conditionId", key: "authorisation.conditionMissing" }] },
    });
  });
});

describe("afterwards", () => {
  it("is suspended, resumed and ended, each with its reason", async () => {
    let row = await stepRequest(ctx, await makeRequest(ctx), "approve");
    const states = [];
    for (const event of ["suspend", "resume", "end"]) {
      row = valueOf(await moveRequest(ctx, moveInput(ctx, row, event, { channel: "" })));
      states.push(row.state);
    }
    expect(states).toEqual(["suspended", "approved", "ended"]);
    const fresh = await stepRequest(ctx, await makeRequest(ctx), "approve");
    expect(await moveRequest(ctx, moveInput(ctx, fresh, "suspend", { reason: " " }))).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "authorisation.reasonMissing" }] },
    });
  });

  it("a change of site is asked anew, and takes the place of what was authorised once it holds", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const first = await stepRequest(ctx, await makeRequest(ctx, { subProcessorId: asked.id }), "approve");
    expect((await cellFor(ctx, first)).state).toBe("active");
    const places = { sites: [{ name: "Lille", country: "FR" }], accessAnswer: "no" };
    await fillSubProcessorSection(ctx, asked, "places", places);
    expect(await cellFor(ctx, first)).toMatchObject({
      state: "to-sign",
      missing: ["scope"],
      isChangedSince: true,
    });
    const second = await makeRequest(ctx, {
      controllerId: first.controllerId,
      subProcessorId: asked.id,
    });
    expect(second).toMatchObject({ supersedesId: first.id, list: { version: 2 } });
    expect(second.text).toContain("Ce qui change\u00a0: les lieux.");
    expect(await read(ctx, first.id)).toMatchObject({ state: "approved" });
    await stepRequest(ctx, second, "approve");
    expect(await read(ctx, first.id)).toMatchObject({ state: "replaced" });
    expect(await cellFor(ctx, first)).toMatchObject({ state: "active", requestId: second.id });
    const own = await withOrg(ctx.scope, (tx) => findOwnCell(tx, ctx, first));
    expect(own).toMatchObject({ state: "replaced", requestId: first.id });
  });

  it("a notice of a change takes nothing from what silence authorised, until it holds itself", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const terms = { authorisation: "general", objectionDays: "10" };
    const sent = await makeRequest(ctx, { subProcessorId: asked.id, terms });
    const notified = valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    const later = on(ctx, "2026-11-20T09:00:00Z");
    expect((await cellFor(later, notified)).state).toBe("active");
    const places = { sites: [{ name: "Lille", country: "FR" }], accessAnswer: "no" };
    await fillSubProcessorSection(later, asked, "places", places);
    const { controllerId, subProcessorId } = notified;
    const change = await makeRequest(later, { controllerId, subProcessorId });
    expect(change).toMatchObject({ supersedesId: notified.id, state: "notified" });
    expect(await read(later, notified.id)).toMatchObject({ state: "notified" });
    await stepRequest(later, change, "approve");
    expect(await read(later, notified.id)).toMatchObject({ state: "replaced" });
  });

  it("silence: a refusal in the one regime, an authorisation in the other, nothing where no period was agreed", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const rows = [];
    for (const terms of [{}, { authorisation: "general" }, { authorisation: "general", objectionDays: "" }]) {
      const sent = await makeRequest(ctx, { subProcessorId: asked.id, terms });
      rows.push(valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive"))));
    }
    const later = on(ctx, "2026-12-24T09:00:00Z");
    const cells = await Promise.all(rows.map((row) => cellFor(later, row)));
    expect(cells.map(({ state, waits }) => [state, waits])).toEqual([
      ["expired", null],
      ["active", null],
      ["notified", "confirmation"],
    ]);
    const { id, version } = rows[2]!;
    const notified = valueOf(await askConfirmation(later, { id, version }));
    expect(notified.facts.at(-1)).toMatchObject({ event: "ask-confirmation", state: "notified" });
    const own = { document: notified.facts.at(-1)!.documentId! };
    expect(await moveRequest(later, moveInput(later, notified, "approve", own))).toMatchObject({
      refusal: { issues: [{ path: "document", key: "authorisation.documentElsewhere" }] },
    });
    expect(await askConfirmation(later, { id: rows[1]!.id, version: rows[1]!.version })).toMatchObject({
      refusal: { issues: [{ key: "authorisation.noConfirmation" }] },
    });
    expect(await askConfirmation(as(later, "editor"), { id, version })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});
