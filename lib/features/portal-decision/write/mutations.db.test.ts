import { Client } from "pg";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import {
  storedRequestOf,
  findAuthorisation,
  type AuthorisationRow,
} from "@/lib/features/authorisation/read/queries";
import { recordReceipts } from "@/lib/features/authorisation/write/receipts";
import {
  closeDocument,
  downloadAttachment,
  withdrawDocument,
} from "@/lib/features/attachment/write/mutations";
import { composeLetter } from "@/lib/i18n/letter";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { closeClients } from "@/lib/platform/database/clients";
import { sha256 } from "@/lib/platform/files/chunks";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { openRequest, readAgain } from "@/prisma/factories/decision";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeForm } from "@/prisma/factories/submission";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { decideRequest } from "./mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let app: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  app = new Client({ connectionString: database.portalUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await closeClients();
  await database.drop();
});

const SIGNED = { signatory: "Claire Orvelle", capacity: "Directrice générale", power: "Mandat social" };
const YEAR = new Date().getUTCFullYear();

/** Opens the request and runs the job that records the receipt. */
async function received(by: MadeContact, sent: { id: string }) {
  await openRequest(by, sent);
  valueOf(await recordReceipts(jobContext("access-log-sealing", ctx.scope.org, by.now)));
}

/** Request opened by its controller's contact. */
async function opened(terms: Record<string, unknown> = {}) {
  const sent = await makeRequest(ctx, { terms });
  const by = await makeContact(ctx, { controllerId: sent.controllerId });
  await received(by, sent);
  return { by, row: await read(sent.id) };
}
const read = (id: string) => withOrg(ctx.scope, async (tx) => (await findAuthorisation(tx, id))!);
const typedOf = (
  { id, version, textDigest, listDigest }: AuthorisationRow,
  choice: string,
  stated: Record<string, unknown> = {},
) => ({ ...SIGNED, id, version, textDigest, listDigest, choice, step: "sign", ...stated });
/** Reviews first, as the screen requires. */
const decide = async (
  by: MadeContact,
  row: AuthorisationRow,
  choice: string,
  stated: Record<string, unknown> = {},
) => {
  const typed = typedOf(row, choice, stated);
  const reading = typed.step === "sign" ? await readAgain(by, typed) : "";
  return decideRequest(by, decisionSchema.parse({ ...typed, reading }));
};
async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(Client.prototype, "query");
  await run();
  const texts = spy.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  );
  spy.mockRestore();
  return texts;
}
const certificatesOf = (authorisationId: string) =>
  withOrg(ctx.scope, (tx) => tx.decisionCertificate.findMany({ where: { authorisationId } }));
const lettersAbout = (reference: string) =>
  withOrg(ctx.scope, async (tx) => {
    const rows = await tx.outboxMail.findMany({
      where: { template: { startsWith: "portal-decision" } },
      orderBy: { template: "asc" },
    });
    return rows.filter(({ params }) => (params as { reference: string }).reference === reference);
  });

