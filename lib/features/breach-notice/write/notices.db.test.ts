import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { readFile } from "@/lib/platform/files/store";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { findNotice, findNotices } from "@/lib/features/breach-notice/read/queries";
import { findProofs } from "@/lib/features/breach-notice/read/proofs";
import { findNoticeFacts } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { informedBy } from "@/lib/domain/breach/notice-state";
import { controllerAwareAt } from "@/lib/domain/breach/clocks";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { addNightContact } from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema } from "@/lib/features/night-contact/schema";
import { deliverLetter } from "@/lib/features/outbox/write/delivery";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeReport } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { type MailServer, replyOf, startMailServer } from "@/scripts/test/mail-server";
import { exportAuthorityDraft } from "./authority-draft";
import { draftNotice, saveNotice } from "./drafts";
import { escalateNotices } from "./escalation";
import { recordInformed } from "./informed";
import { issueNotice } from "./issue";
import { insertNoticeFact } from "./rows";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let server: MailServer;
const received: { to: string; message: string }[] = [];
const refusedFor = new Set<string>();

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  server = await startMailServer({
    keep: async (recipients, message) => void received.push({ to: recipients.join(), message }),
    refuse: (address) => (refusedFor.has(address) ? replyOf(550, "no such user") : undefined),
  });
  assumeEnvironment({ SMTP_URL: server.url, MAIL_FROM: "Amana <amana@centre.example>" });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

let serial = 0;
const MINUTE = 60_000;
const at = (minutes: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * MINUTE) });
const job = (minutes: number) => jobContext("returned-mail", ctx.scope.org, at(minutes).now);
/** Awareness before the calls that are recorded here. */
const CALLED_AFTER = { awareAt: new Date("2026-11-20T09:00:00Z") };
const WHAT = { "what-happened": { text: "Une sauvegarde a été copiée." }, persons: { count: 90_000 } };

async function makeClient(legalName = "Nordalia Services", emails: string[] = []) {
  serial += 1;
  // Night contacts are the only ones to reach, where a test names any.
  const sheet = emails.length > 0 ? { contactEmail: "", dpoContact: "Nadia, par téléphone" } : {};
  const { id } = await makeController(ctx, { legalName: `${legalName} ${serial}`, ...sheet });
  const contacts = [];
  for (const email of emails)
    contacts.push(
      valueOf(
        await addNightContact(ctx, nightContactAddSchema.parse({ controllerId: id, name: email, email })),
      ).id,
    );
  return { id, contacts, name: `${legalName} ${serial}` };
}

async function drafted(controllerId: string, facts: Record<string, object> = WHAT, more: object = {}) {
  const { parts, breachId } = await makeBreachFile(ctx, { controllerIds: [controllerId], facts, ...more });
  const { id } = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId }));
  return { id, breachId, partId: parts[0]!.partId };
}

async function formOf(id: string, typed: Record<string, unknown> = {}) {
  const { content, version, locale } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const shown = Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, value === null ? "" : String(value)]),
  );
  return noticeSaveSchema.parse({ ...shown, id, version, locale, ...typed });
}

const lastEntry = () =>
  withOrg(ctx.scope, (tx) =>
    tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, subjectId: true } }),
  );
const factsOf = (id: string) => withOrg(ctx.scope, (tx) => findNoticeFacts(tx, { noticeId: id }));
const awareAt = async (id: string) => {
  const own = await findOwnPeople(ctx.scope.org);
  return withOrg(ctx.scope, async (tx) =>
    controllerAwareAt(informedBy(await findProofs(tx, await findNoticeFacts(tx, { noticeId: id }), own))),
  );
};

