import { afterAll, beforeAll, expect, it } from "vitest";
import { planBreach } from "@/lib/domain/obligation/plan-breach";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { findTelling } from "@/lib/features/breach-notice/read/telling";
import { MAIN_RECIPIENT, noticeInformedSchema, noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { findBreach, findInformed } from "@/lib/features/breach/read/queries";
import { findBreachesToPlan } from "@/lib/features/breach/read/to-plan";
import { controllerPlaceSchema } from "@/lib/features/breach/schema";
import { placeController } from "@/lib/features/breach/write/mutations";
import { insertLetterFact } from "@/lib/features/outbox/write/facts";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { recordInformed } from "./informed";
import { issueNotice } from "./issue";

const BY_RELAY = { kind: "handed-over", source: "relay", details: "" } as const;
const BEGAN = new Date("2026-11-24T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, BEGAN);
}, 120_000);
afterAll(() => database.drop());

/** A breach of one client, with its acts in hours after it was noticed. */
async function breachOfOne() {
  const controllerId = (await makeController(ctx)).id;
  const made = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    awareAt: BEGAN,
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { partId } = made.parts[0]!;
  const at = (hours: number) => ({ ...ctx, now: new Date(BEGAN.getTime() + hours * 3_600_000) });
  const notice = async (hours: number, typed: Record<string, unknown> = {}) => {
    const { id } = valueOf(await draftNotice(at(hours), { partId }));
    const draft = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    const shown = Object.entries(draft.content).map(([key, value]) => [key, value ?? ""]);
    const { version, locale } = draft;
    const form = { ...Object.fromEntries(shown), id, version, locale, ...typed };
    const { letterId } = valueOf(await issueNotice(at(hours), noticeSaveSchema.parse(form)));
    return { letterId, ...(await withOrg(ctx.scope, (tx) => findNotice(tx, id)))! };
  };
  return {
    made,
    controllerId,
    partId,
    at,
    notice,
    place: async (hours: number, place: string) => {
      const { version } = (await withOrg(ctx.scope, (tx) => findBreach(tx, made.breachId)))!;
      const input = { id: made.breachId, version, controllerId, place, reason: "Vérifié" };
      valueOf(await placeController(at(hours), controllerPlaceSchema.parse(input)));
    },
    call: (hours: number, kind: string, now = hours) => {
      const [day, time] = at(hours).now.toISOString().split("T");
      const said = { partId, kind, day, time: time?.slice(0, 5), who: "Astreinte" };
      return recordInformed(at(now), noticeInformedSchema.parse(said));
    },
    handOver: (letterId: string, hours: number) =>
      withOrg(ctx.scope, (tx) =>
        insertLetterFact(tx, at(hours), letterId, { ...BY_RELAY, digest: letterId, at: at(hours).now }),
      ),
    deliver: (letterId: string, hours: number) =>
      withOrg(ctx.scope, (tx) =>
        insertLetterFact(tx, at(hours), letterId, {
          ...BY_RELAY,
          kind: "delivered",
          digest: `${letterId} delivered`,
          at: at(hours).now,
        }),
      ),
    telling: async (hours: number) => {
      const own = await findOwnPeople(ctx.scope.org);
      return (await withOrg(ctx.scope, (tx) => findTelling(tx, { partId, own, now: at(hours).now })))!;
    },
    duties: async (hours: number) => {
      const [found] = await withOrg(ctx.scope, (tx) =>
        findBreachesToPlan(tx, { id: made.breachId }, at(hours).now.getTime()),
      );
      return planBreach(found!).map(
        ({ kind, ending, doneAt }) => `${kind} ${doneAt === null ? "open" : ending}`,
      );
    },
    informed: async () =>
      (await withOrg(ctx.scope, (tx) => findInformed(tx, [made.breachId]))).get(
        `${made.breachId} ${controllerId}`,
      ),
  };
}

it("is the initial one where neither the notice before nor what took it back ever left", async () => {
  const { notice, place, telling } = await breachOfOne();
  await notice(1, { recipient: MAIN_RECIPIENT });
  await place(2, "controller-set-aside");
  await place(3, "controller-confirmed");
  expect(await telling(3)).toMatchObject({ isCompleting: false });
  const anew = await notice(4, { recipient: MAIN_RECIPIENT });
  expect(anew).toMatchObject({ number: 2, phase: "initial" });
  expect(anew.content).not.toHaveProperty("afterRectification");
  const second = await notice(5, { recipient: MAIN_RECIPIENT });
  expect(second).toMatchObject({
    phase: "follow-up",
    content: { completes: { noticeId: anew.id, place: 1 } },
  });
});

it("completes one that left, though what takes it back was issued and did not leave", async () => {
  const { notice, place, handOver, informed, call } = await breachOfOne();
  const first = await notice(1, { recipient: MAIN_RECIPIENT });
  await handOver(first.letterId!, 2);
  valueOf(await call(2, "call-made"));
  await place(3, "controller-set-aside");
  await notice(4, { recipient: MAIN_RECIPIENT, whatHappened: "Une base d’essai." });
  await place(5, "controller-confirmed");
  expect(await informed()).toHaveLength(1);
  expect(await notice(6, { recipient: MAIN_RECIPIENT })).toMatchObject({
    phase: "follow-up",
    content: { completes: { noticeId: first.id, place: 1 } },
  });
});