describe("decideRequest", () => {
  it(
    "keeps the decision with its evidence, certifies it and tells both sides",
    { timeout: 30_000 },
    async () => {
      const { by, row } = await opened();
      const decided = valueOf(
        await decide(by, row, "conditions", { conditions: "Suppression sous 12 h\nListe des lieux" }),
      );
      expect(decided.state).toBe("approved");
      expect(decided.conditions.map(({ text }) => text)).toEqual([
        "Suppression sous 12 h",
        "Liste des lieux",
      ]);
      expect(decided.facts.at(-1)).toMatchObject({
        ...SIGNED,
        event: "approve",
        channel: "portal",
        textDigest: row.textDigest,
        listDigest: row.listDigest,
        address: by.device.address,
        agent: by.device.userAgent,
        authorKind: "controller-contact",
      });
      const [certificate] = await certificatesOf(row.id);
      expect(certificate).toMatchObject({
        number: expect.stringMatching(new RegExp(`^AD-${YEAR}-\\d{3}$`)),
        version: decided.version,
      });
      const letters = await lettersAbout(row.reference);
      expect(letters.map(({ toAddress, template }) => [toAddress, template])).toEqual([
        [by.email, "portal-decision-receipt"],
        [ctx.email, "portal-decision-taken"],
        ["contact@orvelle.example", "portal-decision-told"],
      ]);
      expect(letters.every(({ attachmentId }) => attachmentId === certificate!.documentId)).toBe(true);
      // Sealed documents can be neither withdrawn nor closed to view.
      const paper = { noun: "authorisation", subjectId: row.id, id: certificate!.documentId } as const;
      expect(await withdrawDocument(ctx, { ...paper, reason: "Erreur" })).toMatchObject({
        refusal: { issues: [{ key: "given" }] },
      });
      expect(await closeDocument(ctx, { ...paper, reason: "Erreur", isClosed: true })).toMatchObject({
        refusal: { kind: "not-found" },
      });
      for (const side of [ctx, by]) {
        const file = valueOf(await downloadAttachment(side, certificate!.documentId));
        expect([file.contentType, sha256(file.bytes)]).toEqual(["application/pdf", certificate!.digest]);
      }
    },
  );

  it("locks the request once, reads it once and changes it once", async () => {
    const { by, row } = await opened();
    const typed = typedOf(row, "conditions", { conditions: "Suppression sous 12 h" });
    const reading = await readAgain(by, typed);
    const statements = await statementsOf(() =>
      decideRequest(by, decisionSchema.parse({ ...typed, reading })).then(valueOf),
    );
    const count = (pattern: RegExp) => statements.filter((statement) => pattern.test(statement)).length;
    expect({
      locks: count(/FROM authorisation WHERE .* FOR UPDATE/),
      reads: count(/^SELECT .* FROM "\w+"\."authorisation" /),
      changes: count(/^UPDATE "\w+"\."authorisation" /),
      contacts: count(/^SELECT .* FROM "portal"."controller_contact" WHERE .*"id" = /),
    }).toEqual({ locks: 1, reads: 1, changes: 1, contacts: 1 });
  });

  it("shows it once more before it is signed, and gives it back to be mended", async () => {
    const { by, row } = await opened();
    expect(await decide(by, row, "authorise", { step: "review" })).toMatchObject({
      refusal: { kind: "unconfirmed" },
    });
    expect(await decide(by, row, "authorise", { step: "edit" })).toMatchObject({ refusal: { issues: [] } });
    expect((await read(row.id)).version).toBe(row.version);
  });

  it("lets one of two who decide at once win, tells the other who it was, and leaves no hole in the numbers", async () => {
    const { by, row } = await opened();
    const other = await makeContact(ctx, { controllerId: row.controllerId, name: "Luc Ferrand" });
    const outcomes = await Promise.all([decide(by, row, "authorise"), decide(other, row, "refuse")]);
    const winner = outcomes.findIndex(({ ok }) => ok);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes[1 - winner]).toMatchObject({
      refusal: { kind: "conflict", author: winner === 0 ? "Claire Vasseur" : "Luc Ferrand" },
    });
    expect(await certificatesOf(row.id)).toHaveLength(1);
    const counters = await withOrg(ctx.scope, (tx) =>
      tx.decisionCertificate.findMany({ orderBy: { counter: "asc" } }),
    );
    expect(counters.map(({ counter }) => counter)).toEqual(counters.map((_, index) => index + 1));
  });

  it("keeps one decision of what the same person sends twice, and no other's for the same", async () => {
    const { by, row } = await opened();
    const stated = { conditions: "Suppression sous 12 h" };
    const form = makeForm();
    const sent = await Promise.all([
      decide(form(by), row, "conditions", stated),
      decide(form(by), row, "conditions", stated),
    ]);
    expect(sent.map((outcome) => outcome.ok && outcome.value.state)).toEqual(["approved", "approved"]);
    expect(await certificatesOf(row.id)).toHaveLength(1);
    expect(await lettersAbout(row.reference)).toHaveLength(3);
    expect(await decide(by, row, "authorise")).toMatchObject({ refusal: { kind: "conflict" } });
    const other = await makeContact(ctx, { controllerId: row.controllerId, name: "Luc Ferrand" });
    expect(await decide(other, row, "conditions", stated)).toMatchObject({ refusal: { kind: "conflict" } });
  });

  it("makes of a silence until the deadline a refusal, which a late word may still turn", async () => {
    const { by, row } = await opened({ objectionDays: "1" });
    const later = new Date(by.now.getTime() + 3 * 86_400_000);
    expect(authorisationStatusAt(storedRequestOf(row), later.getTime())).toMatchObject({
      state: "expired",
      isAuthorised: false,
    });
    const late = valueOf(await decide({ ...by, now: later }, row, "refuse", { reason: "Trop tard" }));
    expect(late.state).toBe("refused");
    expect(late.facts.at(-1)!.at).toEqual(later);
  });

  it("hears an objection in the general regime, and refuses there what is no choice", async () => {
    const { by, row } = await opened({ authorisation: "general" });
    expect(await decide(by, row, "refuse")).toMatchObject({
      refusal: { kind: "invalid", issues: [{ key: "authorisation.otherRegime" }] },
    });
    expect(valueOf(await decide(by, row, "object")).state).toBe("objected");
  });

  it("refuses a reader, another controller's contact, and words that were not the ones shown", async () => {
    const { by, row } = await opened();
    const reader = await makeContact(ctx, { controllerId: row.controllerId, role: "reader" });
    expect(await decide(reader, row, "authorise")).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await decide(await makeContact(ctx), row, "authorise")).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await decide(by, { ...row, textDigest: "0".repeat(64) }, "authorise")).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  it("asks for conditions where it is authorised under some, and for who decides", () => {
    const blank = {
      ...SIGNED,
      id: crypto.randomUUID(),
      version: 1,
      textDigest: "t",
      listDigest: "l",
      step: "sign",
    };
    const missing = (stated: Record<string, unknown>) =>
      decisionSchema.safeParse({ ...blank, ...stated }).error?.issues.map(({ path }) => path.join());
    expect(missing({ choice: "conditions" })).toEqual(["conditions"]);
    expect(missing({ choice: "revoke" })).toEqual(["reason"]);
    expect(missing({ choice: "authorise", power: " " })).toEqual(["power"]);
    expect(missing({})).toEqual(["choice"]);
  });
});

