import { beforeEach, describe, expect, it } from "vitest";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeGrant } from "@/prisma/factories/grant";
import { as, type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findLetterFacts } from "@/lib/features/outbox/read/letter-facts";
import { cancelLetter, retryLetter, revealLink, recordReceipt, sendTrial } from "./mutations";
import { receivedSchema } from "@/lib/features/outbox/schema";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);
beforeEach(() => setServer(""));

const LINK = "https://amana.example/reset?token=very-secret";
const RESET = { template: "password-reset", params: { name: "Hélène" }, secrets: { link: LINK } };
const LATER = new Date("2027-01-01T00:00:00Z");
const setServer = (url: string) =>
  assumeEnvironment({ SMTP_URL: url, MAIL_FROM: url && "amana@centre.example" });
const rowOf = (id: string) => withOrg(own.scope, (tx) => tx.outboxMail.findUniqueOrThrow({ where: { id } }));
const put = (id: string, data: object) =>
  withOrg(own.scope, (tx) => tx.outboxMail.updateMany({ where: { id }, data }));
const textsOf = (id: string) =>
  withOrg(own.scope, async (tx) =>
    (await tx.journalText.findMany({ where: { subjectId: id } })).map(({ text }) => text!),
  );
const issue = (key: string) => ({ ok: false, refusal: { kind: "invalid", issues: [{ path: "", key }] } });

describe("retryLetter", () => {
  it("makes a waiting letter due now, and is journalled", async () => {
    const { id } = await makeLetter(own, { secrets: { link: LINK } });
    await put(id, { nextAttemptAt: LATER, attempts: 3, lastError: "Greylisted" });
    valueOf(await retryLetter(own, { id }));
    expect(await rowOf(id)).toMatchObject({ state: "queued", nextAttemptAt: own.now, attempts: 3 });
    const [text] = await textsOf(id);
    expect(JSON.parse(text!)).toMatchObject({ event: "mail.retried", after: { template: "trial" } });
    expect(text).not.toContain("very-secret");
  });

  it("takes up what was given up, unless it needs a link that is gone", async () => {
    const plain = await makeLetter(own);
    await put(plain.id, { state: "given-up", closedAt: LATER, attempts: 16 });
    valueOf(await retryLetter(own, { id: plain.id }));
    expect(await rowOf(plain.id)).toMatchObject({ state: "queued", closedAt: null, attempts: 0 });
    expect(JSON.parse((await textsOf(plain.id))[0]!)).toMatchObject({ after: { attempts: 16 } });

    const params = { name: "Hélène" };
    const linked = await makeLetter(own, { template: "password-reset", params, secrets: { link: LINK } });
    await put(linked.id, { state: "given-up", sealed: null });
    expect(await retryLetter(own, { id: linked.id })).toMatchObject(issue("outbox.linkGone"));
    expect((await rowOf(linked.id)).state).toBe("given-up");
  });

  it.each(["sending", "accepted", "delivered", "cancelled"])("leaves alone what is %s", async (state) => {
    const { id } = await makeLetter(own);
    await put(id, { state });
    expect(await retryLetter(own, { id })).toMatchObject(issue("outbox.tooLate"));
    expect((await rowOf(id)).state).toBe(state);
  });
});

describe("cancelLetter", () => {
  it("keeps the letter and its reason, and forgets its link", async () => {
    const { id } = await makeLetter(own, { secrets: { link: LINK } });
    valueOf(await cancelLetter(own, { id, reason: "Mauvaise adresse" }));
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", sealed: null, closedAt: own.now });
    expect(JSON.parse((await textsOf(id))[0]!)).toMatchObject({
      event: "mail.cancelled",
      reason: "Mauvaise adresse",
    });
  });

  it.each(["sending", "accepted", "given-up", "cancelled"])("leaves alone what is %s", async (state) => {
    const { id } = await makeLetter(own);
    await put(id, { state });
    expect(await cancelLetter(own, { id, reason: "Trop tard" })).toMatchObject(issue("outbox.tooLate"));
  });
});

it.each([
  ...["portal-decision-receipt", "portal-decision-taken", "portal-decision-told", "portal-script-decided"],
  ...["portal-script-told", "contact-role-told", "contact-passkey-told", "contact-sight-told"],
  ...["signatory-objection-made", "signatory-objection-told", "signatory-objections-settled"],
])("cancels no %s, by which people learn what was signed in a client's name", async (template) => {
  const { id } = await makeLetter(own);
  await put(id, { template });
  expect(await cancelLetter(own, { id, reason: "Inutile" })).toMatchObject(issue("outbox.ofDecision"));
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
});