it("begins anew after a rectification that reached its client, and names it", async () => {
  const { notice, place, handOver, informed, at } = await breachOfOne();
  const first = await notice(1, { recipient: MAIN_RECIPIENT });
  await handOver(first.letterId!, 2);
  await place(3, "controller-set-aside");
  const back = await notice(4, { recipient: MAIN_RECIPIENT, whatHappened: "Une base d’essai." });
  await handOver(back.letterId!, 5);
  await place(6, "controller-confirmed");
  expect(await informed()).toBeUndefined();
  const anew = await notice(7, { recipient: MAIN_RECIPIENT });
  expect(anew).toMatchObject({
    phase: "initial",
    content: { afterRectification: { by: "notice", at: at(5).now.getTime(), firstAwareAt: null } },
  });
  const { params } = await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findUniqueOrThrow({ where: { id: anew.letterId! } }),
  );
  expect(params).toMatchObject({ phase: "initial", after: "notice" });
});

it("asks a client told by telephone alone and set aside to be told so, by a call that is recorded or by a notice", async () => {
  const { place, call, duties, telling, informed, at } = await breachOfOne();
  expect(await call(1, "call-rectified")).toMatchObject({
    refusal: { issues: [{ path: "kind", key: "breach-notice.nothingToRectify" }] },
  });
  valueOf(await call(1, "call-made"));
  await place(2, "controller-set-aside");
  expect(await duties(3)).toContain("breach.rectify open");
  expect(await telling(3)).toMatchObject({ rectification: "owed" });
  expect((await telling(3)).informedKinds).toContain("call-rectified");
  expect(await call(0.5, "call-rectified", 3)).toMatchObject({
    refusal: { issues: [{ path: "time", key: "breach-notice.beforeTelling" }] },
  });
  valueOf(await call(3, "call-rectified"));
  expect(await duties(4)).toContain("breach.rectify met");
  expect(await telling(4)).toMatchObject({ rectification: "made" });
  await place(5, "controller-confirmed");
  expect(await informed()).toBeUndefined();
  valueOf(await call(6, "call-made"));
  expect(await informed()).toHaveLength(1);
  // Whether its own hours began anew is not ours to judge: they count from the first awareness, shown beside the later one.
  const { clocks } = await telling(7);
  expect(clocks).toMatchObject({ controllerAt: at(6).now.getTime(), firstAt: at(1).now.getTime() });
  expect(clocks.authority.clocks?.target).toBe(at(73).now.getTime());
});

it("takes back by a notice what a call told", async () => {
  const { place, call, duties, notice, handOver, deliver, telling } = await breachOfOne();
  valueOf(await call(1, "call-made"));
  await place(2, "controller-set-aside");
  const back = await notice(3, { recipient: MAIN_RECIPIENT, whatHappened: "Une base d’essai." });
  expect(back.phase).toBe("rectifying");
  expect(await duties(3)).toContain("breach.rectifying-unsent open");
  await handOver(back.letterId!, 4);
  // The acceptance of our own relay proves no receipt, of a rectification as of a notice.
  expect(await duties(5)).toContain("breach.rectifying-unsent open");
  expect(await telling(5)).toMatchObject({ rectification: "handed-over", clocks: { takenBack: null } });
  await deliver(back.letterId!, 6);
  expect(await duties(7)).toContain("breach.rectify met");
  expect(await telling(7)).toMatchObject({ rectification: "made", clocks: { takenBack: { by: "notice" } } });
});

it("gives way as a draft that the place of its controller contradicts, and says what took its place", async () => {
  const { partId, call, place, at } = await breachOfOne();
  valueOf(await call(1, "call-made"));
  const { id: initial } = valueOf(await draftNotice(at(2), { partId }));
  await place(3, "controller-set-aside");
  const { id: back } = valueOf(await draftNotice(at(4), { partId }));
  const phases = () =>
    withOrg(ctx.scope, async (tx) => {
      const rows = await tx.breachNotice.findMany({
        where: { breachControllerId: partId },
        orderBy: { createdAt: "asc" },
      });
      return rows.map(({ id, phase, status }) => ({ id, phase, status }));
    });
  expect(await phases()).toEqual([
    { id: initial, phase: "initial", status: "withdrawn" },
    { id: back, phase: "rectifying", status: "draft" },
  ]);
  const entry = { event: "breach-notice.withdrawn", subjectId: initial };
  expect(await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ where: entry }))).toMatchObject({
    text: expect.stringContaining(back),
  });
  await place(5, "controller-confirmed");
  const { id: anew } = valueOf(await draftNotice(at(6), { partId }));
  expect((await phases()).at(-1)).toEqual({ id: anew, phase: "initial", status: "draft" });
  expect(valueOf(await draftNotice(at(7), { partId })).id).toBe(anew);
});

it("may have been told by what a relay alone took, and is not known to have been", async () => {
  const { notice, place, handOver, telling } = await breachOfOne();
  const first = await notice(1, { recipient: MAIN_RECIPIENT });
  await handOver(first.letterId!, 2);
  expect(await telling(2)).toMatchObject({ clocks: { controllerAt: null } });
  await place(3, "controller-set-aside");
  expect(await telling(4)).toMatchObject({ rectification: "owed", isKnownTold: false });
});
