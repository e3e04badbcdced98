import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { portalPlace } from "./portal-access";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

it("links a page of the portal for whoever may enter that of this client, and for nobody else", async () => {
  const { id: controllerId } = await makeController(ctx);
  const { id: other } = await makeController(ctx);
  const contact = await makeContact(ctx, { controllerId, role: "reader" });
  const placeFor = (address: string, of = controllerId) =>
    withOrg(ctx.scope, (tx) => portalPlace(tx, { controllerId: of, address, path: "notices/1" }));
  const { email } = await withOrg(ctx.scope, (tx) =>
    tx.controllerContact.findFirstOrThrow({ where: { controllerId }, select: { email: true } }),
  );
  expect(contact).toBeDefined();
  expect(await placeFor(email.toUpperCase())).toMatchObject({ params: { portal: "yes" } });
  expect((await placeFor(email)).link).toMatch(/\/portal\/notices\/1$/);
  expect(await placeFor(email, other)).toEqual({ params: { portal: "no" } });
  expect(await placeFor("dpo@orvelle.example")).toEqual({ params: { portal: "no" } });
  await withOrg(ctx.scope, (tx) =>
    tx.controllerContact.updateMany({
      where: { controllerId },
      data: { endedAt: ctx.now, endReason: "Départ" },
    }),
  );
  expect(await placeFor(email)).toEqual({ params: { portal: "no" } });
});
