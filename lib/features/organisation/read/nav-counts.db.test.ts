import { describe, expect, it } from "vitest";
import { THREADS_WAITING } from "@/lib/domain/thread/nav-view";
import { EVERYONE } from "@/lib/domain/nouns/roles";
import { countLines } from "@/lib/domain/obligation/duty-page";
import { countPressingDrills, PRESSING } from "@/lib/domain/obligation/list";
import { awaitedAnswers } from "@/lib/domain/authorisation/matrix";
import { findMatrix } from "@/lib/features/authorisation-matrix/read/queries";
import { countBreachViews } from "@/lib/features/breach/read/list";
import { countOpenBreaches } from "@/lib/features/breach/read/open-count";
import { readRecordFigures, statusOf } from "@/lib/features/compliance/read/record-figures";
import { countControllers } from "@/lib/features/controller/read/list";
import { fillExample } from "@/lib/features/example/write/mutations";
import { countPressingOf, readCurrentDuties } from "@/lib/features/obligation/read/current";
import { readDutyGroups } from "@/lib/features/obligation/read/duty-list";
import { visibleNouns } from "@/lib/features/obligation/read/queries";
import { recordQuerySchema } from "@/lib/features/processing-record/list-schema";
import { countViews } from "@/lib/features/processing-record/read/list";
import { countSubProcessors } from "@/lib/features/sub-processor/read/list";
import { findThreadPage, threadQuerySchema } from "@/lib/features/thread/read/list";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { mergeInto } from "@/prisma/factories/merge";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { countNavItems } from "./queries";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
valueOf(await fillExample(ctx));
const [kept, joined] = [await makeController(ctx), await makeController(ctx)];
valueOf(await mergeInto(ctx, [joined.id, kept.id]));

await makeBreachFile(ctx, { controllerIds: [kept.id] });

const query = recordQuerySchema.parse({});
const figures = () => readRecordFigures(ctx.scope, ctx.now);
const views = (capacity: "processor" | "controller") =>
  countViews(readerFor(ctx.scope), query, { today: today(ctx), capacity });

/** Each number of the menu beside the count of the list that its entry opens. */
describe.each(EVERYONE)("the menu of the role %s", (role) => {
  const actor = as(ctx, role);
  const reader = () => readerFor(actor.scope);
  const asked = { nouns: visibleNouns(actor.actor), now: ctx.now, locale: "fr" as const };
  const counts = () => countNavItems(reader(), ctx.now);

  it("counts the entries of each register as its list does", async () => {
    const { records, ownRecords } = await counts();
    expect({ records, ownRecords }).toEqual({
      records: (await views("processor")).all,
      ownRecords: (await views("controller")).all,
    });
    expect(records).toBeGreaterThan(0);
  });

  it("counts clients and sub-processors as their lists do", async () => {
    const { controllers, subProcessors } = await counts();
    expect(controllers).toBe((await withOrg(actor.scope, countControllers)).open);
    expect(subProcessors).toBe((await withOrg(actor.scope, (tx) => countSubProcessors(tx, null))).all);
  });

  it("counts threads as the view that its entry opens does", async () => {
    const { threads } = await counts();
    const opened = threadQuerySchema.parse({ view: THREADS_WAITING });
    const { counts: listed } = await withOrg(actor.scope, (tx) => findThreadPage(tx, opened));
    expect(threads).toBe(listed[opened.view]);
  });

  it("counts the awaited answers as the matrix does", async () => {
    const { awaited } = await counts();
    expect(awaited).toBe(awaitedAnswers(await withOrg(actor.scope, (tx) => findMatrix(tx, ctx.now))).length);
  });

  it("counts open breaches as their list does", async () => {
    const { open } = await countOpenBreaches(reader());
    expect(open).toBe((await withOrg(actor.scope, (tx) => countBreachViews(tx, null))).running);
    expect(open).toBeGreaterThan(0);
  });

  it("counts what presses as the view of Today does, exercises apart", async () => {
    const of = { filter: {}, page: { from: 0, take: 1000 } };
    const groups = await readDutyGroups(actor.scope, asked, of);
    const drills = countPressingDrills(await readCurrentDuties(actor.scope, asked), ctx.now.getTime());
    const lines = countLines(PRESSING.map((horizon) => groups[horizon]));
    expect(await countPressingOf(actor.scope, asked)).toBe(lines - drills);
  });
});

describe("the figures of Today", () => {
  it.each([
    ["processor", false],
    ["controller", true],
  ] as const)("of the register %s are those of the views that they open", async (capacity, isOwn) => {
    const { parties } = await figures();
    const of = statusOf(parties, isOwn);
    const listed = await views(capacity);
    expect({
      whole: of.open + of.ended,
      incomplete: of.incomplete,
      toReview: of.toReview,
      ended: of.ended,
    }).toEqual({
      whole: listed.all,
      incomplete: listed.gaps,
      toReview: listed.review,
      ended: listed.closed,
    });
    expect(of.complete + of.incomplete).toBe(of.open);
  });
});
