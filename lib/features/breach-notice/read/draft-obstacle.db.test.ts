import { expect, it } from "vitest";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { findBreach } from "@/lib/features/breach/read/queries";
import { breachMoveSchema } from "@/lib/features/breach/schema";
import { moveBreach } from "@/lib/features/breach/write/move";
import { ctx, orvelle, prepareDatabase } from "@/lib/features/breach/write/mutations.fixture";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { valueOf } from "@/prisma/factories/register";
import { findTelling } from "./telling";

prepareDatabase();

it("says of a draft that no act ended before the closing that it is abandoned, and lets the final notice take its place", async () => {
  const { breachId, parts } = await makeBreachFile(ctx, { controllerIds: [orvelle] });
  const partId = parts[0]!.partId;
  const first = valueOf(await draftNotice(ctx, { partId })).id;
  const noticesOf = async () => {
    const own = await findOwnPeople(ctx.scope.org);
    const found = await withOrg(ctx.scope, (tx) => findTelling(tx, { partId, own, now: ctx.now }));
    return found!.notices.map(({ id, status, obstacle }) => ({ id, status, obstacle }));
  };
  expect(await noticesOf()).toEqual([{ id: first, status: "draft", obstacle: null }]);
  const { version } = (await withOrg(ctx.scope, (tx) => findBreach(tx, breachId)))!;
  const untold = [{ controllerId: orvelle, reason: "Prévenu par son groupe" }];
  const typed = { id: breachId, version, event: "closed", reason: "Suivi par le client", untold };
  valueOf(await moveBreach(ctx, breachMoveSchema.parse(typed)));
  expect(await noticesOf()).toEqual([{ id: first, status: "abandoned", obstacle: "closed" }]);
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
  const final = valueOf(await draftNotice(later, { partId })).id;
  expect(final).not.toBe(first);
  expect(await noticesOf()).toEqual([{ id: final, status: "draft", obstacle: null }]);
});
