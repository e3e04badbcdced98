import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applicationUrl, assumeEnvironment } from "@/lib/platform/environment/env";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import type { Installation } from "./installation";

/** Gives this process the environment of a running installation, and makes an organisation in it. */
export async function makeOrganisationIn(installation: Installation): Promise<MadeOrganisation> {
  const secret = readFileSync(join(installation.dataDir, "secret"), "utf8").trim();
  assumeEnvironment({
    AMANA_URL: installation.baseUrl,
    AMANA_SECRET: secret,
    DATABASE_APP_URL: applicationUrl(installation.ownerUrl, secret, "app"),
    DATABASE_AUTH_URL: applicationUrl(installation.ownerUrl, secret, "auth"),
    DATABASE_PORTAL_URL: applicationUrl(installation.ownerUrl, secret, "portal"),
    DATABASE_AUDITOR_URL: applicationUrl(installation.ownerUrl, secret, "auditor"),
    DATABASE_PUBLIC_URL: applicationUrl(installation.ownerUrl, secret, "public"),
  });
  return makeOrganisation(installation.ownerUrl);
}
