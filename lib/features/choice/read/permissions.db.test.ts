import { describe, expect, it } from "vitest";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import { findPerson } from "@/lib/features/choice/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { findPermissions } from "./permissions";
import { findChoicesOf } from "./queries";

const database = await openDatabase();
/** A Friday at 10:30 in Paris. */
const NOW = new Date("2026-11-27T09:30:00Z");
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };

async function lookUp(contact: string, now = NOW.getTime()) {
  const { person, territory } = valueOf(await findPerson(ctx, { contact, country: "FR" }));
  return withOrg(ctx.scope, async (tx) => {
    const rows = await findChoicesOf(tx, person);
    const asked = { org: ctx.scope.org, person, rows, now, territory: territory as Territory | "none" };
    return findPermissions(tx, asked);
  });
}

const reasonsOf = ({ reasons }: Awaited<ReturnType<typeof lookUp>>["permissions"][number]) =>
  reasons.map((one) =>
    one.kind === "rule"
      ? `${one.verdict} ${one.finding.rule} ${one.finding.reason}`
      : one.kind === "choice"
        ? `${one.verdict} ${one.reason}`
        : `${one.verdict} ${one.objection.reference}`,
  );

const agreed = { outcome: "allowed", on: "2026-10-01", source: "form", validUntil: "2027-09-30" };

describe("what may be done towards a person", () => {
  it("is a call within the hours, and none outside them, at the weekend or on Réunion's evening", async () => {
    const { id: controllerId } = await makeController(ctx);
    for (const number of ["0612345601", "+262692123401"])
      await makeChoice(ctx, { controllerId, number, ...agreed });
    const verdictAt = async (number: string, at: string) =>
      (await lookUp(number, Date.parse(at))).permissions.map(({ verdict }) => verdict);
    expect(await verdictAt("0612345601", "2026-11-27T09:30:00Z")).toEqual(["allowed"]);
    expect(await verdictAt("0612345601", "2026-11-27T12:30:00Z")).toEqual(["refused"]);
    expect(await verdictAt("0612345601", "2026-11-28T09:30:00Z")).toEqual(["refused"]);
    expect(await verdictAt("0612345601", "2026-11-27T18:30:00Z")).toEqual(["allowed"]);
    expect(await verdictAt("+262692123401", "2026-11-27T18:30:00Z")).toEqual(["refused"]);
  });

  it("is no fifth call in thirty days by our logs, until the last call that they tell of", async () => {
    const { id: controllerId } = await makeController(ctx);
    await makeChoice(ctx, { controllerId, number: "0612345611", ...agreed });
    const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
    const call = (number: string, day: number) => `${number};2026-11-${10 + day} 10:30:00;NA;0123456789;`;
    await receiveLines(ctx, campaign, [
      ...[0, 1, 2, 3].map((day) => call("0612345611", day)),
      ...[0, 1, 2, 3].map((day) => call("0612345612", day)),
      call("0612345613", 6),
    ]);
    const { permissions } = await lookUp("0612345611");
    expect(permissions).toMatchObject([
      { verdict: "refused", attempts: { count: 4, loggedUntil: Date.parse("2026-11-16T09:30:00Z") } },
    ]);
    expect(permissions.map(reasonsOf)).toEqual([
      ["refused T6 attempts-exceeded", "allowed agreed", "allowed T5b hours-within"],
    ]);
    expect((await lookUp("0612345612")).permissions.map(reasonsOf)).toEqual([
      ["refused T6 attempts-exceeded", "doubtful none", "allowed T5b hours-within"],
    ]);
    expect((await lookUp("0612345613")).permissions).toMatchObject([
      { verdict: "doubtful", attempts: { count: 1 } },
    ]);
    await makeChoice(ctx, { controllerId, number: "0612345614", ...agreed });
    expect((await lookUp("0612345614")).permissions).toMatchObject([
      { verdict: "allowed", attempts: { count: 0 } },
    ]);
  });

  it("is nothing for any client while an objection waits for its own, until it is placed or set aside", async () => {
    const [one, other] = [(await makeController(ctx)).id, (await makeController(ctx)).id];
    for (const controllerId of [one, other])
      await makeChoice(ctx, { controllerId, number: "0612345621", ...agreed });
    const request = await makeRightsRequest(ctx, { contact: "06 12 34 56 21", channel: "public-form" });
    const held = await lookUp("0612345621");
    expect(held.pending).toMatchObject([{ reference: request.reference }]);
    expect(held.permissions.map(({ verdict }) => verdict)).toEqual(["refused", "refused"]);
    expect(reasonsOf(held.permissions[0]!)[0]).toBe(`refused ${request.reference}`);
    await stepRightsRequest(ctx, request, "placed", { controllerId: one });
    const placed = await lookUp("0612345621");
    const verdicts = placed.permissions.map(({ controller, verdict }) => [controller.id, verdict]);
    expect(new Map(verdicts as [string, string][])).toEqual(
      new Map([
        [one, "allowed"],
        [other, "allowed"],
      ]),
    );
  });

  it("is read of one's own organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    await makeRightsRequest(foreign, { contact: "06 12 34 56 31" });
    expect(await lookUp("0612345631")).toEqual({ pending: [], permissions: [] });
  });
});
