import { describe, expect, it } from "vitest";
import { contractOn } from "@/lib/domain/contract/in-force";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { reassessDay } from "@/lib/features/reassessment/write/mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract, makeContractInForce, readings, fillSection } from "@/prisma/factories/contract";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { saveAmendment, withdrawAmendment } from "./amendments";
import { saveInstructor } from "./instructors";
import { saveContractSection } from "./mutations";
import {
  amendmentSaveSchema,
  contractSectionSchema,
  instructorSaveSchema,
} from "@/lib/features/contract/schema";
import { database, ctx, stored, versions, lastEntry, refused, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

describe("saveAmendment", () => {
  const amendment = (contract: { id: string; version: number }, stated: object) =>
    saveAmendment(
      ctx,
      amendmentSaveSchema.parse({
        id: contract.id,
        version: contract.version,
        title: "Avenant 1",
        ...stated,
      }),
    );

  it("says what it changes from its day on, and leaves the past as it was", async () => {
    const contract = await makeContractInForce(ctx);
    const stated = await fillSection(ctx, contract, "terms", { breachNoticeHours: "48" });
    const dates = { signedOn: "2026-06-01", effectiveOn: "2026-07-01" };
    const amended = valueOf(await amendment(stated, dates));
    const { id } = amended.content.amendments[0]!;
    await fillSection(ctx, amended, "terms", { amendment: id, breachNoticeHours: "24" });
    expect(await stored(contract.id)).toMatchObject({
      content: {
        deed: { terms: { breachNoticeHours: 48 } },
        amendments: [{ ...dates, says: { terms: { breachNoticeHours: 24 } } }],
      },
    });
    expect(await lastEntry()).toMatchObject({ event: "contract.amended" });
  });

  it("entered by mistake changes nothing any more, stays with its reason, and is not written to", async () => {
    const contract = await makeContractInForce(ctx);
    const dates = { signedOn: "2026-06-01", effectiveOn: "2026-07-01" };
    const amended = valueOf(await amendment(contract, dates));
    const { id } = amended.content.amendments[0]!;
    const stated = await fillSection(ctx, amended, "terms", { amendment: id, breachNoticeHours: "24" });
    const wrong = {
      id: stated.id,
      version: stated.version,
      amendment: id,
      reason: "Celui d’un autre client",
    };
    expect(await withdrawAmendment(as(ctx, "viewer"), wrong)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const withdrawn = valueOf(await withdrawAmendment(ctx, wrong));
    expect(contractOn(withdrawn, "2026-11-24").contractTerms.terms.breachNoticeHours).toBeNull();
    expect(withdrawn.content.amendments).toMatchObject([{ id, withdrawn: { reason: wrong.reason } }]);
    expect(await lastEntry()).toMatchObject({ event: "contract.amendment-withdrawn", reason: wrong.reason });
    const gone = { refusal: { kind: "not-found" } };
    expect(await withdrawAmendment(ctx, { ...wrong, version: withdrawn.version })).toMatchObject(gone);
    expect(await amendment(withdrawn, { ...dates, amendment: id })).toMatchObject(gone);
    expect(
      await saveContractSection(
        ctx,
        contractSectionSchema.parse({
          ...wrong,
          version: withdrawn.version,
          section: "terms",
          breachNoticeHours: "1",
        }),
      ),
    ).toMatchObject(gone);
  });

  it("comes after the signature of what it amends", async () => {
    const draft = await makeContract(ctx);
    const early = refused("signedOn", "contract.amendmentBeforeSignature");
    expect(await amendment(draft, { signedOn: "2026-06-01" })).toEqual(early);
    const contract = await makeContractInForce(ctx, {}, "2026-03-01");
    expect(await amendment(contract, { signedOn: "2026-02-01" })).toEqual(early);
    const unknown = "0192f3a0-0000-7000-8000-ffffffffffff";
    expect(await amendment(contract, { amendment: unknown })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("saveInstructor", () => {
  const instructor = (contract: { id: string; version: number }, stated: object = {}) =>
    instructorSaveSchema.safeParse({
      id: contract.id,
      version: contract.version,
      name: "Hélène Marchetti",
      power: "Annexe 3",
      from: "2026-01-01",
      ...stated,
    });

  it("names who may instruct and by what power, and ends it without deleting anybody", async () => {
    const contract = await makeContract(ctx);
    const named = valueOf(await saveInstructor(ctx, instructor(contract).data!));
    expect(await lastEntry()).toMatchObject({ event: "contract.instructor-named" });
    const { id } = named.instructors[0]!;
    const ended = instructor(named, { instructor: id, until: "2026-06-30" }).data!;
    expect(valueOf(await saveInstructor(ctx, ended)).instructors).toMatchObject([
      { id, power: "Annexe 3", from: "2026-01-01", until: "2026-06-30" },
    ]);
    expect(await versions(contract.id)).toMatchObject([
      { change: "created" },
      { change: "instructors" },
      { change: "instructors", snapshot: { instructors: [{ until: "2026-06-30" }] } },
    ]);
  });

  it("refuses one without a power, and leaves nothing behind when another writer was first", async () => {
    const contract = await makeContract(ctx);
    expect(instructor(contract, { power: " " }).error!.issues).toMatchObject([
      { path: ["power"], message: "contract.instructorWithoutPower" },
    ]);
    await fillSection(ctx, contract, "terms", {});
    expect(await saveInstructor(ctx, instructor(contract).data!)).toMatchObject({
      refusal: { kind: "conflict" },
    });
    expect((await stored(contract.id)).instructors).toEqual([]);
  });
});

describe("what others say", () => {
  it("follows a controller's name into the lists and the search", async () => {
    const contract = await makeContract(ctx);
    await withOrg(ctx.scope, (tx) =>
      tx.controller.update({ where: { id: contract.controllerId }, data: { legalName: "Maison Zéphyrine" } }),
    );
    expect(await stored(contract.id)).toMatchObject({ controllerName: "Maison Zéphyrine" });
    const found = await withOrg(
      ctx.scope,
      (tx) =>
        tx.$queryRaw<
          { id: string }[]
        >`SELECT search_ids('contract', '[{"typed":"zephyrine","any":["%zephyrine%"],"all":[],"whole":"% zephyrine %","start":"% zephyrine%","isInTexts":true,"codes":[]}]', NULL) AS id`,
    );
    expect(found).toEqual([{ id: contract.id }]);
  });

  it("asks for no transfer tool once no agent sits beyond, and for it again once one does", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const contract = await makeContractInForce(own);
    await fillSection(own, contract, "clauses", readings("present", { K25: "absent", K26: "absent" }));
    const codes = async () => {
      const row = await withOrg(own.scope, (tx) => tx.contract.findFirstOrThrow());
      return row.gapCodes;
    };
    expect(await codes()).toEqual(["K25", "K26"]);
    const save = async (stated: object) =>
      valueOf(await saveOrganisationSection(own, sectionSaveSchema.parse(stated)));
    await save({ section: "identity", version: 1, legalName: "Centre", country: "FR" });
    await save({ section: "sites", version: 2, sites: [{ name: "Lyon", country: "FR" }] });
    expect(await codes()).toEqual([]);
    await save({ section: "sites", version: 3, sites: [{ name: "Sfax", country: "TN" }] });
    expect(await codes()).toEqual(["K25"]);
  });

  it("lets the day bring an expiry, and nothing is journalled of it", async () => {
    const contract = await makeContractInForce(ctx);
    await fillSection(ctx, contract, "term", { endsOn: "2026-11-30" });
    const entry = await lastEntry();
    const later = jobContext("gap-reassessment", ctx.scope.org, new Date("2026-12-02T10:00:00Z"));
    expect(valueOf(await reassessDay(later, new AbortController().signal))).toBeGreaterThan(0);
    expect(await stored(contract.id)).toMatchObject({
      version: 4,
      deadlineOn: "2026-11-30",
      state: "expired",
    });
    expect(await lastEntry()).toEqual(entry);
  });
});
