import { expect, it } from "vitest";
import { isRefusalJournalled } from "@/lib/platform/auth/refusal-counts";
import { authClient } from "@/lib/platform/database/clients";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { countAttempt, resetAttempts } from "./rate-limit";
import { admitReceipt, admitStranger } from "./stranger-limit";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const email = "personne.comptee@exemple.fr";
const device = { userAgent: "Firefox", address: "192.0.2.77" };

it("names no address and no network of whoever is counted, and counts them all the same", async () => {
  await admitReceipt(email, ctx.now);
  await admitStranger({ form: "subscribe", org: ctx.scope.org, email, device, now: ctx.now });
  const rows = await authClient().rateLimit.findMany();
  expect(rows.length).toBeGreaterThan(3);
  expect(JSON.stringify(rows)).not.toMatch(/comptee|exemple|192\.0\.2/);
  const limit = { tries: 2, windowMs: 60_000 };
  const counted = [];
  for (let time = 0; time < 3; time += 1) counted.push(await countAttempt(`form:${email}`, limit, ctx.now));
  expect(counted).toEqual([true, true, false]);
  await resetAttempts(`form:${email}`);
  expect(await countAttempt(`form:${email}`, limit, ctx.now)).toBe(true);
});

it("admits no key in clear but that of the refused sign-ins of an hour, which are read again", async () => {
  const taken = { key: `subscribe:address:${email}`, windowStart: ctx.now, count: 1 };
  await expect(authClient().rateLimit.create({ data: taken })).rejects.toThrow(/rate_limit_key/);
  expect(await isRefusalJournalled("198.51.100.7", ctx.now)).toBe(true);
});