describe("the reading before a signature", () => {
  const signed = (
    by: MadeContact,
    row: AuthorisationRow,
    reading: string,
    stated: Record<string, unknown> = {},
  ) => decideRequest(by, decisionSchema.parse({ ...typedOf(row, "authorise", stated), reading }));
  const NOT_READ = { refusal: { kind: "invalid", issues: [{ key: "authorisation.notRead" }] } };

  it("is not skipped by a crafted post, nor by a token that nobody was given", async () => {
    const { by, row } = await opened();
    for (const reading of ["", "x".repeat(43)])
      expect(await signed(by, row, reading)).toMatchObject(NOT_READ);
    expect(await certificatesOf(row.id)).toEqual([]);
    expect((await read(row.id)).state).toBe(row.state);
  });

  it("signs what it showed alone, in its session, by its contact, within the hour, once", async () => {
    const { by, row } = await opened();
    const other = await makeContact(ctx, { controllerId: row.controllerId });
    const token = () => readAgain(by, typedOf(row, "authorise"));
    expect(await signed(by, row, await token(), { capacity: "Présidente" })).toMatchObject(NOT_READ);
    expect(await signed(other, row, await token())).toMatchObject(NOT_READ);
    expect(await signed({ ...by, sessionId: other.sessionId }, row, await token())).toMatchObject(NOT_READ);
    const later = { ...by, now: new Date(by.now.getTime() + 3_600_001) };
    expect(await signed(later, row, await token())).toMatchObject(NOT_READ);
    const reading = await token();
    expect((await signed(by, row, reading)).ok).toBe(true);
    const readings = await withOrg(ctx.scope, (tx) =>
      tx.decisionReading.findMany({ where: { authorisationId: row.id, usedAt: { not: null } } }),
    );
    expect(readings).toHaveLength(1);
    expect((await signed(by, await read(row.id), reading)).ok).toBe(false);
  });
});

describe("who answers for a client", () => {
  const OWN = { refusal: { issues: [{ key: "authorisation.ownPeople" }] } };

  it("is nobody who works for its processor: by the person, by the address, by its domain", async () => {
    const sent = await makeRequest(ctx, {});
    const { controllerId } = sent;
    const people = [
      await makeContact(ctx, { controllerId, personId: ctx.actor.personId }),
      await makeContact(ctx, { controllerId, email: "direction@centre.example" }),
    ];
    for (const by of people) {
      await received(by, sent);
      const row = await read(sent.id);
      for (const step of ["review", "sign"])
        expect(
          await decideRequest(by, decisionSchema.parse(typedOf(row, "authorise", { step }))),
        ).toMatchObject(OWN);
    }
    expect(await certificatesOf(sent.id)).toEqual([]);
  });

  it("is told of to the controller's other people, who learn who opened that access", async () => {
    const { by, row } = await opened();
    const other = await makeContact(ctx, { controllerId: row.controllerId, name: "Luc Ferrand" });
    valueOf(await decide(by, row, "authorise"));
    const notified = (await lettersAbout(row.reference)).filter(
      ({ template }) => template === "portal-decision-told",
    );
    expect(notified.map(({ toAddress }) => toAddress)).toContain(other.email);
    expect(notified.map(({ toAddress }) => toAddress)).not.toContain(by.email);
    expect(notified[0]!.params).toMatchObject({ invitedBy: ctx.actor.name, account: by.email });
    const { locale, template, params } = notified[0]!;
    const letter = await composeLetter({
      ...{ locale, template, params: params as Record<string, string>, secrets: null, organisation: null },
    });
    expect(letter.paragraphs.join(" ")).toContain(ctx.actor.name);
  });
});

