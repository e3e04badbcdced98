import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRunning } from "@/lib/features/breach/read/running";
import {
  breachBeginSchema,
  breachMoveSchema,
  controllerPlaceSchema,
  factAddSchema,
} from "@/lib/features/breach/schema";
import { moveBreach } from "@/lib/features/breach/write/move";
import { addFact, beginBreach, placeController } from "@/lib/features/breach/write/mutations";
import { insertNoticeFact } from "@/lib/features/breach-notice/write/rows";
import { remindOfHours } from "@/lib/features/reminder/write/mutations";
import { countPressing } from "@/lib/domain/obligation/list";
import type { Obligation } from "@/lib/domain/obligation/types";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { fillSubProcessorSection, makeSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findObligations } from "./queries";

const HOUR = 3_600_000;
const NOW = new Date("2026-11-24T10:40:00Z");
/** 09:40 in Casablanca, which is UTC. */
const P0 = Date.parse("2026-11-24T09:40:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const find = (now = NOW) =>
  withOrg(ctx.scope, (tx) => findObligations(tx, { now, locale: "fr", nouns: ["breach"] }));
const running = (now = NOW) => withOrg(ctx.scope, (tx) => findRunning(tx, now.getTime()));
const said = (found: readonly Obligation[]) =>
  found.map(({ kind, controller, doneAt }) =>
    [kind.slice("breach.".length), controller?.name, doneAt === null ? "open" : "done"]
      .filter(Boolean)
      .join(" "),
  );
const begin = async (isDrill = false) => {
  const what = "Copie d’une sauvegarde";
  const stated = {
    what,
    awareness: "aware",
    on: "2026-11-24",
    time: "09:40",
    ...(isDrill && { isDrill: "on" }),
  };
  return valueOf(await beginBreach(ctx, breachBeginSchema.parse(stated)));
};
const place = async (
  row: { id: string; version: number },
  controllerId: string,
  as = "controller-confirmed",
) => {
  const input = { id: row.id, version: row.version, controllerId, place: as, reason: "Base de test" };
  return valueOf(await placeController(ctx, controllerPlaceSchema.parse(input)));
};
const call = (breachId: string, controllerId: string, at: Date) =>
  withOrg(ctx.scope, (tx) =>
    insertNoticeFact(tx, ctx, { breachId, controllerId, noticeId: null, kind: "call-made", at }),
  );

/** An organisation with two clients, one of which agreed 24 hours. */
async function makeClients() {
  ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  const agreed = (await makeController(ctx, { legalName: "Orvelle SAS" })).id;
  const contract = await makeContractInForce(ctx, { controllerId: agreed });
  await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
  return { agreed, other: (await makeController(ctx, { legalName: "Lumen" })).id };
}

describe("the line of every page", () => {
  it("counts the controllers that a suspicion proposes, of whom nobody decided yet", async () => {
    await makeClients();
    const typed = {
      what: "Copie des fichiers de Orvelle SAS",
      touched: "Orvelle SAS",
      awareness: "suspected",
    };
    const suspicion = { ...typed, on: "2026-11-24", time: "09:40" };
    valueOf(await beginBreach(ctx, breachBeginSchema.parse(suspicion)));
    expect(await running()).toMatchObject([{ awareAt: null, notInformed: 0, proposed: 1 }]);
  });
});

describe("a breach in the list of dates", () => {
  it("runs a clock for each controller, in the list and in the line of every page alike", async () => {
    const { agreed, other } = await makeClients();
    const row = await place(await place(await begin(), agreed), other);
    const found = await find();
    expect(said(found)).toEqual([
      "record open",
      "place Orvelle SAS done",
      "tell-in-hours Orvelle SAS open",
      "place Lumen done",
      "tell Lumen open",
    ]);
    const due = Object.fromEntries(found.map((one) => [one.kind, one.due]));
    expect(due["breach.tell-in-hours"]).toMatchObject({ type: "instant", at: P0 + 24 * HOUR });
    expect(due["breach.tell"]).toMatchObject({ type: "since", at: P0 });
    expect(await running()).toMatchObject([
      { id: row.id, notInformed: 2, deadline: P0 + 24 * HOUR, awareAt: P0 },
    ]);

    await call(row.id, agreed, NOW);
    expect(await running()).toMatchObject([{ notInformed: 1, deadline: null }]);
    expect(said(await find())).toEqual(
      expect.arrayContaining([
        "tell-in-hours Orvelle SAS done",
        "notice Orvelle SAS open",
        "tell Lumen open",
      ]),
    );
    await call(row.id, other, NOW);
    expect(await running()).toEqual([]);
  });

  it("withdraws what is owed to a controller that was set aside, and lets an old end go", async () => {
    const { agreed } = await makeClients();
    const row = await place(await place(await begin(), agreed), agreed, "controller-set-aside");
    const tell = (await find()).find(({ kind }) => kind === "breach.tell-in-hours");
    expect(tell).toMatchObject({ ending: "set-aside", doneAt: NOW.getTime() });
    const close = { id: row.id, version: row.version, event: "closed", reason: "Aucune donnée réelle" };
    valueOf(await moveBreach(ctx, breachMoveSchema.parse({ ...close, on: "2026-11-24", time: "10:40" })));
    expect((await find()).filter(({ doneAt }) => doneAt === null)).toEqual([]);
    expect(await find(new Date("2027-06-01T10:00:00Z"))).toEqual([]);
  });

  it("counts no exercise, and marks it", async () => {
    const { agreed } = await makeClients();
    await place(await begin(true), agreed);
    const found = await find();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ isDrill }) => isDrill)).toBe(true);
    expect(countPressing(found, NOW.getTime())).toBe(0);
    expect(await running()).toMatchObject([{ isDrill: true, notInformed: 1 }]);
  });

  it("asks the database as often for three breaches as for one", async () => {
    const { agreed } = await makeClients();
    await place(await begin(), agreed);
    const one = await countStatements();
    await place(await begin(), agreed);
    await place(await begin(), agreed);
    expect(await countStatements()).toBe(one);
  });
});

