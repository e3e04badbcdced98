import { valueOf } from "@/prisma/factories/register";
import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import {
  makeSubProcessor,
  makeWholeSubProcessor,
  nameChainLink,
  fillSubProcessorSection,
  stepSubProcessor,
} from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import {
  createSubProcessor,
  moveSubProcessor,
  removeChainLink,
  saveChainLink,
  saveSubProcessorSection,
} from "./mutations";
import {
  chainLinkRemoveSchema,
  chainLinkSaveSchema,
  subProcessorCreateSchema,
  subProcessorMoveSchema,
  subProcessorSectionSchema,
} from "@/lib/features/sub-processor/schema";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
const foreign = await makeOrganisation(database.ownerUrl);

const stored = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.subProcessor.findUniqueOrThrow({ where: { id } }));
const versions = (subProcessorId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.subProcessorVersion.findMany({ where: { subProcessorId }, orderBy: { version: "asc" } }),
  );
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};
const refused = (path: string, key: string) => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
const forbidden = { refusal: { kind: "forbidden" } };
const notFound = { refusal: { kind: "not-found" } };
type Named = { id: string; version: number };
const section = ({ id, version }: Named, name: string, stated: object) =>
  subProcessorSectionSchema.parse({ id, version, section: name, ...stated });

describe("createSubProcessor", () => {
  it("begins under the next number, and names what it lacks", async () => {
    const row = await makeSubProcessor(ctx);
    const next = await makeSubProcessor(ctx, { name: "Baie 9 SAS", country: "", service: "" });
    expect([row.reference, next.reference]).toEqual(["SP-001", "SP-002"]);
    expect(await stored(row.id)).toMatchObject({
      name: "Numéria Voix SAS",
      country: "FR",
      countries: ["FR"],
      state: "listed",
      scopeDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      gapCodes: expect.arrayContaining(["address-missing", "contract-missing", "chain-unanswered"]),
    });
    expect(await versions(row.id)).toMatchObject([{ change: "created", country: "FR", state: "listed" }]);
  });

  it("is refused to a viewer", async () => {
    const input = subProcessorCreateSchema.parse({ name: "X" });
    expect(await createSubProcessor(as(ctx, "viewer"), input)).toMatchObject(forbidden);
  });
});

describe("saveSubProcessorSection", () => {
  it("leaves nothing required open once everything is said", async () => {
    const { id } = await makeWholeSubProcessor(ctx);
    expect(await stored(id)).toMatchObject({
      requiredGaps: 0,
      advisableGaps: 1,
      contractSignedOn: "2025-04-01",
    });
    expect(await lastEntry()).toMatchObject({
      event: "sub-processor.updated",
      before: { "contract.signedOn": null },
      after: { "contract.signedOn": "2025-04-01" },
    });
  });

  it("keeps the digest of what is authorised until service, site, country or chain change", async () => {
    const row = await makeWholeSubProcessor(ctx);
    const identity = { name: "Numéria", country: "FR", address: "Autre rue", contact: "Autre" };
    const moved = await fillSubProcessorSection(ctx, row, "identity", identity);
    expect(moved.scopeDigest).toBe(row.scopeDigest);
    const sites = [{ name: "Tunis", country: "TN" }];
    const abroad = await fillSubProcessorSection(ctx, moved, "places", { sites, accessAnswer: "no" });
    expect(abroad.scopeDigest).not.toBe(row.scopeDigest);
    expect(await stored(row.id)).toMatchObject({
      countries: ["FR", "TN"],
      gapCodes: ["module-3-missing", "assessment-missing"],
    });
    const kept = (await versions(row.id)).map(({ scopeDigest }) => scopeDigest);
    expect(kept.slice(-3)).toEqual([row.scopeDigest, row.scopeDigest, abroad.scopeDigest]);
  });

  it("takes another registration number for another company, and the first one again for the first", async () => {
    const row = await makeWholeSubProcessor(ctx);
    const numbered = (from: typeof row, registration: string) =>
      fillSubProcessorSection(ctx, from, "identity", {
        name: "Numéria",
        country: "FR",
        address: "Autre rue",
        contact: "Autre",
        registration,
      });
    const known = await numbered(row, "552 100 554");
    expect(known.scopeDigest).toBe(row.scopeDigest);
    const other = await numbered(known, "402 222 333");
    expect(other.scopeDigest).not.toBe(row.scopeDigest);
    const blank = await numbered(other, "");
    expect(blank.scopeDigest).toBe(other.scopeDigest);
    const again = await numbered(blank, "SIREN 552100554");
    expect(again.scopeDigest).toBe(row.scopeDigest);
  });

  it("leaves the clauses that a form does not hold as they were", async () => {
    const row = await makeSubProcessor(ctx);
    const first = await fillSubProcessorSection(ctx, row, "clauses", { K12: { answer: "absent" } });
    const input = section(first, "clauses", { K13: { answer: "unread" }, allPresent: "sub-processors" });
    const saved = valueOf(await saveSubProcessorSection(ctx, input));
    expect(saved.content.contract.clauses).toMatchObject({
      K12: { answer: "absent" },
      K13: { answer: "present", markedTogether: { by: ctx.actor.name, on: "2026-11-24" } },
      K14: { answer: "unread" },
    });
  });

  it("refuses what cannot be said, beside its field", async () => {
    const row = await makeSubProcessor(ctx);
    const future = section(row, "contract", { signedOn: "2027-01-01" });
    expect(await saveSubProcessorSection(ctx, future)).toEqual(refused("signedOn", "sub-processor.future"));
    expect(await stored(row.id)).toMatchObject({ version: 1 });
  });

  it("shows a second writer the section as it stands now", async () => {
    const row = await makeSubProcessor(ctx);
    await fillSubProcessorSection(ctx, row, "contract", { reference: "ST-1" });
    const late = section(row, "contract", { reference: "ST-2" });
    expect(await saveSubProcessorSection(ctx, late)).toMatchObject({
      refusal: { kind: "conflict", version: 2, author: ctx.actor.name, current: { reference: "ST-1" } },
    });
  });

  it("is refused to a viewer, and finds nothing of another organisation", async () => {
    const input = section(await makeSubProcessor(ctx), "chain", { answer: "no" });
    expect(await saveSubProcessorSection(as(ctx, "viewer"), input)).toMatchObject(forbidden);
    expect(await saveSubProcessorSection(foreign, input)).toMatchObject(notFound);
  });
});

