import { afterAll, expect, it } from "vitest";
import { openSession } from "@/lib/platform/request/session-store";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { isWithinSum } from "./sum-of-all";

const database = await freshDatabase();
afterAll(() => database.drop());
const own = await makeOrganisation(database.ownerUrl);
const LIMIT = { tries: 3, windowMs: 60_000 };

it.each(["link", "reset"] as const)(
  "counts each %s over all networks, and beyond the sum lets in where the account was used alone",
  async (form) => {
    await openSession(own.actor.personId, { userAgent: "", address: "2001:db8:7::1" }, own.now);
    const ask = (address: string) => isWithinSum(form, { email: own.email, address }, LIMIT, own.now);
    for (const network of [1, 2, 3]) expect(await ask(`2001:db8:${network}::1`)).toBe(true);
    expect(await ask("2001:db8:4::1")).toBe(false);
    expect(await ask("2001:db8:7::9")).toBe(true);
  },
);