describe("a draft", () => {
  it("holds the examples of EDPB 01/2021 that the file is compared with, as they are issued", async () => {
    const { id: controllerId } = await makeClient();
    const { id } = await drafted(controllerId, { ...WHAT, circumstance: { circumstance: "mailbox" } });
    valueOf(await issueNotice(ctx, await formOf(id, { act: "issue" })));
    const { content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    expect(content.examples).toMatchObject([
      {
        id: 18,
        isAuthorityTold: true,
        unknown: ["data", "confidentiality", "availability", "isUnintelligible"],
        agreed: [],
      },
    ]);
  });

  it("holds its controller's own figures alone, under a number of its own", async () => {
    const [one, other] = [await makeClient(), await makeClient("Orvelle Assurances")];
    const { parts } = await makeBreachFile(ctx, {
      controllerIds: [one.id, other.id],
      facts: { ...WHAT, cause: { text: `Le compte de ${other.name} était ouvert.` } },
      shares: { [one.id]: { records: { count: 40 } } },
    });
    for (const { partId } of parts) {
      const { id } = valueOf(await draftNotice(ctx, { partId }));
      const row = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
      expect(row).toMatchObject({ number: 1, phase: "initial", status: "draft", content: { persons: null } });
    }
    const [own] = await withOrg(ctx.scope, (tx) => findNotices(tx, { breachControllerId: parts[0]!.partId }));
    expect(own!.content).toMatchObject({
      records: 40,
      cause: null,
      whatHappened: "Une sauvegarde a été copiée.",
    });
    expect(await draftNotice(ctx, { partId: parts[0]!.partId })).toMatchObject({ value: { id: own!.id } });
    expect((await lastEntry())!.event).toBe("breach-notice.drafted");
  });

  it("is stopped where it names another controller, and kept where it does not", async () => {
    const [own, other] = [await makeClient(), await makeClient("Brenval Distribution")];
    const { id } = await drafted(own.id);
    const form = await formOf(id, { measures: `Mots de passe de ${other.name.toUpperCase()} changés` });
    expect(await saveNotice(ctx, form)).toMatchObject({
      refusal: { kind: "invalid", issues: [{ path: "measures", key: "breach-notice.foreignName" }] },
    });
    expect(await issueNotice(ctx, form)).toMatchObject({ refusal: { kind: "invalid" } });
    valueOf(await saveNotice(ctx, await formOf(id, { measures: "Mots de passe changés" })));
    expect(await saveNotice(ctx, form)).toMatchObject({ refusal: { issues: [{ path: "measures" }] } });
    const stale = { ...form, measures: "Autre" };
    expect(await saveNotice(ctx, stale)).toMatchObject({ refusal: { kind: "conflict", version: 2 } });
  });

  it("holds no sentence that calls another client as people do, and asks of a name that nobody here bears", async () => {
    const [own, other] = [await makeClient("Harbour"), await makeClient("Trois Rivières")];
    const contract = await makeContractInForce(ctx, { controllerId: other.id });
    await withOrg(ctx.scope, (tx) =>
      tx.contract.updateMany({ where: { id: contract.id }, data: { reference: "M3R-2022-07" } }),
    );
    const { id } = await drafted(own.id, {
      ...WHAT,
      cause: { text: "The export of the M3R held your calls." },
    });
    const { content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    expect(content.cause).toBeNull();
    const typed = { cause: "An export held yours.", measures: "We wrote to Valmeras." };
    expect(await issueNotice(ctx, await formOf(id, typed))).toMatchObject({
      refusal: { issues: [{ key: "breach-notice.doubtfulName", params: { names: "Valmeras" } }] },
    });
    valueOf(await issueNotice(ctx, await formOf(id, { ...typed, areNamesConfirmed: "on" })));
  });

  it("is a writer's to compose and a steward's to issue, in their own organisation", async () => {
    const own = await makeClient();
    const { id, partId } = await drafted(own.id);
    expect(await draftNotice(as(ctx, "viewer"), { partId })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const form = await formOf(id);
    expect(await issueNotice(as(ctx, "editor"), form)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await draftNotice(foreign, { partId })).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await saveNotice(foreign, form)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await issueNotice(foreign, form)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("an issued notice", () => {
  it("is a PDF kept with its digest, a letter that a mail server takes, and changes no more", async () => {
    const own = await makeClient("Nordalia", ["nuit@nordalia.example"]);
    const { id } = await drafted(own.id);
    const { letterId } = valueOf(await issueNotice(ctx, await formOf(id, { recipient: own.contacts[0]! })));
    expect(await lastEntry()).toEqual({ event: "breach-notice.issued", subjectId: id });
    const row = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    expect(row).toMatchObject({ status: "issued", issuedByName: ctx.actor.name, isShared: true });
    const file = (await withOrg(ctx.scope, (tx) => readFile(tx, row.documentId!)))!;
    expect(file.sha256).toBe(createHash("sha256").update(file.bytes).digest("hex"));
    valueOf(await deliverLetter(jobContext("mail-delivery", ctx.scope.org, new Date()), letterId!));
    const [mail] = received.filter(({ to }) => to === "nuit@nordalia.example");
    expect(mail!.message).toContain("application/pdf");
    // Our relay's acceptance is no receipt by the controller.
    expect(await awareAt(id)).toBeNull();
    await expect(
      withOrg(ctx.scope, (tx) => tx.breachNotice.updateMany({ where: { id }, data: { lateReason: "x" } })),
    ).rejects.toThrow();
    expect(await issueNotice(ctx, await formOf(id))).toMatchObject({
      refusal: { issues: [{ key: "breach-notice.issuedAlready" }] },
    });
  });

  it("asks for the reason of its lateness, and goes with it", async () => {
    const own = await makeClient();
    const contract = await makeContractInForce(ctx, { controllerId: own.id });
    await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
    const { id } = await drafted(own.id, WHAT, { awareAt: at(-25 * 60).now });
    const late = await issueNotice(ctx, await formOf(id));
    expect(late).toMatchObject({
      refusal: { issues: [{ path: "lateReason", key: "breach-notice.lateWithoutReason" }] },
    });
    valueOf(await issueNotice(ctx, await formOf(id, { lateReason: "Relais en panne" })));
  });

  it("asks for the reason past the organisation's own threshold where no contract names hours, and keeps which", async () => {
    const own = await makeClient("Nordalia", ["seuil@nordalia.example"]);
    const { id } = await drafted(own.id, WHAT, { awareAt: at(-25 * 60).now });
    expect(await issueNotice(ctx, await formOf(id))).toMatchObject({
      refusal: { issues: [{ path: "lateReason", key: "breach-notice.thresholdWithoutReason" }] },
    });
    const recipient = own.contacts[0]!;
    const { letterId } = valueOf(
      await issueNotice(ctx, await formOf(id, { lateReason: "Relais en panne", recipient })),
    );
    const row = await withOrg(ctx.scope, (tx) => findNotice(tx, id));
    expect(row!.content.delay).toEqual({ rule: "own-threshold", hasContract: false, hours: 24 });
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findUniqueOrThrow({ where: { id: letterId! } }),
    );
    expect(letter.params).toMatchObject({ late: "own", thresholdHours: "24" });
    const { id: prompt } = await drafted(own.id, WHAT, { awareAt: at(-23 * 60).now });
    valueOf(await issueNotice(ctx, await formOf(prompt)));
  });

  it("asks no reason where a call told the controller in time, and asks one where the call was late", async () => {
    const own = await makeClient();
    const contract = await makeContractInForce(ctx, { controllerId: own.id });
    await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
    const calledAfter = async (hours: number) => {
      const awareAt = at(-72 * 60).now;
      const made = await drafted(own.id, WHAT, { awareAt });
      await withOrg(ctx.scope, (tx) =>
        insertNoticeFact(tx, ctx, {
          breachId: made.breachId,
          controllerId: own.id,
          noticeId: null,
          kind: "call-made",
          at: new Date(awareAt.getTime() + hours * 60 * MINUTE),
        }),
      );
      return issueNotice(ctx, await formOf(made.id));
    };
    expect(await calledAfter(0.5)).toMatchObject({ ok: true });
    expect(await calledAfter(25)).toMatchObject({
      refusal: { issues: [{ path: "lateReason", key: "breach-notice.lateWithoutReason" }] },
    });
  });

  it("is followed by one that marks what is new, then by the last", async () => {
    const own = await makeClient();
    const { id, partId } = await drafted(own.id);
    valueOf(await issueNotice(ctx, await formOf(id)));
    const next = valueOf(await draftNotice(ctx, { partId }));
    expect(await withOrg(ctx.scope, (tx) => findNotice(tx, next.id))).toMatchObject({
      number: 2,
      phase: "follow-up",
    });
    valueOf(await issueNotice(ctx, await formOf(next.id, { measures: "Accès fermés", isFinal: "on" })));
    expect(await withOrg(ctx.scope, (tx) => findNotice(tx, next.id))).toMatchObject({ phase: "final" });
  });

  it("of a drill reaches no client unless that is chosen, and then says EXERCICE first", async () => {
    const own = await makeClient("Nordalia", ["drill@nordalia.example"]);
    const quiet = await drafted(own.id, WHAT, { isDrill: true });
    const { letterId } = valueOf(
      await issueNotice(ctx, await formOf(quiet.id, { recipient: own.contacts[0]! })),
    );
    expect(letterId).toBeNull();
    const hidden = (await withOrg(ctx.scope, (tx) => findNotice(tx, quiet.id)))!;
    expect(hidden.isShared).toBe(false);
    const file = await withOrg(ctx.scope, (tx) =>
      tx.attachment.findFirstOrThrow({ where: { id: hidden.documentId! }, select: { controllerId: true } }),
    );
    expect(file.controllerId).toBeNull();
    const chosen = await drafted(own.id, WHAT, { isDrill: true });
    const sent = valueOf(
      await issueNotice(ctx, await formOf(chosen.id, { recipient: own.contacts[0]!, reachesClient: "on" })),
    );
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { id: sent.letterId! } }),
    );
    const composed = await composeLetter({
      template: letter.template,
      locale: "fr",
      params: letter.params as Record<string, string>,
      secrets: { link: "https://amana.example" },
      organisation: null,
    });
    expect(composed.subject).toMatch(/^EXERCICE/);
  });
});

describe("the draft for an authority", () => {
  it("is taken from an issued notice alone, with the mandate, and journalled", async () => {
    const own = await makeClient();
    const { id } = await drafted(own.id);
    expect(await exportAuthorityDraft(ctx, { id, format: "json" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    valueOf(await issueNotice(ctx, await formOf(id, { mandate: "art. 12.4 du contrat" })));
    const { body, contentType } = valueOf(await exportAuthorityDraft(ctx, { id, format: "json" }));
    expect(contentType).toBe("application/json");
    expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({ isMandated: true });
    expect(await lastEntry()).toEqual({ event: "breach-notice.taken", subjectId: id });
    expect(await exportAuthorityDraft(as(ctx, "viewer"), { id, format: "json" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

describe("the draft of a client without an authority", () => {
  it.each([
    ["a processor", { clientRole: "processor" }],
    ["one under law 09-08 alone", { country: "MA", address: "4 rue Patrice, Rabat", targeting: "no" }],
  ])("is made for nobody: %s", async (_, stated) => {
    const { id: controllerId } = await makeController(ctx, stated);
    const { id } = await drafted(controllerId);
    valueOf(await issueNotice(ctx, await formOf(id)));
    expect(await exportAuthorityDraft(ctx, { id, format: "json" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("what a controller knows", () => {
  it("dates from the earliest proof, which an acknowledgement never moves later", async () => {
    const own = await makeClient("Nordalia", ["preuve@nordalia.example"]);
    const { id, partId } = await drafted(own.id, WHAT, CALLED_AFTER);
    valueOf(
      await issueNotice(
        ctx,
        await formOf(id, { recipient: own.contacts[0]!, lateReason: "Relais en panne" }),
      ),
    );
    const values = { partId, who: "Claire", contactId: "" as const, source: "" };
    expect(
      await recordInformed(at(5), { ...values, kind: "call-made", day: "2099-01-01", time: "10:00" }),
    ).toMatchObject({ refusal: { issues: [{ path: "time", key: "breach-notice.ahead" }] } });
    const [day, time] = ["2026-11-20", "10:00"];
    valueOf(await recordInformed(at(60 * 24 * 365), { ...values, kind: "call-made", day, time }));
    valueOf(await recordInformed(at(60 * 24 * 365), { ...values, kind: "acknowledged", day, time: "11:00" }));
    expect(await awareAt(id)).toBe(Date.parse("2026-11-20T10:00:00Z"));
  });
});

describe("escalation", () => {
  it("writes to the next contact after a silence, once, and to nobody after an answer", async () => {
    const own = await makeClient("Nordalia", ["un@nordalia.example", "deux@nordalia.example"]);
    const { id, partId } = await drafted(own.id);
    const { letterId } = valueOf(
      await issueNotice(ctx, await formOf(id, { recipient: own.contacts[0]!, silenceMinutes: "30" })),
    );
    await makeReport(ctx, letterId!, { kind: "handed-over", at: at(20).now });
    valueOf(await escalateNotices(job(49)));
    expect((await factsOf(id)).filter(({ kind }) => kind === "escalated")).toEqual([]);
    valueOf(await escalateNotices(job(51)));
    await Promise.all([escalateNotices(job(51)), escalateNotices(job(52))]);
    const facts = await factsOf(id);
    expect(facts.filter(({ kind }) => kind === "escalated")).toMatchObject([
      { contactId: own.contacts[1], reason: "silence", value: { to: "deux@nordalia.example" } },
    ]);
    expect(facts.filter(({ kind }) => kind === "mail-queued")).toHaveLength(2);
    const other = await drafted(own.id, WHAT, CALLED_AFTER);
    valueOf(await issueNotice(ctx, await formOf(other.id, { recipient: own.contacts[0]!, lateReason: "x" })));
    valueOf(
      await recordInformed(ctx, {
        partId: other.partId,
        kind: "call-made",
        day: "2026-11-20",
        time: "10:00",
        who: "Claire",
        contactId: "",
        source: "",
      }),
    );
    valueOf(await escalateNotices(job(600)));
    expect((await factsOf(other.id)).filter(({ kind }) => kind === "escalated")).toEqual([]);
    expect(partId).not.toBe(other.partId);
  });

  it("says of a letter that never left that it did not, and blames nobody for a silence", async () => {
    const own = await makeClient("Nordalia", ["attend@nordalia.example", "apres@nordalia.example"]);
    const { id } = await drafted(own.id);
    valueOf(await issueNotice(ctx, await formOf(id, { recipient: own.contacts[0]!, silenceMinutes: "30" })));
    valueOf(await escalateNotices(job(31)));
    const facts = await factsOf(id);
    expect(facts.filter(({ kind }) => kind === "escalated")).toMatchObject([
      { contactId: own.contacts[1], reason: "not-sent" },
    ]);
    const next = facts.find(({ kind, contactId }) => kind === "mail-queued" && contactId === own.contacts[1]);
    const { params } = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { id: next!.letterId! }, select: { params: true } }),
    );
    expect(params).toMatchObject({ escalated: "undelivered" });
  });

  it("moves on at once where the letter was refused", async () => {
    refusedFor.add("rejete@nordalia.example");
    const own = await makeClient("Nordalia", ["rejete@nordalia.example", "suivant@nordalia.example"]);
    const { id } = await drafted(own.id);
    const { letterId } = valueOf(await issueNotice(ctx, await formOf(id, { recipient: own.contacts[0]! })));
    expect(
      await deliverLetter(jobContext("mail-delivery", ctx.scope.org, new Date()), letterId!),
    ).toMatchObject({
      value: "refused",
    });
    valueOf(await escalateNotices(job(1)));
    expect((await factsOf(id)).filter(({ kind }) => kind === "escalated")).toMatchObject([
      { contactId: own.contacts[1], reason: "failed" },
    ]);
  });
});
