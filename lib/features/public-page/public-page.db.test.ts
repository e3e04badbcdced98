import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { publicPageSchema } from "@/lib/features/public-page/schema";
import { PageReader } from "@/lib/platform/read/reader";
import { findPublicScope } from "@/lib/platform/request/public-scope";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { adoptMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { closePage, makeOpenPage, savePage } from "@/prisma/factories/public-page";
import { makeSubProcessor, stepSubProcessor } from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import { readPublished } from "./read/published";
import { viewOf } from "./read/view";
import { closePublicPage, openPublicPage, savePublicPage } from "./write/mutations";

const database = await openDatabase();

const newOrganisation = () => makeOrganisation(database.ownerUrl);
const inputOf = (stated: Record<string, unknown>) =>
  publicPageSchema.parse({ version: 0, address: "centre-atlas", parts: ["dpo"], ...stated });

/** Reads as a stranger does at an address; null where nothing answers. */
async function readAt(address: string) {
  const scope = await findPublicScope(address);
  return scope && readPublished(new PageReader(scope));
}

/** Events of the page in the journal, with everything else that they hold. */
async function journalOf({ scope }: MadeOrganisation): Promise<{ event: string; text: string }[]> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    scope.org,
  ]);
  const { rows } = await owner.query<{ event: string; text: string }>(
    "SELECT event, text FROM journal_text WHERE event LIKE 'public-page.%' ORDER BY seq",
  );
  await owner.end();
  return rows;
}

