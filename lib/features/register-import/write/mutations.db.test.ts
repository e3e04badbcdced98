import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentHasher } from "@/lib/features/export/read/queries";
import { exportRegister } from "@/lib/features/export/write/mutations";
import { arbitraryContent } from "@/lib/features/export/records.fixture";
import { exportSchema } from "@/lib/features/export/schema";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { RECORD_STATES, type RecordState } from "@/lib/domain/processing-record/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { createOwnRecord, createRecord, moveRecord } from "@/lib/features/processing-record/write/mutations";
import { changeRecord } from "@/lib/features/processing-record/write/change";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { adoptMeasure, makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { importRegister } from "./mutations";
import { REGISTER_FORMAT } from "@/lib/features/register-import/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

type File = { [key: string]: JsonValue };
const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));

async function exportFrom(org: MadeOrganisation, stated: Record<string, string> = {}): Promise<Uint8Array> {
  const { body } = valueOf(
    await exportRegister(org, org.slug, exportSchema.parse({ format: "json", ...stated })),
  );
  return new Uint8Array(await new Response(body).arrayBuffer());
}

const importFile = (org: MadeOrganisation, bytes: Uint8Array) =>
  importRegister(org, { fileName: "registre.json", file: new Blob([bytes as Uint8Array<ArrayBuffer>]) });

/** Removes owner, author, instant and ids, which an import replaces. */
function comparable(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  const { organisation: _o, taken: _t, contentHash: _c, historyHash: _h, ...file } = JSON.parse(text) as File;
  // In the own register the controller is the company itself.
  if (file.register === "controller") for (const record of file.records as File[]) delete record.controller;
  const names = new Map<string, string>();
  const nameOf = (id: string) => names.get(id) ?? names.set(id, `id-${names.size}`).get(id)!;
  const plain = JSON.stringify(file).replace(/"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}"/g, (id) =>
    JSON.stringify(nameOf(id)),
  );
  return JSON.parse(plain);
}

type Step = { content: RecordContent; state: RecordState | null };
const step = (measureIds: string[]) =>
  fc.record({
    content: arbitraryContent(measureIds),
    state: fc.option(fc.constantFrom(...RECORD_STATES)),
  });

const lifeOf = (measureIds: string[]) =>
  fc.array(fc.array(step(measureIds), { maxLength: 3 }), { maxLength: 3 });

/** Register of several clients with changes and states. */
async function live(org: MadeOrganisation, lives: Step[][], register: "processor" | "controller") {
  const clients = [await makeController(org), await makeController(org, { legalName: "Zéphyr & fils" })];
  for (const [at, steps] of lives.entries()) {
    const { id } = valueOf(
      register === "processor"
        ? await createRecord(org, { controllerId: clients[at % 2]!.id, activity: "A", operations: [] })
        : await createOwnRecord(org, { activity: "A", purposes: [] }),
    );
    for (const { content, state } of steps)
      await withOrg(org.scope, async (tx) => {
        const before = (await findRecord(tx, id))!;
        const stated = { content, ...(state ? { state, stateSince: "2026-03-01" } : {}) };
        valueOf(await changeRecord(tx, org, before, before.version, stated, "saved"));
      });
  }
}

