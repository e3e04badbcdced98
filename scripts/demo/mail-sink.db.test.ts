import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { deliverLetter } from "@/lib/features/outbox/write/delivery";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { openDatabase } from "@/scripts/test/open-database";
import { temporaryFolder } from "@/scripts/test/temporary-folder";
import { openMailSink } from "./mail-sink";

const database = await openDatabase();

it("takes the example's letters into a folder, whatever relay the machine's settings name", async () => {
  assumeEnvironment({
    AMANA_DATA_DIR: temporaryFolder("sink"),
    SMTP_URL: "smtps://relay.example:465",
    MAIL_FROM: "a@relay.example",
  });
  const folder = await openMailSink();
  const ctx = await makeOrganisation(database.ownerUrl);
  const { id } = await makeLetter(ctx);
  expect(await deliverLetter(jobContext("mail-delivery", ctx.scope.org, ctx.now), id)).toMatchObject({
    value: "accepted",
  });
  const [name, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  const letter = readFileSync(join(folder, name!), "utf8");
  expect(letter).toMatch(/^X-Amana-Example: this letter left no machine\r\n/);
  expect(letter).toContain("From: ");
});
