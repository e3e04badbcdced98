import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findOwnArticles, findOwnArticlesOf } from "./own-articles";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

async function articlesOf(stated: Record<string, unknown>, articles: readonly string[]) {
  const { id: controllerId } = await makeController(ctx, stated);
  const contact = await makeContact(ctx, { controllerId });
  return withOrg(contact.scope, (tx) => findOwnArticles(tx, { ...contact, now: ctx.now }, articles));
}

describe("articles that a portal cites to its client", () => {
  it("are those of the GDPR for a client in the Union", async () => {
    expect(await articlesOf({}, ["28(3)(h)"])).toEqual([{ source: "gdpr", article: "28(3)(h)" }]);
  });

  it("are those of the UK GDPR for a British client that targets nobody in the Union", async () => {
    const british = { country: "GB", address: "3 Narrow Quay, Bristol", targeting: "no" };
    expect(await articlesOf(british, ["28(2)"])).toEqual([{ source: "uk-gdpr", article: "28(2)" }]);
  });

  it("are those of law 09-08 alone for a Moroccan client, and none where it is silent", async () => {
    const moroccan = { country: "MA", address: "17 avenue Mohammed V, Rabat", targeting: "no" };
    expect(await articlesOf(moroccan, ["28(3)(a)", "28(3)(h)", "33(2)"])).toEqual([
      { source: "law0908", article: "23(3)" },
    ]);
  });

  it("name the GDPR as open while nobody said whether a client abroad targets the Union", async () => {
    const moroccan = { country: "MA", address: "17 avenue Mohammed V, Rabat" };
    expect(await articlesOf(moroccan, ["33(2)"])).toEqual([{ source: "presumed", article: "33(2)" }]);
  });

  it("are told of each section of an entry apart, and of none to a Moroccan client", async () => {
    const of = async (stated: Record<string, unknown>) => {
      const { id: controllerId } = await makeController(ctx, stated);
      const contact = await makeContact(ctx, { controllerId });
      const found = await withOrg(contact.scope, (tx) =>
        findOwnArticlesOf(tx, { ...contact, now: ctx.now }, ["30(2)(a)", "30(2)(c)"]),
      );
      return [...found].map(([article, own]) => [article, own.map((one) => `${one.source} ${one.article}`)]);
    };
    expect(await of({ country: "GB", address: "3 Narrow Quay, Bristol", targeting: "no" })).toEqual([
      ["30(2)(a)", ["uk-gdpr 30(2)(a)"]],
      ["30(2)(c)", ["uk-gdpr 30(2)(c)"]],
    ]);
    expect(await of({ country: "MA", address: "17 avenue Mohammed V, Rabat", targeting: "no" })).toEqual([
      ["30(2)(a)", []],
      ["30(2)(c)", []],
    ]);
  });
});
