import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { composeLetter } from "@/lib/i18n/letter";
import { makeRequest } from "@/prisma/factories/authorisation";
import { withOrg } from "@/lib/platform/database/transaction";
import { findCompletions, findDecisionLetters } from "@/lib/features/authorisation/read/decision-letters";
import { cancelLetter } from "@/lib/features/outbox/write/mutations";
import {
  makeContact,
  type MadeContact,
  makePortalSettings,
  portalSettings,
} from "@/prisma/factories/contact";
import { bounceDecisionLetter } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { decideRequest } from "./mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";
import {
  ctx,
  app,
  received,
  opened,
  read,
  typedOf,
  decide,
  certificatesOf,
  lettersAbout,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();

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
      locale,
      template,
      params: params as Record<string, string>,
      secrets: null,
      organisation: null,
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

  it("says by what a signatory's address was proven, and nothing of a lack", async () => {
    const { by, row } = await opened();
    const text = await textOf(by, row);
    expect(text).toContain("Adresse prouvée");
    expect(text).toContain("Par le silence");
    expect(text).not.toContain("Adresse non prouvée");
  });

  it("says that letters are written and not that anybody was told; the request says what became of them", async () => {
    const { by, row } = await opened({}, { isProven: false });
    const other = await makeContact(ctx, { controllerId: row.controllerId, name: "Luc Ferrand" });
    const text = await textOf(by, row);
    expect(text).toContain("Adresse non prouvée");
    expect(text).not.toContain("Messagerie publique");
    expect(text).toContain("non encore parties");
    expect(text).not.toContain("Aussi informés");
    const letters = () => withOrg(ctx.scope, (tx) => findDecisionLetters(tx, row.id));
    const told = (await letters()).find(({ toAddress }) => toAddress === other.email)!;
    expect(told.status).toMatchObject({ state: "queued", at: null });
    expect(await cancelLetter(ctx, { id: told.status.id, reason: "Inutile" })).toMatchObject({
      refusal: { issues: [{ key: "outbox.ofDecision" }] },
    });
    const left = { state: "refused", closedAt: ctx.now, response: "550 inconnue" };
    await withOrg(ctx.scope, (tx) => tx.outboxMail.updateMany({ where: { id: told.status.id }, data: left }));
    expect((await letters()).find(({ toAddress }) => toAddress === other.email)).toMatchObject({
      response: "550 inconnue",
      number: expect.stringMatching(/^AD-/),
      status: { state: "refused", at: ctx.now.getTime() },
    });
  });

  it("is completed, dated and in the journal, by what becomes known of a letter, which the client reads", async () => {
    const { by, row } = await opened();
    valueOf(await decide(by, row, "authorise"));
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
    const letterId = await bounceDecisionLetter(later, row.id);
    const [certificate] = await certificatesOf(row.id);
    expect(await withOrg(by.scope, (tx) => findCompletions(tx, row.id))).toMatchObject([
      { letterId, number: certificate!.number, state: "bounced", completedAt: later.now, at: later.now },
    ]);
    const entries = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { subjectId: letterId } }),
    );
    expect(entries.map(({ text }) => (JSON.parse(text!) as { event: string }).event)).toEqual([
      "mail.bounced",
    ]);
    const stranger = await makeContact(ctx, {});
    expect(await withOrg(stranger.scope, (tx) => findCompletions(tx, row.id))).toEqual([]);
  });

  it("says what stands against the signatory's address", async () => {
    const { id: controllerId } = await makeController(ctx);
    const by = await makeContact(ctx, { controllerId, email: "directeur.orvelle@gmail.com" });
    const sent = await makeRequest(ctx, { controllerId });
    await received(by, sent);
    expect(await textOf(by, await read(sent.id))).toContain("Messagerie publique");
  });

  it("says that nobody else was told where nobody else is known", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "" });
    const by = await makeContact(ctx, { controllerId });
    const sent = await makeRequest(ctx, { controllerId });
    await received(by, sent);
    expect(await textOf(by, await read(sent.id))).toContain("seul le signataire reçoit un courriel");
  });
});

describe("a contact's connection, by raw SQL", () => {
  const attempt = async (
    of: string | MadeContact,
    sql: string,
    values: readonly unknown[],
  ): Promise<number | string> => {
    await app.query("BEGIN");
    try {
      const settings = typeof of === "string" ? await makePortalSettings(ctx, of) : portalSettings(of.scope);
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
    const move = (set: string) => attempt(by, `UPDATE authorisation SET ${set} WHERE id = $1`, [row.id]);
    const note = (event: string, kind = "controller-contact") =>
      attempt(
        by,
        `INSERT INTO authorisation_fact
          (id, org_id, authorisation_id, controller_id, version, event, state, at, recorded_at, author_kind, author_name, author_id)
          VALUES (gen_random_uuid(), $1, $2, $3, 99, $4, 'approved', now(), now(), $5, $6, $7)`,
        [ctx.scope.org, row.id, row.controllerId, event, kind, by.actor.name, by.actor.personId],
      );
    expect([await move("state = 'approved'"), await note("approve")]).toEqual([1, 1]);
    for (const set of ["state = 'withdrawn'", "state = 'ended'", "received_at = NULL", "received_at = now()"])
      expect([set, await move(set)]).toEqual([set, "42501"]);
    expect([await note("meet"), await note("withdraw"), await note("approve", "staff")]).toEqual(
      Array(3).fill("42501"),
    );
  });

  it("adds no byte to a file that is whole, and puts none in the place of another", async () => {
    const { row, by } = await opened();
    const letter = row.facts.find(({ event }) => event === "submit")!.documentId!;
    const add = (seq: number) =>
      attempt(
        row.controllerId,
        `INSERT INTO attachment_chunk (attachment_id, seq, org_id, bytes, sha256) VALUES ($1, $2, $3, 'x', 'x')`,
        [letter, seq, ctx.scope.org],
      );
    const file = (column: string, value: string) =>
      attempt(
        by,
        `INSERT INTO attachment (id, org_id, purpose, subject_noun, subject_id, controller_id, file_name,
            content_type, size, sha256, chunks, stored_at, contact_id, author_name, ${column})
          VALUES (gen_random_uuid(), $1, 'document', 'authorisation', $2, $3, 'a.pdf', 'application/pdf', 1, 'x', 1,
            now(), $5, $6, $4)`,
        [ctx.scope.org, row.id, row.controllerId, value, by.actor.contactId, by.actor.name],
      );
    expect(await file("width", "1")).toBe(1);
    expect([await add(1), await file("replaces_id", letter), await file("author_id", row.id)]).toEqual(
      Array(3).fill("42501"),
    );
  });
});
