import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/lib/domain/processing-record/completeness";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { endOfDay } from "@/lib/domain/time/zones";
import { linkTransfer } from "@/lib/features/transfer/write/mutations";
import { transferLinkSchema } from "@/lib/features/transfer/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import {
  makeWholeSubProcessor,
  fillSubProcessorSection,
  stepSubProcessor,
} from "@/prisma/factories/sub-processor";
import {
  makeTransfer,
  fillTransferSection,
  SIGNED_CLAUSES,
  stepTransfer,
  WHOLE_ASSESSMENT,
} from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { changeRecord } from "@/lib/features/processing-record/write/change";
import { controllerOf, findRecord } from "./queries";
import { findSheet } from "./sheet";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let recordId: string;

/** Actor on another day. */
const on = (day: string): MadeOrganisation => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) });

/**
 * Timeline: named in January, requested in February, authorised in March, assessed in April; site moved in July and
 * back in August; tool suspended in September; ended in November.
 */
beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-01-02T10:00:00Z"));
  const controller = await makeController(ctx);
  let tunis = await makeWholeSubProcessor(on("2026-01-05"), { name: "Sahel Voix SARL", country: "TN" });
  const record = await makeRecord(on("2026-01-05"), { controllerId: controller.id });
  recordId = record.id;
  await name(on("2026-01-10"), tunis.id);
  const request = await makeRequest(on("2026-02-02"), {
    controllerId: controller.id,
    subProcessorId: tunis.id,
  });
  await stepRequest(on("2026-03-02"), request, "approve");
  const to = { flow: "to-sub-processor", controllerId: "", country: "TN", subProcessorId: tunis.id };
  const drafted = await makeTransfer(on("2026-03-20"), to);
  const signed = await fillTransferSection(on("2026-04-02"), drafted, "tool", {
    ...SIGNED_CLAUSES,
    module: "3",
  });
  const assessed = await fillTransferSection(on("2026-04-20"), signed, "assessment", WHOLE_ASSESSMENT);
  for (const [day, place] of [
    ["2026-07-01", "Sfax"],
    ["2026-08-01", "Lyon"],
  ] as const)
    tunis = await fillSubProcessorSection(on(day), tunis, "places", {
      sites: [{ name: place, country: "TN" }],
      accessAnswer: "no",
    });
  const suspended = await stepTransfer(on("2026-09-01"), assessed, "suspend", "2026-09-01");
  const resumed = await stepTransfer(on("2026-09-20"), suspended, "resume", "2026-09-20");
  const unlinked = { id: resumed.id, version: resumed.version, subProcessorId: "" };
  valueOf(await linkTransfer(on("2026-10-01"), transferLinkSchema.parse(unlinked)));
  await stepSubProcessor(on("2026-11-01"), tunis, "end", "2026-11-01");
});
afterAll(() => database.drop());

/** Bypasses the check of use, as an import does. */
async function name(by: MadeOrganisation, subProcessorId: string) {
  const subProcessors = [{ name: "Sahel Voix SARL", country: "TN", service: "voix", subProcessorId }];
  await withOrg(by.scope, async (tx) => {
    const before = (await findRecord(tx, recordId))!;
    const content: RecordContent = { ...before.content, subProcessorsAnswer: "yes", subProcessors };
    valueOf(await changeRecord(tx, by, before, before.version, { content }, "imported"));
  });
}

/** Missing requirements on a past day; null without SUB-28-2. */
async function missingOn(day: string) {
  const found = await withOrg(ctx.scope, (tx) =>
    findSheet(tx, {
      id: recordId,
      capacity: "processor",
      asOf: { day, endMs: endOfDay("Africa/Casablanca", day) },
      now: new Date("2026-11-26T10:00:00Z"),
    }),
  );
  const { record, organisation, subProcessors } = found!;
  const controller = controllerOf(record, organisation);
  const gaps = assess({ record, controller, organisation, subProcessors, on: day });
  const isFound = gaps.some(({ code }) => code === "SUB-28-2");
  return isFound ? (subProcessors[0]?.missing.join() ?? "unlisted") : null;
}

describe("SUB-28-2 as of a past day", () => {
  it.each([
    ["2026-01-09", "nobody is named", null],
    ["2026-01-10", "named and never asked", "authorisation,module-3,assessment"],
    ["2026-02-20", "asked, not answered", "authorisation,module-3,assessment"],
    ["2026-03-02", "authorised", "module-3,assessment"],
    ["2026-04-02", "under module 3", "assessment"],
    ["2026-04-20", "active", null],
    ["2026-07-15", "at another site than was authorised", "scope"],
    ["2026-08-01", "at its own again", null],
    ["2026-09-10", "its transfer suspended", "module-3,assessment"],
    ["2026-09-20", "resumed", null],
    ["2026-10-01", "its transfer led elsewhere", "module-3,assessment"],
    ["2026-11-01", "off the list: nothing that is gathered would let it be used", ""],
  ])("on %s: %s", async (day, _what, missing) => {
    expect(await missingOn(day)).toBe(missing);
  });
});
