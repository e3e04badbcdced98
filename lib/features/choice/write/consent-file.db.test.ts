import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeChoice, makeParentalRequest } from "@/prisma/factories/choice";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { personKey } from "@/lib/platform/secrets/person-key";
import { countEndless, countHolding, findConsentFiles } from "@/lib/features/choice/read/collections";
import { findConsents } from "@/lib/features/choice/read/person-consents.fixture";
import { exportRefusedLines } from "@/lib/features/choice/read/refused-lines";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { receiveConsentFile } from "./consent-file";

const NOW = new Date("2026-11-28T09:00:00Z");

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;
let collectionId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };
});
beforeEach(async () => {
  controllerId = (await makeController(ctx)).id;
  collectionId = (await makeCollection(ctx, { controllerId })).id;
});
afterAll(() => database.drop());

const LINES = ["0612345678;01/10/2026;30/09/2027;FORM-1", "0698765432;02/10/2026;01/10/2027;FORM-2"];
const key = (number: string) => personKey(ctx.scope.org, number);
const fileOf = async (id: string) => {
  const files = await withOrg(ctx.scope, (tx) => findConsentFiles(tx, [collectionId]));
  return files.find((file) => file.id === id);
};
const consentOf = async (number: string, at = NOW.getTime()) => {
  const asked = { controllerId, purpose: "", at };
  const found = await withOrg(ctx.scope, (tx) => findConsents(tx, [key(number)], asked));
  return found.get(key(number).toString("hex"));
};

describe("a file with the agreement of a child that is known", () => {
  it("holds no more than a form: it awaits a parent, and is no consent until then", async () => {
    await makeParentalRequest(ctx, { controllerId, number: "06 12 34 99 01" });
    await makeConsentFile(ctx, collectionId, [LINES[0]!.replace("0612345678", "0612349901"), LINES[1]!]);
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({
        where: { controllerId, act: "telephone" },
        orderBy: [{ decidedAt: "asc" }, { outcome: "asc" }],
        select: { personKey: true, outcome: true, validUntil: true },
      }),
    );
    expect(rows.map(({ outcome, validUntil }) => [outcome, validUntil])).toEqual([
      ["allowed", "2027-09-30"],
      ["awaiting", "2027-09-30"],
      ["allowed", "2027-10-01"],
    ]);
    expect(rows.slice(0, 2).every((row) => key("+33612349901").equals(row.personKey))).toBe(true);
    expect((await consentOf("+33612349901"))?.consent).toBe("none");
    expect((await consentOf("+33698765432"))?.consent).toMatchObject({ until: "2027-10-01" });
  });
});

