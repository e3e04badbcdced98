import { describe, expect, it } from "vitest";
import { makeAuthorisation, makeChoice } from "@/prisma/factories/choice";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { findAuthorisations } from "@/lib/features/choice/read/authorisations";
import { authorisationSchema } from "@/lib/features/choice/schema";
import { openDatabase } from "@/scripts/test/open-database";
import { recordAuthorisation } from "./authorise";

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date("2026-11-28T09:00:00Z") };
const { id: controllerId } = await makeController(ctx);

const input = (choiceId: string, stated: object = {}) =>
  authorisationSchema.parse({
    ...{ choiceId, parent: "Un père", power: "parent", country: "FR", born: "2013-05-10", risk: "low" },
    ...{ means: "declaration-email", authorisedOn: "2026-10-01", proof: "COURRIEL-3" },
    ...stated,
  });
const found = (own: MadeOrganisation, id: string, day: string) =>
  withOrg(own.scope, (tx) => findAuthorisations(tx, [id], day));

describe("an authorisation", () => {
  it("is held with the child's choice, until the child decides alone", async () => {
    const { id } = await makeAuthorisation(ctx, { controllerId, parent: "Une mère" });
    const status = { kind: "holds", isJoint: true, aloneFrom: "2028-05-10" };
    expect(await found(ctx, id, "2026-11-28")).toMatchObject([
      { parent: "Une mère", power: "parent", means: "declaration-email", proof: "COURRIEL-2026-17", status },
    ]);
    expect(await found(ctx, id, "2028-05-10")).toMatchObject([{ status: { kind: "lapsed" } }]);
  });

  it("is journalled without the name and the birthdate, and may be followed by another", async () => {
    const { id } = await makeAuthorisation(ctx, { controllerId });
    await recordAuthorisation(ctx, input(id, { power: "guardian" }));
    const rows = await found(ctx, id, "2026-11-28");
    expect(rows.map(({ power }) => power).sort()).toEqual(["guardian", "parent"]);
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(entry).toMatchObject({ event: "choice.authorised", text: expect.stringContaining("guardian") });
    expect(entry?.text).not.toMatch(/Un père|2013-05-10/);
  });

  it.each<[object, string, string]>([
    [{ born: "2011-10-01" }, "born", "choice.authorisation.notNeeded"],
    [{ country: "MA" }, "country", "choice.authorisation.outside"],
    [{ risk: "high" }, "means", "choice.authorisation.means"],
    [{ authorisedOn: "2026-11-29" }, "authorisedOn", "dateAhead"],
    [{ born: "2027-01-01" }, "born", "dateAhead"],
  ])("is refused: %o", async (stated, path, key) => {
    const { id } = await makeAuthorisation(ctx, { controllerId });
    expect(await recordAuthorisation(ctx, input(id, stated))).toMatchObject({
      refusal: { issues: [{ path, key }] },
    });
  });

  it("is of writers, of an agreement, of its own organisation, and never changed", async () => {
    const { id } = await makeAuthorisation(ctx, { controllerId });
    expect(await recordAuthorisation(as(ctx, "viewer"), input(id))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = { ...(await makeOrganisation(database.ownerUrl)), now: ctx.now };
    expect(await recordAuthorisation(foreign, input(id))).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await found(foreign, id, "2026-11-28")).toEqual([]);
    const { person } = await makeChoice(ctx, { controllerId, number: "06 77 66 55 44" });
    const refusal = await withOrg(ctx.scope, (tx) =>
      tx.choice.findFirstOrThrow({ where: { personKey: Buffer.from(person, "hex") } }),
    );
    expect(await recordAuthorisation(ctx, input(refusal.id))).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const change = withOrg(ctx.scope, (tx) => tx.parentalAuthorisation.updateMany({ data: { proof: "x" } }));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
