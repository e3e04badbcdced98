import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { storedRequestOf, findAgreed, findAuthorisation } from "@/lib/features/authorisation/read/queries";
import { findMatrix } from "@/lib/features/authorisation-matrix/read/queries";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { findContract } from "@/lib/features/contract/read/queries";
import { findAgreed as findScope, scopeOf } from "@/lib/features/instruction/read/agreed";
import { findInstructors } from "@/lib/features/instruction/read/queries";
import { countNavItems } from "@/lib/features/organisation/read/queries";
import { changeRecord } from "@/lib/features/processing-record/write/change";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { findObligations } from "@/lib/features/obligation/read/queries";
import { findContracts } from "@/lib/features/transfer/read/queries";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { readerFor } from "@/lib/platform/read/reader";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest, stepRequest } from "@/prisma/factories/authorisation";
import { nameInstructor, fillSection } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;
let contractId: string;
let requestId: string;

/** General authorisation in a contract until 31 December 2026, and a notice with an earlier effect. */
beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T10:00:00Z"));
  ({ id: controllerId } = await makeController(ctx));
  const agreed = await makeAgreed(ctx, { authorisation: "general", objectionDays: "10" }, controllerId);
  const named = await nameInstructor(ctx, agreed, { name: "Claire Vasseur" });
  ({ id: contractId } = await fillSection(ctx, named, "term", { endsOn: "2026-12-31" }));
  const { id: subProcessorId } = await makeWholeSubProcessor(ctx);
  const sent = await makeRequest(ctx, { controllerId, subProcessorId });
  const received = { on: "2026-11-02", time: "10:00", source: "accusé de réception" };
  ({ id: requestId } = await stepRequest(ctx, sent, "receive", received));
});
afterAll(() => database.drop());

const LAST = new Date("2026-12-31T22:00:00Z");
const NEXT = new Date("2027-01-01T08:00:00Z");
const read = <T>(reading: Parameters<typeof withOrg<T>>[1]) => withOrg(ctx.scope, reading);

async function readStatus(now: Date) {
  const row = await read((tx) => findAuthorisation(tx, requestId));
  const { state, isAuthorised, waits } = authorisationStatusAt(storedRequestOf(row!), now.getTime());
  return { state, isAuthorised, waits };
}

describe("a contract past its end, the day after, though no job has run", () => {
  it("has taken its regime and its periods with it", async () => {
    const agreedOn = async (day: string) => (await read((tx) => findAgreed(tx, day)))(controllerId);
    expect(await agreedOn("2026-12-31")).toEqual({ contractId, regime: "general", days: 10 });
    expect(await agreedOn("2027-01-01")).toEqual({ contractId: null, regime: "specific", days: null });
    expect(await read((tx) => findContracts(tx, "2026-12-31", controllerId))).toHaveProperty("size", 1);
    expect(await read((tx) => findContracts(tx, "2027-01-01", controllerId))).toHaveProperty("size", 0);
  });

  it("lets silence count no more, in the request, the matrix and the figure beside it", async () => {
    expect(await readStatus(LAST)).toMatchObject({ state: "not-objected", isAuthorised: true });
    expect(await readStatus(NEXT)).toEqual({ state: "notified", isAuthorised: false, waits: "confirmation" });
    const row = async (now: Date) => (await read((tx) => findMatrix(tx, now))).rows[0];
    expect(await row(LAST)).toMatchObject({ regime: "general", cells: [{ state: "active" }] });
    expect(await row(NEXT)).toMatchObject({
      regime: "specific",
      contract: "",
      cells: [{ state: "notified" }],
    });
    const awaited = async (now: Date) => (await countNavItems(readerFor(ctx.scope), now)).awaited;
    expect([await awaited(LAST), await awaited(NEXT)]).toEqual([0, 1]);
  });

  it("covers no processing, and gives nobody the power to instruct", async () => {
    const record = { id: requestId, controllerId, content: emptyContent("Assistance") };
    const kinds = async (day: string) => {
      const agreed = await read((tx) => findScope(tx, [controllerId]));
      return scopeOf(record, agreed, day).map(({ kind }) => kind);
    };
    expect(await kinds("2026-12-31")).not.toContain("contract");
    expect(await kinds("2027-01-01")).toEqual(["contract"]);
    expect(await read((tx) => findInstructors(tx, controllerId))).toMatchObject([
      { name: "Claire Vasseur", until: "2026-12-31" },
    ]);
  });

  it("is still among what is to be told of", async () => {
    const asked = { now: NEXT, locale: "fr", nouns: ["contract"] } as const;
    const found = await read((tx) => findObligations(tx, asked));
    expect(found).toMatchObject([{ kind: "contract.expired", subject: { id: contractId } }]);
  });
});

describe("an end that is recorded", () => {
  it("takes the silence back, and with it the entries that relied on it", async () => {
    const later = { ...ctx, now: new Date("2026-11-24T10:00:00Z") };
    const subProcessor = await read((tx) => tx.subProcessor.findFirstOrThrow());
    const record = await makeActiveRecord(later, { controllerId });
    const { id: subProcessorId, name } = subProcessor;
    await read(async (tx) => {
      const before = (await findRecord(tx, record.id))!;
      const subProcessors = [{ name, country: "FR", service: "", subProcessorId }];
      const content = { ...before.content, subProcessorsAnswer: "yes" as const, subProcessors };
      return valueOf(await changeRecord(tx, later, before, before.version, { content }, "saved"));
    });
    const codes = async () =>
      (await read((tx) => tx.processingRecord.findUniqueOrThrow({ where: { id: record.id } }))).gapCodes;
    expect(await codes()).not.toContain("SUB-28-2");
    const { version } = (await read((tx) => findContract(tx, contractId)))!;
    const end = { id: contractId, version, event: "end" as const, on: "2026-11-23", reason: "Résilié" };
    valueOf(await moveContract(later, end));
    expect(await readStatus(later.now)).toMatchObject({ isAuthorised: false, waits: "confirmation" });
    expect(await codes()).toContain("SUB-28-2");
  });
});