describe("the certificate of a decision", () => {
  const textOf = async (by: MadeContact, row: AuthorisationRow) => {
    valueOf(await decide(by, row, "authorise"));
    const [certificate] = await certificatesOf(row.id);
    const { bytes } = valueOf(await downloadAttachment(by, certificate!.documentId));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    return text.replace(/\s+/g, " ");
  };

  it("says who opened the signatory's access, and who else was told", async () => {
    const { by, row } = await opened();
    const other = await makeContact(ctx, { controllerId: row.controllerId, name: "Luc Ferrand" });
    const text = await textOf(by, row);
    expect(text).toContain(`Ouvert par ${ctx.actor.name}`);
    for (const stated of ["Données", "Pays", "Outil de transfert", "Il manque"]) {
      expect(text).toContain(stated);
      // Text without layout of columns.
      expect(text).not.toMatch(new RegExp(`${stated} ?:`));
    }
    expect(text.replace(/ /g, "")).toContain(`LucFerrand(${other.email})`);
  });

  it("says that nobody else was told where nobody else is known", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "" });
    const by = await makeContact(ctx, { controllerId });
    const sent = await makeRequest(ctx, { controllerId });
    await received(by, sent);
    expect(await textOf(by, await read(sent.id))).toContain("nul autre que le signataire");
  });
});

describe("a contact's connection, by raw SQL", () => {
  const attempt = async (controllerId: string, sql: string, values: readonly unknown[]) => {
    await app.query("BEGIN");
    try {
      const settings = { org: ctx.scope.org, scope: "portal", controller: controllerId };
      for (const [name, value] of Object.entries(settings))
        await app.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
      return (await app.query(sql, [...values])).rowCount ?? 0;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.query("ROLLBACK");
    }
  };
  const insert = `INSERT INTO decision_certificate
    (id, org_id, controller_id, authorisation_id, version, year, counter, number, document_id, digest, issued_at)
    VALUES (gen_random_uuid(), $1, $2, $3, 99, 2031, $4, 'AD-2031-x', gen_random_uuid(), 'd', now())`;

  it("certifies its own requests alone, by the next number and no other", async () => {
    const [own, other] = [await opened(), await opened()];
    const { controllerId, id } = own.row;
    expect(await attempt(controllerId, insert, [ctx.scope.org, controllerId, id, 1])).toBe(1);
    expect(await attempt(controllerId, insert, [ctx.scope.org, controllerId, id, 7])).toBe("42501");
    expect(await attempt(controllerId, insert, [ctx.scope.org, controllerId, other.row.id, 1])).toBe("42501");
    expect(await attempt(other.row.controllerId, insert, [ctx.scope.org, controllerId, id, 1])).toBe("42501");
  });

  it("moves a request by what a controller decides, and by nothing else", async () => {
    const { row, by } = await opened();
    const move = (set: string) =>
      attempt(row.controllerId, `UPDATE authorisation SET ${set} WHERE id = $1`, [row.id]);
    const note = (event: string, kind = "controller-contact") =>
      attempt(
        row.controllerId,
        `INSERT INTO authorisation_fact
          (id, org_id, authorisation_id, controller_id, version, event, state, at, recorded_at, author_kind, author_name)
          VALUES (gen_random_uuid(), $1, $2, $3, 99, $4, 'approved', now(), now(), $5, $6)`,
        [ctx.scope.org, row.id, row.controllerId, event, kind, by.actor.name],
      );
    expect([await move("state = 'approved'"), await note("approve")]).toEqual([1, 1]);
    for (const set of ["state = 'withdrawn'", "state = 'ended'", "received_at = NULL", "received_at = now()"])
      expect([set, await move(set)]).toEqual([set, "42501"]);
    expect([await note("meet"), await note("withdraw"), await note("approve", "staff")]).toEqual(
      Array(3).fill("42501"),
    );
  });

  it("adds no byte to a file that is whole, and puts none in the place of another", async () => {
    const { row } = await opened();
    const letter = row.facts.find(({ event }) => event === "submit")!.documentId!;
    const add = (seq: number) =>
      attempt(
        row.controllerId,
        `INSERT INTO attachment_chunk (attachment_id, seq, org_id, bytes, sha256) VALUES ($1, $2, $3, 'x', 'x')`,
        [letter, seq, ctx.scope.org],
      );
    const file = (column: string, value: string) =>
      attempt(
        row.controllerId,
        `INSERT INTO attachment (id, org_id, purpose, subject_noun, subject_id, controller_id, file_name,
            content_type, size, sha256, chunks, stored_at, author_name, ${column})
          VALUES (gen_random_uuid(), $1, 'document', 'authorisation', $2, $3, 'a.pdf', 'application/pdf', 1, 'x', 1,
            now(), 'x', $4)`,
        [ctx.scope.org, row.id, row.controllerId, value],
      );
    expect(await file("width", "1")).toBe(1);
    expect([await add(1), await file("replaces_id", letter), await file("author_id", row.id)]).toEqual(
      Array(3).fill("42501"),
    );
  });
});
