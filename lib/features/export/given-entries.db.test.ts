import { describe, expect, it } from "vitest";
import { GIVEN_STATES } from "@/lib/domain/processing-record/for-controller";
import { RECORD_STATES, type RecordState } from "@/lib/domain/processing-record/types";
import { findRows } from "@/lib/features/audit/read/queries";
import { makeVerified } from "@/lib/features/dossier/dossier.fixture";
import { listOwnRecords } from "@/lib/features/portal/read/queries";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import {
  makeActiveRecord,
  makeController,
  makeOwnRecord,
  makeRecord,
  valueOf,
} from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findExportCounts } from "./read/counts";
import { EXPORT_CONTENTS, EXPORT_FORMATS, exportSchema, extractSchema } from "./schema";
import { exportExtract, exportRegister } from "./write/mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle" });

/** An entry in a state, by its reference. */
async function makeIn(state: RecordState): Promise<string> {
  const activity = `Relances ${state}`;
  if (state === "draft") return (await makeRecord(ctx, { controllerId, activity })).reference;
  const active = await makeActiveRecord(ctx, { controllerId, activity });
  if (state === "active") return active.reference;
  const event = state === "suspended" ? ("suspend" as const) : ("end" as const);
  const { id, version } = active;
  return valueOf(await moveRecord(ctx, { id, version, event, on: "2026-01-06", reason: "Fin" })).reference;
}

const references = new Map<RecordState, string>();
for (const state of RECORD_STATES) references.set(state, await makeIn(state));
const contact = await makeContact(ctx, { controllerId, role: "reader" });

/** References that a text holds, among those made. */
const namedIn = (text: string) =>
  [...references.values()].filter((reference) => text.includes(`"${reference}"`)).sort();
const registerOf = async (asked: object) => {
  const files = await makeVerified(ctx, { sections: ["register"], ...asked });
  return [...files]
    .flatMap(([name, bytes]) => (name.endsWith(".json") ? [bytes.toString("utf8")] : []))
    .join("");
};

const exportAs = async (asked: object) =>
  valueOf(await exportRegister(ctx, ctx.slug, exportSchema.parse(asked)));
const textOf = async ({ body }: { body: BodyInit }) => new Response(body).text();
const asKept = { contents: "as-kept" as const };

/** Everywhere that an entry leaves the organisation. */
const OUTLETS: Record<string, () => Promise<string[]>> = {
  portal: async () => (await withOrg(contact.scope, listOwnRecords)).map(({ reference }) => reference).sort(),
  extract: async () => {
    const { body } = valueOf(await exportExtract(contact, extractSchema.parse({ format: "json" })));
    return namedIn(await new Response(body).text());
  },
  "export as kept, of all": async () => namedIn(await textOf(await exportAs({ ...asKept, format: "json" }))),
  "export as kept, of one": async () =>
    namedIn(await textOf(await exportAs({ ...asKept, format: "json", controller: controllerId }))),
  "export as kept, as a table": async () => {
    const table = await textOf(await exportAs({ ...asKept, format: "csv" }));
    return [...references.values()].filter((reference) => table.includes(reference)).sort();
  },
  "dossier for the controller": async () =>
    namedIn(await registerOf({ audience: "controller", controllerIds: [controllerId] })),
  "dossier for an authority": async () => namedIn(await registerOf({ audience: "authority" })),
  ...Object.fromEntries(
    [["auditor of the controller", [controllerId]] as const, ["auditor of all", []] as const].map(
      ([name, controllerIds]) => [
        name,
        async () => {
          const grant = await makeGrant(ctx, { controllerIds: [...controllerIds], sections: ["register"] });
          const asked = { grantId: grant.actor.grantId, section: "register" as const };
          const rows = await withOrg(grant.scope, (tx) => findRows(tx, asked, { from: 0, take: 50 }));
          return namedIn(JSON.stringify(rows.map(({ data }) => data)));
        },
      ],
    ),
  ),
};

it.each(Object.keys(OUTLETS))("gives the same entries in the %s, and no draft", async (outlet) => {
  const given = GIVEN_STATES.map((state) => references.get(state)).sort();
  expect(await OUTLETS[outlet]?.()).toEqual(given);
  expect(given).not.toContain(references.get("draft"));
});

await makeOwnRecord(ctx, { activity: "Projet de paie" });

describe.each(EXPORT_CONTENTS)("an export %s", (contents) => {
  it.each(["processor", "controller"] as const)(
    "of the %s holds as many rows as its form counts",
    async (register) => {
      const counts = await withOrg(ctx.scope, findExportCounts);
      const file = JSON.parse(await textOf(await exportAs({ contents, register, format: "json" })));
      expect(file.records).toHaveLength(counts.registers[register][contents]);
      if (register === "controller") return;
      const part = await exportAs({ contents, register, format: "json", controller: controllerId });
      expect(JSON.parse(await textOf(part)).records).toHaveLength(
        counts.controllers.get(controllerId)?.[contents] ?? -1,
      );
    },
  );

  it.each(EXPORT_FORMATS)("says in the name of its file whether it holds drafts: %s", async (format) => {
    const register = format.startsWith("cnil") ? "controller" : "processor";
    const { fileName, body } = await exportAs({ contents, register, format });
    await body.cancel();
    expect(fileName.includes("interne-avec-brouillons")).toBe(contents === "with-findings");
  });
});

it("counts a draft only where the export holds one", async () => {
  const { registers } = await withOrg(ctx.scope, findExportCounts);
  expect(registers.processor).toEqual({
    "as-kept": GIVEN_STATES.length,
    "with-findings": RECORD_STATES.length,
  });
  expect(registers.controller).toEqual({ "as-kept": 0, "with-findings": 1 });
});
