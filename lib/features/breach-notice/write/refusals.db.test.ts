import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantAt } from "@/lib/domain/time/zones";
import { findInformed } from "@/lib/features/breach/read/queries";
import { addNightContact } from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema } from "@/lib/features/night-contact/schema";
import { findTellings, type Telling } from "@/lib/features/breach-notice/read/corrected-lines";
import { findNotice, findNoticeFacts } from "@/lib/features/breach-notice/read/queries";
import { informedCorrectionSchema, noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { correctInformed, recordInformed } from "./informed";
import { issueNotice } from "./issue";

const NOW = new Date("2026-11-24T16:42:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let partId: string;
/** A night contact of another client. */
let stranger: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  const [own, other] = [await makeController(ctx), await makeController(ctx, { legalName: "Lumen" })];
  const facts = { "what-happened": { text: "Une sauvegarde a été copiée." } };
  const awareAt = new Date("2026-11-24T14:00:00Z");
  const { parts } = await makeBreachFile(ctx, { controllerIds: [own.id], facts, awareAt });
  partId = parts[0]!.partId;
  const typed = {
    controllerId: other.id,
    name: "Luc",
    email: "luc@lumen.example",
    phone: "+33 1 44 00 00 01",
  };
  stranger = valueOf(await addNightContact(ctx, nightContactAddSchema.parse(typed))).id;
});
afterAll(() => database.drop());

const refused = (path: string, key: string) => ({ refusal: { kind: "invalid", issues: [{ path, key }] } });
const call = {
  day: "2026-11-24",
  time: "16:00",
  who: "Luc",
  source: "",
  contactId: "",
  kind: "call-made",
} as const;
const inform = (
  stated: Partial<Omit<typeof call, "contactId" | "time">> & { contactId?: string; time?: string },
) => recordInformed(ctx, { ...call, partId, ...stated });

it("refuses a call to somebody who is no contact of this client, beside the contact", async () => {
  expect(await inform({ contactId: stranger })).toMatchObject(
    refused("contactId", "breach-notice.unknownContact"),
  );
  expect(await withOrg(ctx.scope, (tx) => tx.breachNoticeFact.count())).toBe(0);
});

it("refuses a call that is yet to be made, beside its hour", async () => {
  expect(await inform({ time: "16:43" })).toMatchObject(refused("time", "breach-notice.ahead"));
  valueOf(await inform({ time: "16:42" }));
});

describe("a line of how a client was told", () => {
  const lines = (id: string) =>
    withOrg(ctx.scope, async (tx) => {
      const { breachId, controllerId } = await tx.breachController.findFirstOrThrow({ where: { id } });
      const told = (await findInformed(tx, [breachId])).get(`${breachId} ${controllerId}`) ?? [];
      return { breachId, controllerId, told, thread: await findTellings(tx, breachId) };
    });
  const correct = (correctsId: string, stated: object = {}) => {
    const typed = { ...call, correctsId, reason: "Mauvais client", ...stated };
    return correctInformed(ctx, informedCorrectionSchema.parse(typed));
  };
  async function makePart() {
    const { id: controllerId } = await makeController(ctx);
    const awareAt = new Date("2026-11-24T15:00:00Z");
    return (await makeBreachFile(ctx, { controllerIds: [controllerId], awareAt })).parts[0]!.partId;
  }

  it("is refused beside its hour where we called before we were aware", async () => {
    const part = await makePart();
    const early = { partId: part, time: "13:30" };
    for (const kind of ["call-made", "no-answer"] as const)
      expect(await recordInformed(ctx, { ...call, ...early, kind })).toMatchObject(
        refused("time", "breach-notice.beforeAware"),
      );
    valueOf(await recordInformed(ctx, { ...call, ...early, kind: "known-elsewhere" }));
    expect((await lines(part)).told).toEqual([
      { by: "elsewhere", at: instantAt("Africa/Casablanca", call.day, "13:30") },
    ]);
  });

  it("is recorded once, whoever tells it, and says who did", async () => {
    const part = await makePart();
    valueOf(await recordInformed(ctx, { ...call, time: "16:30", partId: part }));
    const again = await recordInformed(ctx, { ...call, time: "16:30", partId: part, who: " luc " });
    expect(again).toMatchObject({
      refusal: {
        issues: [{ path: "who", key: "breach-notice.recordedAlready", params: { name: ctx.actor.name } }],
      },
    });
    valueOf(await recordInformed(ctx, { ...call, time: "16:31", partId: part }));
    expect((await lines(part)).told).toHaveLength(2);
  });

  it("is corrected with a reason: the later counts, both stay, and the journal has both", async () => {
    const part = await makePart();
    valueOf(await recordInformed(ctx, { ...call, time: "16:10", partId: part }));
    const [{ id }] = (await lines(part)).thread as [Telling];
    expect(await correct(id, { time: "13:30" })).toMatchObject(refused("time", "breach-notice.beforeAware"));
    valueOf(await correct(id, { time: "16:40" }));
    expect(await correct(id, { time: "16:41" })).toMatchObject(
      refused("", "breach-notice.correctedMeanwhile"),
    );
    const { told, thread } = await lines(part);
    expect(told).toEqual([{ by: "call", at: instantAt("Africa/Casablanca", call.day, "16:40") }]);
    expect(thread.find((line) => line.id === id)).toMatchObject({ isCorrected: true });
    const later = thread.find((line) => line.id !== id);
    expect(later).toMatchObject({ isCorrected: false, reason: "Mauvais client" });
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(JSON.parse(entry!.text!)).toMatchObject({
      event: "breach-notice.corrected",
      before: { kind: "call-made" },
      after: { kind: "call-made" },
      reason: "Mauvais client",
    });
  });

  it("is withdrawn as never having been: nobody counts as told by it", async () => {
    const part = await makePart();
    valueOf(await recordInformed(ctx, { ...call, time: "16:10", partId: part }));
    const [{ id }] = (await lines(part)).thread as [Telling];
    valueOf(await correct(id, { isWithdrawn: "on" }));
    const { told, thread, breachId, controllerId } = await lines(part);
    expect(told).toEqual([]);
    expect(thread).toHaveLength(2);
    const standing = await withOrg(ctx.scope, (tx) => findNoticeFacts(tx, { breachId, controllerId }));
    expect(standing).toEqual([]);
  });
});

it("issues nothing to somebody who is no contact of this client, beside the recipient", async () => {
  const { id } = valueOf(await draftNotice(ctx, { partId }));
  const { content, version, locale } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const shown = Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, value === null ? "" : String(value)]),
  );
  const form = noticeSaveSchema.parse({ ...shown, id, version, locale, recipient: stranger });
  expect(await issueNotice(ctx, form)).toMatchObject(refused("recipient", "breach-notice.unknownRecipient"));
  expect((await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!.status).toBe("draft");
  expect(
    await withOrg(ctx.scope, (tx) => tx.outboxMail.count({ where: { template: "breach-notice" } })),
  ).toBe(0);
});
