import { afterAll, expect, it } from "vitest";
import { recordAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, proveAddress } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findOpenings } from "./openings";

const database = await freshDatabase();
afterAll(() => database.drop());
const ctx = await makeOrganisation(database.ownerUrl);

it("counts an opening of a request only once the address of its contact is proven", async () => {
  const { id: controllerId } = await makeController(ctx);
  const { id } = await makeRightsRequest(ctx, { controllerId });
  const contact = await makeContact(ctx, { controllerId, isProven: false });
  await withOrg(contact.scope, (tx) =>
    recordAccess(tx, contact, { noun: "rights-request", id, label: "D-001" }),
  );
  const openings = () => withOrg(ctx.scope, (tx) => findOpenings(tx, [{ id, orgId: ctx.scope.org }]));
  expect(await openings()).toEqual(new Map());
  await proveAddress(ctx, { contactId: contact.actor.contactId, controllerId, email: contact.email });
  expect(await openings()).toEqual(new Map([[id, contact.now.getTime()]]));
});
