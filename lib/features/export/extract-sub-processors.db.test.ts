import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeRecord } from "@/lib/features/processing-record/write/change";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import type { Ctx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeWholeSubProcessor, fillSubProcessorSection } from "@/prisma/factories/sub-processor";
import {
  makeTransfer,
  fillTransferSection,
  SIGNED_CLAUSES,
  WHOLE_ASSESSMENT,
} from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportExtract, exportRegister } from "@/lib/features/export/write/mutations";
import { exportSchema, extractSchema } from "./schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contact: MadeContact;
let others: string;
let tunis: Awaited<ReturnType<typeof makeWholeSubProcessor>>;

beforeAll(async () => {
  database = await freshDatabase();
});
/** Entry that names a sub-processor in Tunis with contract and site, but no authorisation. */
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T10:00:00Z"));
  const controllerId = (await makeController(ctx, { legalName: "Voltiris" })).id;
  others = (await makeController(ctx, { legalName: "Orvelle" })).id;
  tunis = await makeWholeSubProcessor(ctx, { name: "Sahel Voix SARL", country: "TN" });
  await nameIt(controllerId);
  contact = await makeContact(ctx, { controllerId, role: "reader" });
});
afterAll(() => database.drop());

/** Bypasses the check of use, as an import does. */
async function nameIt(controllerId: string) {
  const { id } = await makeRecord(ctx, { controllerId, activity: "Relances" });
  const subProcessors = [{ name: "Sahel Voix SARL", country: "TN", service: "", subProcessorId: tunis.id }];
  const { version } = await withOrg(ctx.scope, async (tx) => {
    const before = (await findRecord(tx, id))!;
    const content = { ...before.content, subProcessorsAnswer: "yes" as const, subProcessors };
    return valueOf(await changeRecord(tx, ctx, before, before.version, { content }, "imported"));
  });
  valueOf(await moveRecord(ctx, { id, version, event: "activate", on: "2026-01-05", reason: "" }));
}

const authorise = (controllerId: string, state = "approved") =>
  insertAuthorisation(ctx, { controllerId, subProcessor: tunis, state });

async function carry(controllerId: string, { isAssessed = true } = {}) {
  const to = { flow: "to-sub-processor", controllerId, subProcessorId: tunis.id, country: "TN" };
  const clauses = { ...SIGNED_CLAUSES, module: "3" };
  const signed = await fillTransferSection(ctx, await makeTransfer(ctx, to), "tool", clauses);
  if (isAssessed) await fillTransferSection(ctx, signed, "assessment", WHOLE_ASSESSMENT);
}

type ExtractBody = { records: { gaps?: object[]; subProcessors: object[] }[] };
const read = async ({ body }: { body: ReadableStream | Uint8Array }): Promise<ExtractBody> =>
  JSON.parse(await new Response(body as BodyInit).text()) as ExtractBody;

/** Gaps of article 28(2) in the staff's export and in the controller's extract. */
async function answers(day: string, says: "now" | "then") {
  const at = <C extends Ctx>(who: C): C => ({ ...who, now: new Date(`${day}T10:00:00Z`) });
  const on = says === "then" ? "2026-11-02" : "";
  const asked = { format: "json", ...(on ? { on } : {}) };
  const controller = contact.actor.controllerId;
  const theirs = await read(
    valueOf(await exportRegister(at(ctx), ctx.slug, exportSchema.parse({ ...asked, controller }))),
  );
  const own = await read(valueOf(await exportExtract(at(contact), extractSchema.parse(asked))));
  return [theirs, own].map(({ records }) =>
    records.map(({ gaps, subProcessors }) => ({
      gaps: gaps?.filter((gap) => JSON.stringify(gap).includes("SUB-28-2")),
      subProcessors,
    })),
  );
}

describe("a controller is told of the same sub-processors as its processor, and not what that finds of itself", () => {
  it.each<[string, () => Promise<unknown>, string | null]>([
    ["that nobody asked about", async () => {}, "authorisation,module-3,assessment"],
    [
      "whose request is a draft",
      () => authorise(contact.actor.controllerId, "draft"),
      "authorisation,module-3,assessment",
    ],
    ["authorised for another controller alone", () => authorise(others), "authorisation,module-3,assessment"],
    ["without a transfer", () => authorise(contact.actor.controllerId), "module-3,assessment"],
    [
      "whose transfer carries another controller's data",
      async () => {
        await authorise(contact.actor.controllerId);
        await carry(others);
      },
      "module-3,assessment",
    ],
    [
      "that was not assessed",
      async () => {
        await authorise(contact.actor.controllerId);
        await carry("", { isAssessed: false });
      },
      "assessment",
    ],
    [
      "whose contract is not signed",
      async () => {
        await authorise(contact.actor.controllerId);
        await carry("");
        tunis = await fillSubProcessorSection(ctx, tunis, "contract", { signedOn: "" });
      },
      "contract",
    ],
    [
      "that lacks nothing, by a transfer for any controller",
      async () => {
        await authorise(contact.actor.controllerId);
        await carry("");
      },
      null,
    ],
    [
      "that lacks nothing, by a transfer of this controller",
      async () => {
        await authorise(contact.actor.controllerId);
        await carry(contact.actor.controllerId);
      },
      null,
    ],
  ])("%s", async (_what, arrange, missing) => {
    await arrange();
    for (const says of ["now", "then"] as const) {
      const [theirs, own] = await answers("2026-11-20", says);
      expect(own).toEqual([{ gaps: undefined, subProcessors: theirs![0]!.subProcessors }]);
      expect(own![0]!.subProcessors).toMatchObject([{ name: "Sahel Voix SARL" }]);
      const found = JSON.stringify(theirs![0]!.gaps);
      if (missing === null) expect(found).toBe("[]");
      else expect(found).toContain(`SP-001 Sahel Voix SARL:${missing}`);
    }
  });
});