describe("importRegister", () => {
  it.each(["processor", "controller"] as const)(
    "gives the %s's register again, field for field, versions and all",
    { tags: ["multiplies"] },
    async (register) => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const [there, here] = [
            await makeOrganisation(database.ownerUrl),
            await makeOrganisation(database.ownerUrl),
          ];
          const stored = await adoptMeasure(there, "clean-desk");
          const own = await makeMeasure(there);
          const lives = gen(lifeOf, [stored.id, own.id]);
          await live(there, lives, register);
          const taken = await exportFrom(there, { register });
          valueOf(await importFile(here, taken));
          expect(comparable(await exportFrom(here, { register }))).toEqual(comparable(taken));
        }),
        { numRuns: 8, endOnFailure: true },
      );
    },
  );

  it("keeps states with their reasons, gaps found again, and retired measures, and says in the journal from what", async () => {
    const there = await makeOrganisation(database.ownerUrl);
    const record = await makeRecord(there);
    valueOf(
      await moveRecord(there, { id: record.id, version: 1, event: "activate", on: "2026-03-01", reason: "" }),
    );
    const found = { requiredGaps: 2, advisableGaps: 1, gapCodes: ["REG-6", "REG-8"], rulesVersion: 1 };
    const assessed = {
      recordId: record.id,
      version: 2,
      recordedAt: new Date("2026-10-01T06:00:00Z"),
      ...found,
    };
    await withOrg(there.scope, (tx) =>
      tx.recordAssessment.create({ data: { ...assessed, orgId: there.scope.org } }),
    );
    const gone = await makeMeasure(there);
    valueOf(await retireMeasure(there, { id: gone.id, version: 1, reason: "Fini", confirmed: true }));
    const taken = await exportFrom(there);
    const here = await makeOrganisation(database.ownerUrl);
    expect(valueOf(await importFile(here, taken))).toEqual({
      records: 1,
      versions: 2,
      controllers: 1,
      measures: 1,
    });
    expect(comparable(await exportFrom(here))).toEqual(comparable(taken));
    const stored = await withOrg(here.scope, (tx) => tx.recordAssessment.findFirstOrThrow());
    expect(stored).toMatchObject({ ...found, version: 2, recordedAt: assessed.recordedAt });
    const entries = await withOrg(here.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }));
    const events = entries.map(({ text }) => JSON.parse(text!) as { event: string; after?: File });
    expect(events.map(({ event }) => event)).toContain("record.created");
    expect(events.find(({ event }) => event === "register.imported")?.after).toMatchObject({
      records: 1,
      register: "processor",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      digest: (JSON.parse(new TextDecoder().decode(taken)) as File).contentHash,
    });
  });

  it("leaves what was said about an entry in the file, for those who said it are not here", async () => {
    const there = await makeOrganisation(database.ownerUrl);
    await addMessage(there, (await makeActiveRecord(there)).id);
    const here = await makeOrganisation(database.ownerUrl);
    valueOf(await importFile(here, await exportFrom(there)));
    expect(JSON.parse(new TextDecoder().decode(await exportFrom(here)))).toMatchObject({ threads: [] });
  });

  it("brings in both registers of one organisation, whose measures are the same", async () => {
    const there = await makeOrganisation(database.ownerUrl);
    await makeMeasure(there);
    await makeRecord(there);
    valueOf(await createOwnRecord(there, { activity: "Paie", purposes: ["Payer"] }));
    const here = await makeOrganisation(database.ownerUrl);
    valueOf(await importFile(here, await exportFrom(there)));
    valueOf(await importFile(here, await exportFrom(there, { register: "controller" })));
    const measures = await withOrg(here.scope, (tx) => tx.measure.count());
    expect(measures).toBe(1);
  });

  describe("refuses, and writes nothing", () => {
    let taken: File;
    let there: MadeOrganisation;
    let empty: MadeOrganisation;
    beforeAll(async () => {
      there = await makeOrganisation(database.ownerUrl);
      await addMessage(there, (await makeActiveRecord(there)).id, { text: "Où sont les enregistrements ?" });
      empty = await makeOrganisation(database.ownerUrl);
      taken = JSON.parse(new TextDecoder().decode(await exportFrom(there))) as File;
    });
    const keyOf = async (org: MadeOrganisation, bytes: Uint8Array) => {
      const outcome = await importFile(org, bytes);
      if (outcome.ok || outcome.refusal.kind !== "invalid") return outcome;
      return outcome.refusal.issues[0]!.key;
    };

    it("a register that is not empty", async () => {
      expect(await keyOf(there, bytesOf(taken))).toBe("notEmpty");
      const named = await makeOrganisation(database.ownerUrl);
      await makeController(named);
      expect(await keyOf(named, bytesOf(taken))).toBe("notEmpty");
    });

    it("what is no register, or is one of tomorrow", async () => {
      expect(await keyOf(empty, new TextEncoder().encode("Réf.;Client"))).toBe("notJson");
      expect(await keyOf(empty, bytesOf(taken).slice(0, -40))).toBe("notJson");
      expect(await keyOf(empty, bytesOf({ format: "other" }))).toBe("notARegister");
      expect(await keyOf(empty, bytesOf({ ...taken, format: "amana-register/2" }))).toBe("laterVersion");
      const { history: _history, ...extract } = taken;
      expect(await keyOf(empty, bytesOf(extract))).toBe("noHistory");
    });

    it("a file in which one letter is another", async () => {
      const text = JSON.stringify(taken).replace("Réception d’appels", "Réception d’appelz");
      expect(await keyOf(empty, new TextEncoder().encode(text))).toBe("damaged");
      const { contentHash: _hash, ...unsealed } = taken;
      expect(await keyOf(empty, bytesOf(unsealed))).toBe("damaged");
      const answered = JSON.stringify(taken).replace("les enregistrements ?", "les sauvegardes ?");
      expect(await keyOf(empty, new TextEncoder().encode(answered))).toBe("damaged");
      const { threads: _threads, ...silent } = taken;
      expect(await keyOf(empty, bytesOf(silent))).toBe("damaged");
    });

    it("a register made by hand, whole but out of form", async () => {
      const records = (taken.records as File[]).map((record) => ({ ...record, state: "asleep" }));
      const { organisation, scope, volume } = taken;
      const stated = { capacity: "processor", organisation, scope };
      // Computes valid hashes over altered JSON, as a forger could; its head is not of the type that is written.
      const hasher = contentHasher(stated as unknown as Parameters<typeof contentHasher>[0]);
      for (const record of records) hasher.add(canonicalText(record as JsonValue));
      const forged = {
        ...taken,
        format: REGISTER_FORMAT,
        records,
        contentHash: hasher.digest(volume as never),
      };
      expect(await keyOf(empty, bytesOf(forged))).toBe("notInForm");
    });

    it("a register with a day to come where only the past makes sense, and writes none of it", async () => {
      const dated = await makeOrganisation(database.ownerUrl);
      const record = await makeRecord(dated);
      await withOrg(dated.scope, async (tx) => {
        const before = (await findRecord(tx, record.id))!;
        const content = { ...before.content, reviewedOn: { value: "2099-01", text: "" } };
        return changeRecord(tx, dated, before, before.version, { content }, "saved");
      });
      expect(await importFile(empty, await exportFrom(dated))).toMatchObject({
        refusal: {
          issues: [
            { path: "file", key: "dateAhead", params: { reference: record.reference, date: "2099-01" } },
          ],
        },
      });
      expect(await withOrg(empty.scope, (tx) => tx.processingRecord.count())).toBe(0);
    });

    it("somebody who may not import", async () => {
      const viewer = { ...empty, ...as(empty, "viewer") };
      expect(await importFile(viewer, bytesOf(taken))).toMatchObject({
        ok: false,
        refusal: { kind: "forbidden" },
      });
      expect(await withOrg(empty.scope, (tx) => tx.processingRecord.count())).toBe(0);
    });
  });
});
