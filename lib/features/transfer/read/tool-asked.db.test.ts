import { expect, it } from "vitest";
import { findNightReach } from "@/lib/features/night-contact/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findToolAsked } from "./tool-asked";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-25T10:00:00Z"));

it("reads the laws of one client: Moroccan, then with a branch in France", async () => {
  const moroccan = { country: "MA", address: "Casablanca", targeting: "no" };
  const alone = await makeController(ctx, moroccan);
  const branch = await makeController(ctx, { ...moroccan, establishments: ["FR"] });
  await withOrg(ctx.scope, async (tx) => {
    expect(await findToolAsked(tx, alone.id, "2026-11-25")).toBe("law-09-08");
    expect(await findToolAsked(tx, branch.id, "2026-11-25")).toBe("tool");
    expect(await findToolAsked(tx, ctx.scope.org, "2026-11-25")).toBeNull();
    expect(await findNightReach(tx, branch.id)).toEqual({
      isReachable: false,
      country: "MA",
      address: "Casablanca",
      establishments: ["FR"],
      targeting: "no",
      targetCountries: [],
      clientRole: "controller",
    });
  });
});