/** Statements that a look-up of what runs sends. */
async function countStatements(): Promise<number> {
  return withOrg(ctx.scope, async (tx) => {
    let count = 0;
    const counted = new Proxy(tx, {
      get: (target, name) => {
        const model = Reflect.get(target, name) as object;
        if (name === "$queryRaw")
          return (...args: unknown[]) => ((count += 1), Reflect.apply(target.$queryRaw, target, args));
        return new Proxy(model, {
          get: (of, verb) => {
            const found = Reflect.get(of, verb) as (...args: unknown[]) => unknown;
            return typeof found === "function"
              ? (...args: unknown[]) => ((count += 1), found.apply(of, args))
              : found;
          },
        });
      },
    });
    await findRunning(counted, NOW.getTime());
    return count;
  });
}

describe("alarms in hours", () => {
  const remind = async (at: number) =>
    valueOf(await remindOfHours(jobContext("contract-reminder", ctx.scope.org, new Date(at))));
  const letters = () =>
    withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "obligation-due" }, orderBy: { id: "asc" } }),
    );

  it("tell the nearest alone, once, and again at the next hour of the list", async () => {
    const { agreed } = await makeClients();
    expect(await remind(P0)).toBe(0);
    await place(await begin(), agreed);
    expect(await remind(P0 + HOUR)).toBe(1);
    expect(await remind(P0 + HOUR + 60_000)).toBe(0);
    // Eleven hours of standing still leave one letter, that of twelve hours before the end.
    expect(await remind(P0 + 12 * HOUR)).toBe(1);
    const [first] = await letters();
    expect(first).toMatchObject({ toAddress: ctx.email });
    const { params } = first!;
    expect(params).toMatchObject({ what: "Informer le responsable dans les heures convenues" });
    expect((params as { when: string }).when).toContain("09:40");
    expect((params as { when: string }).when).toContain("10:40");
  });

  it("do not wait for a digest, and stop once the controller is told", async () => {
    const { agreed } = await makeClients();
    const row = await place(await begin(), agreed);
    await call(row.id, agreed, new Date(P0 + HOUR));
    await remind(P0 + 2 * HOUR);
    const told = (await letters()).map(({ params }) => (params as { what: string }).what);
    expect(told).not.toContain("Informer le responsable dans les heures convenues");
  });
});

it("judges a sub-processor by the contract in force that day, whatever was agreed since", async () => {
  await makeClients();
  const earlier = { ...ctx, now: new Date("2026-11-01T10:00:00Z") };
  const made = await makeSubProcessor(earlier, { name: "Atlas" });
  const signed = { reference: "ST-1", signedOn: "2026-01-10" };
  const bound = await fillSubProcessorSection(earlier, made, "contract", signed);
  const agreed = await fillSubProcessorSection(earlier, bound, "terms", { breachNoticeHours: "24" });
  await fillSubProcessorSection(ctx, agreed, "terms", { breachNoticeHours: "72" });
  const row = await begin();
  const told = {
    subProcessorId: made.id,
    on: "2026-11-23",
    time: "03:40",
    untilOn: "2026-11-24",
    until: "09:40",
    told: "breach",
  };
  const stated = { id: row.id, version: row.version, kind: "told-by-sub-processor", ...told };
  valueOf(await addFact(ctx, factAddSchema.parse(stated)));
  expect(said(await find())).toContain("upstream open");
});
