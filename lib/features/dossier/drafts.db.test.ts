import { Client } from "pg";
import { expect, it } from "vitest";
import { CONTRACT_STATES } from "@/lib/domain/contract/types";
import { isGiven } from "@/lib/domain/lifecycle/given";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice, saveNotice } from "@/lib/features/breach-notice/write/drafts";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { prepareRequest } from "@/prisma/factories/authorisation";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeCallScript } from "@/prisma/factories/call-script";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeConsultation } from "@/prisma/factories/consultation";
import { makeContract } from "@/prisma/factories/contract";
import { makeGrant, EVERY_SECTION } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import { makeVerified } from "./dossier.fixture";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle" });

/** Makes a draft of each table that has one; gives words by which a text names it. */
const DRAFTS: Record<string, () => Promise<string>> = {
  processing_record: async () => {
    await makeRecord(ctx, { controllerId, activity: "Projet de fiche" });
    return "Projet de fiche";
  },
  contract: async () => {
    await makeContract(ctx, { controllerId, reference: "PROJET-CT" });
    return "PROJET-CT";
  },
  authorisation: async () => {
    const { id: subProcessorId } = await makeSubProcessor(ctx);
    const { reference } = await prepareRequest(ctx, { controllerId, subProcessorId });
    return reference;
  },
  consultation: async () => {
    await makeConsultation(ctx, { controllerId, title: "Projet de consultation" });
    return "Projet de consultation";
  },
  call_script: async () => {
    await makeCallScript(ctx, { controllerId, title: "Projet de script" });
    return "Projet de script";
  },
  breach_notice: async () => {
    const { parts } = await makeBreachFile(ctx, { controllerIds: [controllerId] });
    const { id } = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId }));
    const { version } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    const typed = { id, version, locale: "fr", whatHappened: "Projet de notification", contactPoint: "DPO" };
    valueOf(await saveNotice(ctx, noticeSaveSchema.parse(typed)));
    return "Projet de notification";
  },
};

const PREPARED = "Campagne préparée";
await makeCampaign(ctx, { controllerId, title: PREPARED });

const words = new Map<string, string>();
for (const [table, make] of Object.entries(DRAFTS)) words.set(table, await make());

/** Everything that a dossier or a grant gives, as one text. */
const GIVEN: Record<string, () => Promise<string>> = {
  "dossier for an authority": () => textOf({ audience: "authority" }),
  "dossier for an authority about one": () =>
    textOf({ audience: "authority", controllerIds: [controllerId] }),
  "dossier for the controller": () => textOf({ audience: "controller", controllerIds: [controllerId] }),
  "grant of an auditor": async () => {
    const { actor, scope } = await makeGrant(ctx, { sections: EVERY_SECTION });
    const rows = await withOrg(scope, (tx) => tx.auditRow.findMany({ where: { grantId: actor.grantId } }));
    return JSON.stringify(rows.map(({ cells, data }) => ({ cells, data })));
  },
};

async function textOf(asked: object): Promise<string> {
  const files = await makeVerified(ctx, { sections: EVERY_SECTION, ...asked });
  return [...files.values()].map((bytes) => bytes.toString("utf8")).join("\n");
}

it("has a draft of every table whose rows begin as one", async () => {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_default LIKE '''draft''%' ORDER BY 1`,
  );
  await client.end();
  expect(rows.map(({ name }) => name).filter((name) => name !== "campaign")).toEqual(
    Object.keys(DRAFTS).sort(),
  );
  expect(CONTRACT_STATES.filter((state) => !isGiven(state))).toEqual(["draft"]);
});

it.each(Object.keys(GIVEN))("names no draft of any noun in the %s", async (way) => {
  const text = (await GIVEN[way]?.()) ?? "";
  // A campaign in preparation is given here as in the portal.
  expect(text).toContain(PREPARED);
  expect(
    [...words]
      .filter(([, named]) => new RegExp(`(?<![A-Z])${named}`, "u").test(text))
      .map(([table]) => table),
  ).toEqual([]);
});
