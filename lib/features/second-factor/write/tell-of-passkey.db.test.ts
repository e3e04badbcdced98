import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeDevice } from "@/prisma/factories/device";
import { makeController, valueOf } from "@/prisma/factories/register";
import { ctx, prepareDatabase, selfOf } from "@/lib/features/second-factor/second-factor.fixture";
import { registrationOptions } from "./passkey-ceremony";
import { addPasskey } from "./passkeys";

prepareDatabase();

const device = makeDevice();

const letters = () =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({
      where: { template: "contact-passkey-told" },
      orderBy: { toAddress: "asc" },
      select: { toAddress: true, params: true, sealed: true, locale: true },
    }),
  );

async function register(contact: MadeContact) {
  const self = await selfOf(contact);
  const { challenge } = await registrationOptions(self.person, self.now);
  return addPasskey(self, { name: "Téléphone", response: device.register("Y2xlLTE", challenge) });
}

it("tells the others of a contact's client at once, with the fingerprint and no link", async () => {
  const { id: controllerId } = await makeController(ctx, { legalName: "Voltiris" });
  const contact = await makeContact(ctx, { controllerId, email: "claire@voltiris.example" });
  await makeContact(ctx, { controllerId, email: "dpo@voltiris.example", role: "reader" });
  await makeContact(ctx, { email: "directeur@brenval.example" });
  valueOf(await register(contact));
  const told = await letters();
  expect(told.map(({ toAddress }) => toAddress)).toContain("dpo@voltiris.example");
  expect(told.map(({ toAddress }) => toAddress)).not.toContain("claire@voltiris.example");
  expect(told.map(({ toAddress }) => toAddress)).not.toContain("directeur@brenval.example");
  const fingerprint = createHash("sha256").update(device.spki).digest("hex");
  for (const { params, sealed } of told) {
    expect(params).toMatchObject({ fingerprint, controller: "Voltiris", address: "claire@voltiris.example" });
    expect(params).not.toHaveProperty("link");
    expect(sealed).toBeNull();
  }
  // Refuses the same passkey, so that nobody is told twice.
  expect((await register(contact)).ok).toBe(false);
  expect(await letters()).toHaveLength(told.length);
});
