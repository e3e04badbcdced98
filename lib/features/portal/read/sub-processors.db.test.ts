import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeSubProcessor, makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import { findOwnSubProcessors } from "./sub-processors";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

it("says of each sub-processor what this controller answered, and nothing of what another did", async () => {
  const [mine, theirs] = [await makeController(ctx), await makeController(ctx)];
  const whole = await makeWholeSubProcessor(ctx);
  const bare = await makeSubProcessor(ctx, { name: "Sahel Cloud SARL" });
  const unknown = await makeSubProcessor(ctx, { name: "Kiosque CRM SAS" });
  await insertAuthorisation(ctx, { controllerId: mine.id, subProcessor: whole, state: "refused" });
  await insertAuthorisation(ctx, { controllerId: mine.id, subProcessor: bare, state: "approved" });
  for (const subProcessor of [whole, unknown])
    await insertAuthorisation(ctx, { controllerId: theirs.id, subProcessor, state: "approved" });
  const contact = await makeContact(ctx, { controllerId: mine.id });
  const found = await withOrg(contact.scope, (tx) => findOwnSubProcessors(tx, contact));
  expect(found.map(({ id, group, state }) => [id, group, state])).toEqual([
    [whole.id, "out", "refused"],
    [bare.id, "authorised", "to-sign"],
  ]);
  expect(found[1]!.missing).toContain("contract");
  const other = await makeContact(ctx, { controllerId: theirs.id });
  const [working] = (await withOrg(other.scope, (tx) => findOwnSubProcessors(tx, other))).filter(
    ({ group }) => group === "working",
  );
  expect(working).toMatchObject({ id: whole.id, requests: [{ reference: expect.any(String) }] });
});