describe("the chain", () => {
  const link = ({ id, version }: Named, stated: object) =>
    chainLinkSaveSchema.parse({ id, version, name: "Baie 9 SAS", ...stated });

  it("is there with its first company, and goes down to any depth", async () => {
    const first = await nameChainLink(ctx, await makeSubProcessor(ctx), { name: "Baie 9 SAS" });
    const [above] = first.content.chain.links;
    const second = await nameChainLink(ctx, first, { name: "Courant Vert SARL", under: above!.id });
    expect(second.content.chain).toMatchObject({
      answer: "yes",
      links: [
        { name: "Baie 9 SAS", under: null },
        { name: "Courant Vert SARL", under: above!.id },
      ],
    });
    expect(second.scopeDigest).not.toBe(first.scopeDigest);
    expect(await lastEntry()).toMatchObject({
      event: "sub-processor.link-named",
      after: { name: "Courant Vert SARL" },
    });
    const circle = link(second, { link: above!.id, under: second.content.chain.links[1]!.id });
    expect(await saveChainLink(ctx, circle)).toEqual(refused("under", "sub-processor.underItself"));
  });

  it("lets a company go with its reason, those below it first", async () => {
    const first = await nameChainLink(ctx, await makeSubProcessor(ctx));
    const above = first.content.chain.links[0]!.id;
    const { id, version, content } = await nameChainLink(ctx, first, { name: "Courant Vert", under: above });
    const remove = (linkId: string) =>
      removeChainLink(ctx, chainLinkRemoveSchema.parse({ id, version, link: linkId, reason: "Remplacée" }));
    expect(await remove(above)).toEqual(refused("", "sub-processor.hasLinksBelow"));
    expect(await remove(content.chain.links[1]!.id)).toMatchObject({ ok: true });
    expect(await lastEntry()).toMatchObject({
      event: "sub-processor.link-removed",
      reason: "Remplacée",
      before: { name: "Courant Vert" },
    });
  });

  it("is refused to a viewer; forged ids find nothing", async () => {
    const row = await makeSubProcessor(ctx);
    expect(await saveChainLink(as(ctx, "viewer"), link(row, {}))).toMatchObject(forbidden);
    expect(await saveChainLink(foreign, link(row, {}))).toMatchObject(notFound);
    expect(await saveChainLink(ctx, link(row, { link: row.id }))).toMatchObject(notFound);
  });
});

describe("moveSubProcessor", () => {
  it("takes it off the list and puts it back, each a dated fact with its reason", async () => {
    const ended = await stepSubProcessor(ctx, await makeSubProcessor(ctx), "end");
    expect(await lastEntry()).toMatchObject({
      event: "sub-processor.ended",
      reason: "Service repris en interne",
      after: { state: "ended" },
    });
    await stepSubProcessor(ctx, ended, "reopen", "2026-02-01");
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.subProcessorFact.findMany({ where: { subProcessorId: ended.id }, orderBy: { factOn: "asc" } }),
    );
    expect(facts.map(({ event, factOn }) => [event, factOn])).toEqual([
      ["end", "2026-01-20"],
      ["reopen", "2026-02-01"],
    ]);
  });

  it("refuses a step that the table does not know, and an editor", async () => {
    const { id, version } = await makeSubProcessor(ctx);
    const move = subProcessorMoveSchema.parse({
      id,
      version,
      event: "reopen",
      on: "2026-01-20",
      reason: "x",
    });
    expect(await moveSubProcessor(ctx, move)).toEqual(refused("event", "sub-processor.notFromHere"));
    expect(await moveSubProcessor(as(ctx, "editor"), move)).toMatchObject(forbidden);
  });
});
