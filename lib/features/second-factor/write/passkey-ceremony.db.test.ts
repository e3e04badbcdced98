import { SettingsService } from "@simplewebauthn/server";
import { expect, it, vi } from "vitest";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { registrationOptions } from "./passkey-ceremony";

const database = await openDatabase();

it("offers EdDSA, ES256 and RS256 alone, also where the runtime has algorithms that others cannot verify", async () => {
  const { actor, now, email } = await makeOrganisation(database.ownerUrl);
  const supports = vi.spyOn(SettingsService, "runtimeSupportsPQC").mockReturnValue(true);
  const { pubKeyCredParams } = await registrationOptions(
    { id: actor.personId, name: actor.name, email },
    now,
  );
  supports.mockRestore();
  expect(pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
});
