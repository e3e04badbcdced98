import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applicationUrl, assumeEnvironment } from "@/lib/platform/environment/env";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import type { House } from "./house";

/** Gives this process the environment of a running house, and makes an organisation in it. */
export async function enterHouse(house: House): Promise<MadeOrganisation> {
  const secret = readFileSync(join(house.dataDir, "secret"), "utf8").trim();
  assumeEnvironment({
    AMANA_URL: house.baseUrl,
    AMANA_SECRET: secret,
    DATABASE_APP_URL: applicationUrl(house.ownerUrl, secret, "app"),
    DATABASE_AUTH_URL: applicationUrl(house.ownerUrl, secret, "auth"),
    DATABASE_PORTAL_URL: applicationUrl(house.ownerUrl, secret, "portal"),
    DATABASE_AUDITOR_URL: applicationUrl(house.ownerUrl, secret, "auditor"),
    DATABASE_PUBLIC_URL: applicationUrl(house.ownerUrl, secret, "public"),
  });
  return makeOrganisation(house.ownerUrl);
}
