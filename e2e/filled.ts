import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { test as base } from "./fixtures";
import { screensOf } from "./screens";

/** An organisation with one of everything and the addresses of its screens: tests only read them. */
type Filled = { organisation: MadeOrganisation; screens: string[] };

export const test = base.extend<object, { filled: Filled }>({
  filled: [
    async ({ database }, give) => {
      const organisation = await makeOrganisation(database.ownerUrl);
      await give({ organisation, screens: await screensOf(organisation) });
    },
    // Its own limit: filling takes minutes on a busy machine, and no test has begun.
    { scope: "worker", timeout: 300_000 },
  ],
});
