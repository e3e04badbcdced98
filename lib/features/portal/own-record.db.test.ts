import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findOwnRecord } from "@/lib/features/portal/read/queries";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

it("gives an entry without the processor's notes, and no draft of one", async () => {
  const draft = await makeRecord(ctx, { activity: "Relances" });
  const contact = await makeContact(ctx, { controllerId: draft.controllerId! });
  const read = () => withOrg(contact.scope, (tx) => findOwnRecord(tx, draft.id));
  expect(await read()).toBeNull();
  const input = {
    section: "additional",
    id: draft.id,
    version: draft.version,
    notes: "Comme chez Voltiris.",
  };
  const { version } = valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(input)));
  valueOf(await moveRecord(ctx, { id: draft.id, version, event: "activate", on: "2026-01-05", reason: "" }));
  const record = await read();
  expect(record).toMatchObject({ id: draft.id, content: { activity: "Relances", notes: "" } });
  expect(JSON.stringify(record)).not.toContain("Voltiris");
});

it("is the one door: nothing else of the portal reads what an entry says", () => {
  const features = join(import.meta.dirname, "..");
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter(
    (file) => /^portal/.test(file) && file.endsWith(".ts") && !file.includes(".test."),
  );
  expect(files.length).toBeGreaterThan(10);
  const readers = files.filter((file) => /\bfindRecords?\b/.test(readFileSync(join(features, file), "utf8")));
  expect(readers).toEqual([join("portal", "read", "queries.ts")]);
});
