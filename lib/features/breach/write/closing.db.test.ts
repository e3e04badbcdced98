import { describe, expect, it } from "vitest";
import { foldBreach } from "@/lib/domain/breach/file";
import { planBreach } from "@/lib/domain/obligation/plan-breach";
import { breachQuerySchema, findBreachPage } from "@/lib/features/breach/read/list";
import { findBreachesToPlan } from "@/lib/features/breach/read/to-plan";
import { findBreachParts } from "@/lib/features/compliance/read/breach-parts";
import { findFacts, findInformed, findTerms } from "@/lib/features/breach/read/queries";
import { breachMoveSchema, controllerPlaceSchema } from "@/lib/features/breach/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { findDeliveries } from "@/lib/features/breach-notice/read/deliveries";
import { insertNoticeFact } from "@/lib/features/breach-notice/write/rows";
import { makeIssuedNotice } from "@/prisma/factories/breach";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeLetter, makeReport } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { moveBreach } from "./move";
import { placeController } from "./mutations";
import { ctx, orvelle, begin, add, events, refused, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

describe("the end", () => {
  const move = (
    row: { id: string; version: number },
    event: string,
    reason = "",
    untold: object[] = [],
    unrectified: object[] = [],
  ) => {
    const typed = { id: row.id, version: row.version, event, reason, untold, unrectified };
    return moveBreach(ctx, breachMoveSchema.parse(typed));
  };
  const place = (row: { id: string; version: number }, to: string, reason = "") =>
    placeController(
      ctx,
      controllerPlaceSchema.parse({
        id: row.id,
        version: row.version,
        controllerId: orvelle,
        place: to,
        reason,
      }),
    );

  const issueFinal = (breachId: string) => issue(breachId, "final", 1);

  /** A notice in writing to Orvelle, as the database holds it. */
  async function issue(breachId: string, phase: string, number: number) {
    const dates = { createdAt: ctx.now, updatedAt: ctx.now };
    await withOrg(ctx.scope, async (tx) => {
      const part = await tx.breachController.findFirstOrThrow({ where: { breachId } });
      const of = { breachId, breachControllerId: part.id, controllerId: orvelle, number, phase };
      const issued = { locale: "fr", status: "issued", issuedAt: ctx.now, content: {}, ...dates };
      await tx.breachNotice.create({
        data: { id: crypto.randomUUID(), orgId: ctx.scope.org, ...of, ...issued },
      });
    });
  }

  it("needs a reason while a duty is open, art. 33(2) and (5), and none once each is met", async () => {
    const row = valueOf(await place(await begin(), "controller-confirmed"));
    const named = [{ controllerId: orvelle, reason: "Même groupe, informé par la maison mère" }];
    expect(await move(row, "closed", "", named)).toEqual(refused("reason", "breach.reasonToClose"));
    expect(valueOf(await move(row, "closed", "Registre repris au suivant", named)).status).toBe("closed");
    const other = valueOf(await place(await begin(), "controller-confirmed"));
    const call = { breachId: other.id, controllerId: orvelle, kind: "call-made", at: ctx.now };
    const by = { orgId: ctx.scope.org, recordedAt: ctx.now, authorKind: "staff", authorName: "Nadia" };
    await withOrg(ctx.scope, (tx) =>
      tx.breachNoticeFact.create({ data: { id: crypto.randomUUID(), ...call, ...by } }),
    );
    // Told by a call, and neither in writing nor in the record.
    expect(await move(other, "closed")).toEqual(refused("reason", "breach.reasonToClose"));
    await issueFinal(other.id);
    let recorded = other;
    for (const kind of ["consequences", "measures"]) {
      expect(await move(recorded, "closed")).toEqual(refused("reason", "breach.reasonToClose"));
      recorded = valueOf(await add(recorded, kind, { text: "x" }));
    }
    expect(await move(recorded, "closed")).toMatchObject({ ok: true });
  });

  it("is not before a notice that was issued", async () => {
    const row = valueOf(await place(await begin(), "controller-confirmed"));
    await issueFinal(row.id);
    const before = { event: "closed", on: "2026-11-24", time: "16:00", reason: "Clos", untold: [] };
    const typed = { id: row.id, version: row.version, ...before };
    expect(await moveBreach(ctx, breachMoveSchema.parse(typed))).toEqual(
      refused("on", "breach.closedBeforeNotice"),
    );
  });

  it("names each controller that nobody told, with a reason of its own, and keeps it as not told", async () => {
    const row = valueOf(await place(await begin(), "controller-confirmed"));
    const general = "Plus rien à faire";
    expect(await move(row, "closed", general)).toEqual(refused("event", "breach.untoldWithoutReason"));
    expect(await move(row, "closed", general, [{ controllerId: orvelle, reason: "" }])).toEqual(
      refused("untold.0.reason", "breach.untoldWithoutReason"),
    );
    const reason = "Société dissoute en 2025";
    valueOf(await move(row, "closed", general, [{ controllerId: orvelle, reason }]));
    expect((await events(row.id)).slice(-2)).toEqual(["breach.controller-left-untold", "breach.closed"]);
    await withOrg(ctx.scope, async (tx) => {
      const file = foldBreach(await findFacts(tx, row.id));
      expect(file.leftUntold.get(orvelle)).toMatchObject({ reason });
      const [found] = await findBreachesToPlan(tx, { id: row.id }, ctx.now.getTime());
      const tell = planBreach(found!).find(({ kind }) => kind === "breach.tell");
      expect(tell).toMatchObject({ ending: "left" });
      const parts = (await findBreachParts(tx, ctx.now)).filter(({ subject_id }) => subject_id === row.id);
      expect(parts.map(({ codes }) => codes)).toEqual([["left-untold"]]);
      const [line] = await findBreachPage(tx, breachQuerySchema.parse({ view: "all" }), [row.id]);
      expect(line).toMatchObject({ affected: 1, informed: 0 });
    });
  });

  it("names each controller notified wrongly and not rectified, and keeps it so until its notice is taken back", async () => {
    const begun = valueOf(await place(await begin(), "controller-confirmed"));
    await issue(begun.id, "initial", 1);
    const row = valueOf(await place(begun, "controller-set-aside", "Aucune de ses données"));
    const codes = () =>
      withOrg(ctx.scope, async (tx) =>
        (await findBreachParts(tx, ctx.now)).flatMap((part) =>
          part.subject_id === row.id ? part.codes : [],
        ),
      );
    expect(await codes()).toEqual(["to-rectify"]);
    const general = "Plus rien à faire";
    expect(await move(row, "closed", general)).toEqual(refused("event", "breach.unrectifiedWithoutReason"));
    expect(await move(row, "closed", general, [], [{ controllerId: orvelle, reason: "" }])).toEqual(
      refused("unrectified.0.reason", "breach.unrectifiedWithoutReason"),
    );
    const reason = "Boîte fermée, société radiée";
    valueOf(await move(row, "closed", general, [], [{ controllerId: orvelle, reason }]));
    expect((await events(row.id)).slice(-2)).toEqual(["breach.controller-left-unrectified", "breach.closed"]);
    const listed = () =>
      withOrg(ctx.scope, (tx) => findBreachPage(tx, breachQuerySchema.parse({ view: "all" }), [row.id]));
    expect(await codes()).toEqual(["left-unrectified"]);
    expect(await listed()).toMatchObject([{ affected: 0, toRectify: 1 }]);
    const facts = await withOrg(ctx.scope, (tx) => findFacts(tx, row.id));
    expect(foldBreach(facts).leftUnrectified.get(orvelle)).toMatchObject({ reason });
    // Taken back after the closing: by what left, and not by its issue.
    await issue(row.id, "rectifying", 2);
    expect(await codes()).toEqual(["left-rectifying-unsent"]);
    expect(await listed()).toMatchObject([{ toRectify: 0, rectifyingUnsent: 1 }]);
    const call = { breachId: row.id, controllerId: orvelle, kind: "call-rectified", at: ctx.now };
    const by = { orgId: ctx.scope.org, recordedAt: ctx.now, authorKind: "staff", authorName: "Nadia" };
    await withOrg(ctx.scope, (tx) =>
      tx.breachNoticeFact.create({ data: { id: crypto.randomUUID(), ...call, ...by } }),
    );
    expect(await codes()).toEqual([]);
    expect(await listed()).toMatchObject([{ toRectify: 0, rectifyingUnsent: 0 }]);
  });

  it("takes no fact until it is reopened, and keeps the reason", async () => {
    const row = valueOf(await place(await begin(), "controller-set-aside", "Base de test"));
    const closed = valueOf(await move(row, "closed", "Aucune donnée réelle"));
    expect(await add(closed, "note", { text: "x" })).toEqual(refused("", "breach.isClosed"));
    expect(await move(closed, "contained")).toEqual(refused("event", "breach.notNow"));
    expect(valueOf(await move(closed, "reopened", "Copie retrouvée")).status).toBe("open");
    expect((await events(row.id)).slice(-2)).toEqual(["breach.closed", "breach.reopened"]);
  });

  it("refuses a step taken from what is no longer so", async () => {
    const row = await begin();
    valueOf(await add(row, "note", { text: "x" }));
    expect(await move(row, "contained")).toMatchObject({ refusal: { kind: "conflict" } });
  });
});

describe("what the clocks read", () => {
  it("reads the hours of the contract in force on the day", async () => {
    const controllerId = (await makeController(ctx)).id;
    const contract = await makeContractInForce(ctx, { controllerId });
    await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
    const terms = (day: string) => withOrg(ctx.scope, (tx) => findTerms(tx, [controllerId], day));
    expect((await terms("2026-11-24")).get(controllerId)).toMatchObject({ hours: 24 });
    expect((await terms("2025-01-01")).get(controllerId)).toBeUndefined();
  });

  it("reads a call as awareness of that controller alone", async () => {
    const controllerId = (await makeController(ctx)).id;
    const { breachId } = await makeIssuedNotice(ctx, { controllerId });
    const informed = await withOrg(ctx.scope, (tx) => findInformed(tx, [breachId]));
    expect([...informed]).toEqual([[`${breachId} ${controllerId}`, [{ by: "call", at: ctx.now.getTime() }]]]);
  });

  it.each([
    ["delivered", [{ by: "mail-server" }]],
    ["said-received", [{ by: "elsewhere" }]],
    ["handed-over", []],
  ] as const)("reads of a letter what the notice's page does: %s", async (kind, expected) => {
    const controllerId = (await makeController(ctx)).id;
    const { breachId, noticeId, contactId } = await makeIssuedNotice(ctx, { controllerId, isCalled: false });
    const { id: letterId } = await makeLetter(ctx);
    await withOrg(ctx.scope, (tx) =>
      insertNoticeFact(tx, ctx, {
        breachId,
        controllerId,
        noticeId,
        contactId,
        letterId,
        kind: "mail-queued",
        at: ctx.now,
        value: {},
      }),
    );
    await makeReport(ctx, letterId, { kind, at: ctx.now });
    const informed = await withOrg(ctx.scope, (tx) => findInformed(tx, [breachId]));
    expect(informed.get(`${breachId} ${controllerId}`) ?? []).toMatchObject(expected);
    const deliveries = await withOrg(ctx.scope, (tx) => findDeliveries(tx, ctx.scope.org, breachId));
    expect(deliveries).toMatchObject([
      { kind: "queued", noticeId, controllerId },
      { kind, noticeId, controllerId },
    ]);
  });
});