describe("revealLink", () => {
  it("shows the link of a letter that no server can carry, and writes down who asked", async () => {
    const { id } = await makeLetter(own, RESET);
    expect(valueOf(await revealLink(own, { id }))).toEqual({ link: LINK });
    const [text] = await textsOf(id);
    expect(JSON.parse(text!)).toMatchObject({ event: "mail.read", actor: { id: own.actor.memberId } });
    expect(text).not.toContain("very-secret");
  });

  it("is an owner's: by it a data protection officer would become one", async () => {
    const { id } = await makeLetter(own, RESET);
    const officer = { ...own, ...as(own, "dpo") };
    expect(await revealLink(officer, { id })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await textsOf(id)).toEqual([]);
  });

  it("shows nothing where a server will carry it, or once it has left", async () => {
    const { id } = await makeLetter(own, RESET);
    setServer("smtp://mail.example");
    expect(await revealLink(own, { id })).toMatchObject(issue("outbox.linkHidden"));
    setServer("");
    await put(id, { state: "accepted" });
    expect(await revealLink(own, { id })).toMatchObject(issue("outbox.linkHidden"));
    expect(await textsOf(id)).toEqual([]);
  });

  it.each(["contact", "auditor"])(
    "shows no link to a new password of a %s, whom it would impersonate",
    async (who) => {
      const { email } = who === "contact" ? await makeContact(foreign) : await makeGrant(foreign);
      const { id } = await makeLetter(own, { ...RESET, to: { name: "Claire", address: email } });
      expect(await revealLink(own, { id })).toMatchObject(issue("outbox.linkOfOther"));
      expect(await textsOf(id)).toEqual([]);
    },
  );
});

describe("sendTrial", () => {
  it("writes to whoever asks, in their language", async () => {
    const { id } = valueOf(await sendTrial(own, "ar"));
    expect(await rowOf(id)).toMatchObject({ template: "trial", locale: "ar", toAddress: own.email });
  });
});

describe("every act on a letter", () => {
  const acts = {
    retry: (ctx: MadeOrganisation, id: string) => retryLetter(ctx, { id }),
    cancel: (ctx: MadeOrganisation, id: string) => cancelLetter(ctx, { id, reason: "x" }),
    reveal: (ctx: MadeOrganisation, id: string) => revealLink(ctx, { id }),
  };
  it.each(Object.entries(acts))("%s is refused to an editor, and finds nothing elsewhere", async (_, act) => {
    const { id } = await makeLetter(own, { secrets: { link: LINK } });
    const editor = { ...own, ...as(own, "editor") };
    expect(await act(editor, id)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await act(foreign, id)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect((await rowOf(id)).state).toBe("queued");
  });
});

describe("sayReceived", () => {
  const word = (id: string, stated: object = {}) =>
    receivedSchema.parse({
      id,
      reportedBy: "Hélène Marchetti",
      channel: "telephone",
      on: "2026-11-02",
      time: "10:30",
      ...stated,
    });
  const at = { now: new Date("2026-11-03T09:00:00Z") };
  const early = { now: new Date("2026-11-02T08:00:00Z") };

  it("keeps who said so, how and when, beside the letter, whose state is still the server's", async () => {
    const { id } = await makeLetter({ scope: own.scope, ...early });
    await put(id, { state: "accepted" });
    valueOf(await recordReceipt({ ...own, ...at }, word(id)));
    valueOf(await recordReceipt({ ...own, ...at }, word(id)));
    expect((await rowOf(id)).state).toBe("accepted");
    expect(await withOrg(own.scope, (tx) => findLetterFacts(tx, id))).toMatchObject([
      {
        kind: "said-received",
        source: "person",
        channel: "telephone",
        reportedBy: "Hélène Marchetti",
        at: new Date("2026-11-02T10:30:00Z"),
      },
    ]);
    const texts = await textsOf(id);
    expect(texts).toHaveLength(1);
    expect(JSON.parse(texts[0]!)).toMatchObject({
      event: "mail.said-received",
      after: { channel: "telephone" },
    });
  });

  it.each([
    ["queued", {}, "", "notLeft"],
    ["cancelled", {}, "", "notLeft"],
    ["accepted", { on: "2026-11-04" }, "on", "future"],
    ["accepted", { on: "2026-11-01" }, "on", "beforeWritten"],
  ])("of one that is %s, %j, is refused", async (state, stated, path, key) => {
    const { id } = await makeLetter({ scope: own.scope, ...early });
    await put(id, { state });
    expect(await recordReceipt({ ...own, ...at }, word(id, stated))).toMatchObject({
      refusal: { issues: [{ path, key: `outbox.${key}` }] },
    });
  });

  it("is a steward's, of one's own letters", async () => {
    const { id } = await makeLetter({ scope: own.scope, ...early });
    await put(id, { state: "accepted" });
    const editor = await as(own, "editor");
    expect(await recordReceipt({ ...editor, ...at }, word(id))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await recordReceipt({ ...foreign, ...at }, word(id))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});