describe("a public page", () => {
  it("is the owner's and the DPO's to save, open and close, each with its entry", async () => {
    const ctx = await newOrganisation();
    for (const role of ["editor", "viewer"] as const) {
      const refused = { refusal: { kind: "forbidden" } };
      expect(await savePublicPage(as(ctx, role), inputOf({}))).toMatchObject(refused);
      expect(await openPublicPage(as(ctx, role), { version: 1 })).toMatchObject(refused);
      expect(await closePublicPage(as(ctx, role), { version: 1, reason: "Refonte" })).toMatchObject(refused);
    }
    await makeOpenPage(as(ctx, "dpo"));
    await closePage(ctx);
    expect((await journalOf(ctx)).map(({ event }) => event)).toEqual([
      "public-page.saved",
      "public-page.opened",
      "public-page.closed",
    ]);
  });

  it("is not there for strangers before it is open, and no more once it is closed", async () => {
    const ctx = await newOrganisation();
    const address = await savePage(ctx);
    expect(await readAt(address)).toBeNull();
    await makeOpenPage(ctx, { address });
    expect((await readAt(address))?.identity.dpo_name).toBe("Salma Idrissi");
    await closePage(ctx);
    expect(await readAt(address)).toBeNull();
    expect(await readAt("never-existed")).toBeNull();
  });

  it("states that no representative is designated where the organisation says why, and nothing before", async () => {
    const ctx = await newOrganisation();
    const address = await makeOpenPage(ctx, { parts: ["representative"] });
    const shown = async () => {
      const found = await readAt(address);
      return found && (await viewOf(found, "fr", "2026-12-01")).representative;
    };
    expect(await shown()).toBeNull();
    const input = sectionSaveSchema.parse({
      section: "representative",
      euRepresentativeExemption: "contractual-only",
      euRepresentativeReason: "Liée par ses contrats.",
      version: 1,
    });
    expect((await saveOrganisationSection(ctx, input)).ok).toBe(true);
    expect(await shown()).toBe("none");
  });

  it("shows the staff before it is open what strangers see afterwards", async () => {
    const ctx = await newOrganisation();
    await adoptMeasure(ctx, "two-factors");
    await makeSubProcessor(ctx);
    const address = await savePage(ctx);
    const preview = await readPublished(new PageReader(ctx.scope));
    await makeOpenPage(ctx, { address });
    expect(await readAt(address)).toEqual(preview);
    expect(preview?.subProcessors).toMatchObject([{ name: "Numéria Voix SAS", country: "FR" }]);
    expect(preview?.measures).toHaveLength(1);
  });

  it("opens with a part that was chosen, and refuses what another page has or nobody read", async () => {
    const [ctx, other] = [await newOrganisation(), await newOrganisation()];
    const address = await makeOpenPage(other);
    expect(await savePublicPage(ctx, inputOf({ address }))).toMatchObject({
      refusal: { issues: [{ path: "address", key: "addressUsed" }] },
    });
    expect(await openPublicPage(ctx, { version: 1 })).toMatchObject({ refusal: { kind: "not-found" } });
    await savePage(ctx, { parts: [] });
    expect(await openPublicPage(ctx, { version: 1 })).toMatchObject({
      refusal: { issues: [{ key: "nothingChosen" }] },
    });
    const kept = await savePage(ctx, { parts: ["dpo", "key"], activityAr: "علاقة الزبناء" });
    expect(await savePublicPage(ctx, inputOf({ version: 1, address: "another-page" }))).toMatchObject({
      refusal: {
        kind: "conflict",
        version: 2,
        author: ctx.actor.name,
        at: ctx.now.toISOString(),
        current: { address: kept, parts: ["dpo", "key"], activity: { ar: "علاقة الزبناء" } },
      },
    });
  });

  it("shows no part that was not chosen, no measure that was retired, no sub-processor that has ended", async () => {
    const ctx = await newOrganisation();
    await stepSubProcessor(ctx, await makeSubProcessor(ctx), "end");
    await adoptMeasure(ctx, "two-factors");
    const address = await makeOpenPage(ctx, { parts: ["activity", "sub-processors"] });
    const read = await readAt(address);
    const { legal_name, city, country, parts, activity, ...hidden } = read!.identity;
    expect({ city, country, parts, activity: activity?.fr }).toEqual({
      city: "Casablanca",
      country: "MA",
      parts: ["activity", "sub-processors"],
      activity: "Relation client par téléphone",
    });
    expect(legal_name).not.toBe("");
    expect(Object.values(hidden).every((value) => value === null)).toBe(true);
    expect(read).toMatchObject({ subProcessors: [], measures: [] });
  });

  it("claims no certification past its last day, and names the key that signs dossiers", async () => {
    const ctx = await newOrganisation();
    const certifications = [
      { name: "ISO/IEC 27001:2022", until: "2026-06-30" },
      { name: "PCI DSS", until: "" },
    ];
    const read = await readAt(await makeOpenPage(ctx, { certifications }));
    const view = await viewOf(read!, "fr", "2026-07-01");
    expect(view.certifications.map(({ name }) => name)).toEqual(["PCI DSS"]);
    expect(view.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });
});

/** Runs SQL as a role with settings; what it read, or the error's code. */
async function attempt(url: string, settings: Record<string, string>, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query("SELECT set_config($1, $2, false)", [`app.${name}`, value]);
    return (await client.query(sql)).rows;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

describe("raw SQL of the role of strangers", () => {
  const SETTINGS = { scope: "staff", listing: "on", backup: "on", cleaning: "on" };

  it("reads no table of any organisation, and no function of another role", async () => {
    const ctx = await newOrganisation();
    await makeOpenPage(ctx);
    const { id } = await makeController(ctx, { legalName: "Voltiris" });
    await makeRecord(ctx, { controllerId: id });
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows: tables } = await owner.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')",
    );
    await owner.end();
    expect(tables.length).toBeGreaterThan(80);
    const settings = { ...SETTINGS, org: ctx.scope.org, person: ctx.actor.personId, controller: id };
    for (const { name } of tables)
      expect(await attempt(database.publicUrl, settings, `SELECT 1 FROM ${name}`), name).toBe("42501");
    for (const call of [
      `search_ids('controller', '[{"typed":"voltiris","any":["%voltiris%"],"all":[],"whole":"% voltiris %","start":"% voltiris%","isInTexts":true,"codes":[]}]', NULL)`,
      "session_open('x')",
      "job_organisations()",
      "journal_append(app_org(), '{}', '{}')",
      "public_page_shown()",
      "public_subscriber_remove(gen_random_uuid())",
      "clean_subscribers()",
    ])
      expect(await attempt(database.publicUrl, settings, `SELECT * FROM ${call}`), call).toBe("42501");
  });

  it("is in its own scope whatever it sets, and reads nothing of a page that is closed", async () => {
    const [open, closed] = [await newOrganisation(), await newOrganisation()];
    await makeOpenPage(open);
    await savePage(closed);
    await makeSubProcessor(closed);
    const asked = (org: string) => ({ ...SETTINGS, org });
    expect(await attempt(database.publicUrl, asked(open.scope.org), "SELECT app_scope() AS scope")).toEqual([
      { scope: "public" },
    ]);
    for (const call of ["public_identity()", "public_sub_processors()", "public_measures()"])
      expect(
        await attempt(database.publicUrl, asked(closed.scope.org), `SELECT * FROM ${call}`),
        call,
      ).toEqual([]);
  });

  it("opens to the console's role nothing of another organisation", async () => {
    const [own, other] = [await newOrganisation(), await newOrganisation()];
    await makeOpenPage(other);
    for (const scope of ["staff", "public"])
      expect(
        await attempt(
          database.appUrl,
          { scope, org: own.scope.org },
          "SELECT legal_name FROM public_identity()",
        ),
        scope,
      ).toEqual([]);
  });
});