describe("a file of consents", () => {
  it("adds a choice for each person, its counts, and an entry of the journal", async () => {
    const { id } = await makeConsentFile(ctx, collectionId, LINES);
    expect(await fileOf(id)).toMatchObject({
      lineCount: 2,
      addedCount: 2,
      knownCount: 0,
      refusedCount: 0,
      extent: "whole",
      keepUntil: "2030-10-01",
    });
    expect(await consentOf("+33612345678")).toMatchObject({
      consent: { givenAt: Date.parse("2026-09-30T22:00:00Z"), until: "2027-09-30", hasProof: true },
    });
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(entry?.event).toBe("choice.file-received");
  });

  it("stores no number anywhere, of lines refused either", async () => {
    await makeConsentFile(ctx, collectionId, [
      ...LINES,
      "0611223344;01/10/2026;01/10/2029;REC 06 11 22 33 44",
    ]);
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ found: boolean }>(
      `SELECT bool_or(t::text ~ '612345678|698765432|611223344|06 11 22') AS found FROM (
         SELECT to_jsonb(c) AS t FROM choice c UNION ALL SELECT to_jsonb(j) FROM journal_text j
         UNION ALL SELECT to_jsonb(f) FROM consent_file f UNION ALL SELECT to_jsonb(s) FROM form_submission s) all_rows`,
    );
    await owner.end();
    expect(rows[0]?.found).toBe(false);
  });

  it("adds nothing when it comes again, nor what another file said already", async () => {
    const first = await makeConsentFile(ctx, collectionId, LINES);
    expect((await makeConsentFile(ctx, collectionId, LINES)).id).toBe(first.id);
    const { id } = await makeConsentFile(ctx, collectionId, [
      ...LINES,
      LINES[0]!,
      "+33612345670;03/10/2026;02/10/2027;FORM-3",
    ]);
    expect(await fileOf(id)).toMatchObject({ lineCount: 4, addedCount: 1, knownCount: 3 });
  });

  it("refuses lines by their number and reason, which are all that is taken away", async () => {
    const { id } = await makeConsentFile(ctx, collectionId, [
      ...[LINES[0]!, "06 12;01/10/2026;30/09/2027;FORM-9", "0611223344;01/10/2026;02/10/2027;FORM-8"],
    ]);
    expect(await fileOf(id)).toMatchObject({ addedCount: 1, refusedCount: 2 });
    const { body } = valueOf(await exportRefusedLines(ctx, "own", { id, language: "en" }));
    expect(
      new TextDecoder()
        .decode(body as Uint8Array)
        .trim()
        .split("\r\n"),
    ).toEqual([
      ...[
        "Line;Reason",
        "3;number that cannot be read, with another one or words, or of an unknown country: write the code",
        "4;more than one year, R223-1",
      ],
    ]);
  });

  it("keeps an end that is not stated as unknown: doubtful until a year is over", async () => {
    const lines = [LINES[0]!, "0698765432;02/10/2026;;FORM-2", "0611223344;;;FORM-3"];
    const { id } = await makeConsentFile(ctx, collectionId, lines);
    expect(await fileOf(id)).toMatchObject({ addedCount: 2, refusedCount: 1, keepUntil: "2030-10-02" });
    const endless = await withOrg(ctx.scope, (tx) => countEndless(tx, [collectionId]));
    expect([...endless]).toEqual([[id, 1]]);
    expect((await consentOf("+33698765432"))?.consent).toMatchObject({ until: null, withdrawnAt: "never" });
    const asked = { at: NOW.getTime(), day: "2026-11-28" };
    const [holding] = await withOrg(ctx.scope, (tx) => countHolding(tx, [collectionId], asked));
    expect(holding).toMatchObject({ today: 1, later: 1 });
    await makeConsentFile(ctx, collectionId, [...lines, ""]);
    const again = await withOrg(ctx.scope, (tx) => countEndless(tx, [collectionId]));
    expect([...again]).toEqual([[id, 1]]);
  });

  it("adds nothing of a file whose dates are written month first: others of it would be days of another month", async () => {
    const receive = (lines: readonly string[]) => {
      const file = new Blob([["Téléphone;Date;Durée;Preuve", ...lines].join("\n")]);
      return receiveConsentFile(ctx, { collectionId, extent: "whole", file });
    };
    const dated = (dates: readonly string[]) =>
      dates.map((date, at) => `06123456${10 + at};${date};12 mois;FORM`);
    const refused = await receive(dated(["03/04/2026", "04/25/2026", "10/11/2026"]));
    expect(refused).toMatchObject({ refusal: { issues: [{ path: "file", key: "monthFirst" }] } });
    expect(await consentOf("+33612345610")).toBeUndefined();
    const days = Array.from({ length: 21 }, (_, at) => `${13 + (at % 15)}/04/2026`);
    const { id } = valueOf(await receive(dated([...days, "04/25/2026"])));
    expect(await fileOf(id)).toMatchObject({ addedCount: 21, refusedCount: 1 });
  });

  it("reads a country code of a column of its own, and no cell with words or two numbers", async () => {
    const lines = ["212;661234567", "33;0612345678", ";0612345679 STOP", ";0612345677, 0612345676"];
    const file = new Blob([
      ["Indicatif;Téléphone;Date;Durée;Preuve", ...lines.map((line) => `${line};01/10/2026;12 mois;F`)].join(
        "\n",
      ),
    ]);
    const { id } = valueOf(await receiveConsentFile(ctx, { collectionId, extent: "whole", file }));
    expect(await fileOf(id)).toMatchObject({ addedCount: 2, refusedCount: 2 });
    expect((await consentOf("+212661234567"))?.consent).toMatchObject({ hasProof: true });
  });

  it("adds no person whose line says no, or leaves it unsaid, in a column of answers", async () => {
    const lines = ["oui", "non", ""].map(
      (answer, at) => `061234567${at};01/10/2026;12 mois;FORM-${at};${answer}`,
    );
    const file = new Blob([["Téléphone;Date;Durée;Preuve;Consentement", ...lines].join("\n")]);
    const { id } = valueOf(await receiveConsentFile(ctx, { collectionId, extent: "whole", file }));
    expect(await fileOf(id)).toMatchObject({ lineCount: 3, addedCount: 1, refusedCount: 2 });
    const { body } = valueOf(await exportRefusedLines(ctx, "own", { id, language: "en" }));
    const text = new TextDecoder().decode(body as Uint8Array);
    expect(text).toMatch(/3;the line says that there is no consent[^]*4;/);
  });

  it("does not override a refusal that came in between", async () => {
    await makeChoice(ctx, { controllerId, number: "0612345678", on: "2026-10-15", outcome: "refused" });
    await makeConsentFile(ctx, collectionId, LINES);
    expect(await consentOf("+33612345678")).toMatchObject({
      consent: { withdrawnAt: expect.any(Number) },
      refusal: expect.any(Number),
    });
    const asked = { at: NOW.getTime(), day: "2026-11-28" };
    const [holding] = await withOrg(ctx.scope, (tx) => countHolding(tx, [collectionId], asked));
    expect(holding).toMatchObject({ today: 1, later: 1 });
  });

  it("stops a person at once, from the instant of the withdrawal and not before", async () => {
    await makeConsentFile(ctx, collectionId, LINES);
    await makeChoice(ctx, {
      controllerId,
      number: "0698765432",
      on: "2026-11-28",
      time: "08:00",
      outcome: "withdrawn",
    });
    const withdrawnAt = Date.parse("2026-11-28T08:00:00Z");
    expect(await consentOf("+33698765432", withdrawnAt)).toMatchObject({ consent: { withdrawnAt } });
    expect(await consentOf("+33698765432", withdrawnAt - 1)).toMatchObject({
      consent: { withdrawnAt: "never" },
    });
  });

  it("counts those that hold today and in thirty days", async () => {
    await makeConsentFile(ctx, collectionId, [
      ...["0612345678;01/12/2025;27/11/2026;F-1", "0698765432;01/12/2025;28/11/2026;F-2"],
      ...["0612345670;29/12/2025;27/12/2026;F-3", "0755667788;29/12/2025;28/12/2026;F-4"],
    ]);
    const asked = { at: NOW.getTime(), day: "2026-11-28" };
    const [holding] = await withOrg(ctx.scope, (tx) => countHolding(tx, [collectionId], asked));
    expect(holding).toMatchObject({ today: 3, later: 1 });
  });

  it.each([
    ["nom;date\nA;B\n", "columns"],
    ["", "columns"],
    ["%PDF-1.7", "notText"],
  ])("is refused: %j", async (text, key_) => {
    const refused = await receiveConsentFile(ctx, { collectionId, extent: "whole", file: new Blob([text]) });
    expect(refused).toMatchObject({ refusal: { issues: [{ key: key_ }] } });
  });

  it("is of writers, and of the organisation's own collections", async () => {
    const input = { collectionId, extent: "whole" as const, file: new Blob(["x"]) };
    expect(await receiveConsentFile(as(ctx, "viewer"), input)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await receiveConsentFile(foreign, input)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("of thousands of lines is read in batches", async () => {
    const lines = Array.from(
      { length: 1203 },
      (_, index) => `+3361${String(2_000_000 + index)};01/10/2026;30/09/2027;F-${index}`,
    );
    const { id } = await makeConsentFile(ctx, collectionId, lines);
    expect(await fileOf(id)).toMatchObject({ lineCount: 1203, addedCount: 1203 });
  });
});
