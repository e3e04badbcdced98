import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { storedRequestOf, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import {
  closeDocument,
  downloadAttachment,
  withdrawDocument,
} from "@/lib/features/attachment/write/mutations";
import { sha256 } from "@/lib/platform/files/chunks";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { readAgain } from "@/prisma/factories/decision";
import { valueOf } from "@/prisma/factories/register";
import { makeForm } from "@/prisma/factories/submission";
import { readPdfText } from "@/scripts/test/pdf-text";
import { decideRequest } from "./mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";
import {
  ctx,
  SIGNED,
  opened,
  read,
  typedOf,
  decide,
  certificatesOf,
  lettersAbout,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();
const YEAR = new Date().getUTCFullYear();
async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(Client.prototype, "query");
  await run();
  const texts = spy.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  );
  spy.mockRestore();
  return texts;
}

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
        // The decision was taken: what lacks now is what it asks.
        const text = await readPdfText(file.bytes);
        expect(text).toMatch(/Il manque la condition : Suppression sous 12 h la condition : Liste des lieux/);
        expect(text).not.toContain("rien d’autre que votre décision");
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
