import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { controllerPlaceSchema } from "@/lib/features/breach/schema";
import { placeController } from "@/lib/features/breach/write/mutations";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { noticeInformedSchema, noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { recordInformed } from "@/lib/features/breach-notice/write/informed";
import { timeIn } from "@/lib/domain/time/typed-instant";
import { todayIn } from "@/lib/domain/time/zones";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { openRequest, signDecision } from "@/prisma/factories/decision";
import { makeWork, stepWork } from "@/prisma/factories/dpo-work";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { makeTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeVerified, rowsOf } from "./dossier.fixture";

const HOUR_MS = 3_600_000;
const WHAT = { "what-happened": { text: "Une sauvegarde a été copiée." } };
const BEFORE = new Date("2026-11-20T10:00:00Z");
const NOW = new Date("2026-11-28T10:00:00Z");

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const begin = async () => {
  ctx = await makeOrganisation(database.ownerUrl, undefined, BEFORE);
};
const later = () => ({ ...ctx, now: NOW });
const forController = (controllerId: string) => ({
  audience: "controller" as const,
  recipient: "Voltiris",
  controllerIds: [controllerId],
});

const filesOf = (asked: Parameters<typeof makeVerified>[1]) => makeVerified(later(), asked);
const documentsIn = (files: Map<string, Buffer>, folder: string) =>
  [...files.keys()].filter((path) => path.startsWith(`${folder}/documents/`));

it("says of a transfer what is done at its place", async () => {
  await begin();
  const { id: controllerId } = await makeController(ctx);
  await makeTransfer(ctx, { controllerId, placeKind: "support" });
  await makeTransfer(ctx, { controllerId });
  const files = await filesOf({ sections: ["transfers"] });
  expect(rowsOf(files, "06-transfers/transfers.json")).toMatchObject([
    { reference: "TR-001", country: "MA", placeKind: "support" },
    { reference: "TR-002", country: "MA", placeKind: null },
  ]);
});

describe("the trainings of a dossier", () => {
  const sections = ["trainings", "journal"];

  beforeAll(async () => {
    await begin();
    const planned = await makeWork(ctx, "training", { minutes: "45", trainer: "Leïla Amrani" });
    const held = await stepWork(later(), planned, "hold", { on: "2026-11-25" });
    await stepWork(later(), held, "other-attended", {
      on: "2026-11-25",
      detail: "Julie Perrin",
      reason: "Liste",
    });
    await makeDocument(later(), { noun: "training", subjectId: planned.id });
  });

  it("say who attended, with the sheet that they signed", async () => {
    const files = await filesOf({ sections });
    expect(rowsOf(files, "09-trainings/trainings.json")).toEqual([
      expect.objectContaining({
        title: "Secret des appels",
        status: "held",
        on: "2026-11-25",
        minutes: 45,
        headcount: 40,
        staff: ["Nadia Berrada", "Omar Tazi"],
        others: ["Julie Perrin"],
        staffCount: 2,
        othersCount: 1,
      }),
    ]);
    expect(documentsIn(files, "09-trainings")).toEqual(["09-trainings/documents/message.eml"]);
    expect(String(files.get("90-journal/journal.jsonl"))).toContain("Julie Perrin");
  });

  it("come with their sheet to an authority that asks of one controller alone", async () => {
    const { id } = await makeController(ctx, { legalName: "Orvelle" });
    const files = await filesOf({ sections, controllerIds: [id] });
    expect(documentsIn(files, "09-trainings")).toEqual(["09-trainings/documents/message.eml"]);
  });

  it("give a controller numbers, and no name of the processor's staff in any file", async () => {
    const { id } = await makeController(ctx, { legalName: "Voltiris" });
    const files = await filesOf({ ...forController(id), sections });
    const [row] = rowsOf(files, "09-trainings/trainings.json");
    expect(row).toMatchObject({ status: "held", staffCount: 2, othersCount: 1, headcount: 40 });
    expect(documentsIn(files, "09-trainings")).toEqual([]);
    for (const [path, bytes] of files)
      for (const name of ["Nadia Berrada", "Omar Tazi", "Julie Perrin", "Leïla Amrani"])
        expect(bytes.toString("utf8").includes(name), `${path} names ${name}`).toBe(false);
  });

  it("are as they stood on the day: planned before they were held, and attended by nobody yet", async () => {
    const files = await filesOf({ sections, on: "2026-11-20" });
    expect(rowsOf(files, "09-trainings/trainings.json")).toEqual([
      expect.objectContaining({ staff: [], staffCount: null, on: "2026-11-10" }),
    ]);
    expect(String(files.get("90-journal/journal.jsonl"))).not.toContain("training.recorded");
  });
});

describe("the authorisations of a dossier", () => {
  it("come with the letter that the controller signed and with the sealed certificate of the portal", async () => {
    await begin();
    const letter = await makeRequest(ctx);
    await stepRequest(ctx, letter, "approve");
    const portal = await makeRequest(ctx);
    const contact = await makeContact(ctx, { controllerId: portal.controllerId });
    await openRequest(contact, portal);
    valueOf(await signDecision(contact, portal));
    const sections = ["authorisations", "journal"];
    const files = await filesOf({ sections });
    const documents = documentsIn(files, "05-authorisations");
    expect(documents.filter((path) => path.endsWith("Réponse-signée.pdf"))).toHaveLength(1);
    expect(documents.length).toBeGreaterThanOrEqual(2);
    const rows = rowsOf(files, "05-authorisations/authorisations.json");
    expect(rows.map(({ state }: { state: string }) => state)).toEqual(["approved", "approved"]);
    expect(rows[1].facts.at(-1)).toMatchObject({
      signatory: "Claire Orvelle",
      power: "Mandat social",
      signatoryAddress: contact.email,
      signatoryProof: { means: "silence" },
      document: null,
    });
    expect(rows[0].facts.at(-1)).toMatchObject({
      document: { fileName: "Réponse signée.pdf", suppliedBy: "processor" },
    });
    const { decisions } = JSON.parse(String(files.get("manifest.json")));
    expect(decisions.signatures).toEqual([expect.objectContaining({ reference: portal.reference })]);
    const own = await filesOf({ ...forController(portal.controllerId), sections });
    expect(rowsOf(own, "05-authorisations/authorisations.json")).toHaveLength(1);
    expect(documentsIn(own, "05-authorisations").some((path) => path.includes("Réponse"))).toBe(false);
    expect(documentsIn(own, "05-authorisations")).not.toEqual([]);
  });
});

describe("the breaches of a dossier", () => {
  it("say for each controller whether the hours that were agreed were kept or missed", async () => {
    await begin();
    const clients = { told: 6, "told-late": 30, "told-to-judge": 30 };
    const ids = new Map<string, string>();
    let documentId = "";
    for (const name of Object.keys(clients)) {
      const { id } = await makeController(ctx, { legalName: name });
      const contract = await makeContractInForce(ctx, { controllerId: id });
      const hours = name === "told-to-judge" ? "" : "24";
      await fillSection(ctx, contract, "terms", { breachNoticeHours: hours });
      ids.set(name, id);
      if (name === "told-late")
        documentId = await makeDocument(later(), { noun: "contract", subjectId: contract.id });
    }
    const awareAt = new Date(NOW.getTime() - 48 * HOUR_MS);
    const { breachId, parts } = await makeBreachFile(later(), { controllerIds: [...ids.values()], awareAt });
    for (const [name, hours] of Object.entries(clients)) {
      const { partId } = parts.find(({ controllerId }) => controllerId === ids.get(name))!;
      const at = awareAt.getTime() + hours * HOUR_MS;
      const told = { day: todayIn("Africa/Casablanca", at), time: timeIn(at), who: "Claire Orvelle" };
      const call = noticeInformedSchema.parse({ partId, kind: "call-made", ...told });
      valueOf(await recordInformed(later(), call));
    }
    await makeNotice(
      { breachId, documentId },
      parts.find(({ controllerId }) => controllerId === ids.get("told-late"))!,
    );
    const files = await filesOf({ sections: ["breaches"] });
    const rows: { controller: string; clock: string }[] = rowsOf(files, "08-breaches/breaches.json");
    expect(rows.map(({ controller, clock }) => [controller, clock]).toSorted()).toEqual(
      Object.keys(clients)
        .map((name) => [name, name])
        .toSorted(),
    );
    const own = await filesOf({ ...forController(ids.get("told-late")!), sections: ["breaches"] });
    expect(rowsOf(own, "08-breaches/breaches.json")).toMatchObject([
      {
        controller: "told-late",
        clock: "told-late",
        notices: [
          {
            number: 1,
            phase: "initial",
            language: "fr",
            issuedBy: "Nadia",
            text: { nature: "Une fuite" },
            delivery: [{ kind: "call-made", author: "Nadia", letter: null }],
          },
        ],
      },
    ]);
    expect(documentsIn(own, "08-breaches")).toHaveLength(1);
    const table = own.get("08-breaches/breaches.csv")!.toString("utf8");
    expect(table).toContain("Violation connue le");
    expect(table).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it("keep what was sent to a controller that proved not to be affected, and show each act about its notices", async () => {
    await begin();
    const { id: controllerId } = await makeController(ctx, { legalName: "Voltiris" });
    const { id: other } = await makeController(ctx, { legalName: "Orvelle" });
    const awareAt = new Date(NOW.getTime() - 2 * HOUR_MS);
    const file = { controllerIds: [controllerId, other], awareAt, facts: WHAT };
    const { breachId, parts } = await makeBreachFile(later(), file);
    const { partId } = parts.find((part) => part.controllerId === controllerId)!;
    const at = NOW.getTime() - HOUR_MS;
    const told = { day: todayIn("Africa/Casablanca", at), time: timeIn(at), who: "Claire Orvelle" };
    const call = noticeInformedSchema.parse({ partId, kind: "call-made", ...told });
    valueOf(await recordInformed(later(), call));
    const { id } = valueOf(await draftNotice(later(), { partId }));
    const { version, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    const typed = { id, version, locale: "fr", whatHappened: content.whatHappened, contactPoint: "DPO" };
    valueOf(await issueNotice(later(), noticeSaveSchema.parse(typed)));
    await addMessage(later(), id, { noun: "breach-notice" });
    const shown = async (clientId: string) => {
      const asked = { ...forController(clientId), sections: ["breaches", "journal"] };
      const files = await filesOf(asked);
      const lines = String(files.get("90-journal/journal.jsonl")).trim().split("\n");
      const events = lines.flatMap((line) => (JSON.parse(line) as { event?: string }).event ?? []);
      return { events, rows: rowsOf(files, "08-breaches/breaches.json") };
    };
    const place = {
      id: breachId,
      version: 10,
      controllerId,
      place: "controller-set-aside",
      reason: "Erreur",
    };
    valueOf(await placeController(later(), controllerPlaceSchema.parse(place)));
    const { events, rows } = await shown(controllerId);
    expect(rows).toMatchObject([
      { controller: "Voltiris", clock: "to-rectify", notices: [{ number: 1, phase: "initial" }] },
    ]);
    for (const event of ["breach-notice.informed", "breach-notice.issued", "thread.opened"])
      expect(events).toContain(event);
    expect((await shown(other)).events.filter((event) => event.startsWith("breach-notice"))).toEqual([]);
  });

  /** A notice as it was issued to one controller, with its file and a call. */
  async function makeNotice(
    { breachId, documentId }: { breachId: string; documentId: string },
    { partId, controllerId }: { partId: string; controllerId: string },
  ) {
    const [id, orgId] = [newId(NOW), ctx.scope.org];
    const recorded = { recordedAt: NOW, authorKind: "staff", authorName: "Nadia" };
    await withOrg(ctx.scope, async (tx) => {
      await tx.breachNotice.create({
        data: {
          id,
          orgId,
          breachId,
          breachControllerId: partId,
          controllerId,
          number: 1,
          phase: "initial",
          locale: "fr",
          status: "issued",
          issuedAt: NOW,
          issuedByName: "Nadia",
          documentId,
          content: { nature: "Une fuite" },
          createdAt: NOW,
          updatedAt: NOW,
        },
      });
      const fact = {
        id: newId(NOW),
        orgId,
        breachId,
        controllerId,
        noticeId: id,
        kind: "call-made",
        at: NOW,
      };
      await tx.breachNoticeFact.create({ data: { ...fact, ...recorded } });
    });
  }
});

it("encloses the answer by mail that proved a signatory's address, with its key", async () => {
  await begin();
  const { id: controllerId } = await makeController(ctx);
  const sent = await makeRequest(ctx, { controllerId });
  const contact = await makeContact(ctx, { controllerId, isProven: false });
  const message = Buffer.from(`From: ${contact.email}\r\n\r\nOui, c'est moi.\r\n`);
  const messageDigest = createHash("sha256").update(message).digest("hex");
  const { contactId } = contact.actor;
  const signed = { domain: "signe.example", selector: "s1", publishedKey: "v=DKIM1; p=AA" };
  const proof = { id: newId(BEFORE), orgId: ctx.scope.org, controllerId, contactId, email: contact.email };
  await withOrg(ctx.scope, (tx) =>
    tx.contactProof.create({
      data: { ...proof, ...signed, means: "signed-mail", message, messageDigest, provenAt: BEFORE },
    }),
  );
  await openRequest(contact, sent);
  valueOf(await signDecision(contact, sent));
  const files = await filesOf({ ...forController(controllerId), sections: ["authorisations", "journal"] });
  const at = `05-authorisations/proofs/${messageDigest}`;
  expect(files.get(`${at}.eml`)).toEqual(message);
  expect(String(files.get(`${at}.key.txt`))).toBe("s1._domainkey.signe.example TXT v=DKIM1; p=AA\n");
  const { id: other } = await makeController(ctx);
  const foreign = await filesOf({ ...forController(other), sections: ["authorisations", "journal"] });
  expect([...foreign.keys()].filter((path) => path.includes("/proofs/"))).toEqual([]);
});
