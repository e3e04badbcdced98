import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOn } from "@/lib/domain/contract/in-force";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { reassessDay } from "@/lib/features/reassessment/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract, makeContractInForce, readings, fillSection } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { saveAmendment, withdrawAmendment } from "./amendments";
import { saveInstructor } from "./instructors";
import { createContract, moveContract, renameContract, saveContractSection } from "./mutations";
import {
  amendmentSaveSchema,
  contractCreateSchema,
  contractSectionSchema,
  instructorSaveSchema,
  type ContractMove,
} from "@/lib/features/contract/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const stored = (id: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.contract.findUniqueOrThrow({ where: { id }, include: { instructors: true } }),
  );
const versions = (contractId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.contractVersion.findMany({ where: { contractId }, orderBy: { version: "asc" } }),
  );
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};
const refused = (path: string, key: string) => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
const section = (contract: { id: string; version: number }, name: string, stated: object) =>
  contractSectionSchema.parse({ id: contract.id, version: contract.version, section: name, ...stated });

describe("createContract", () => {
  it("needs a name and a controller, and says that nothing has been read", async () => {
    const controller = await makeController(ctx);
    const row = valueOf(
      await createContract(
        ctx,
        contractCreateSchema.parse({ controllerId: controller.id, reference: "ORV-2026" }),
      ),
    );
    // 25 clauses unread (K14 needs a general authorisation) and no signature.
    const nothing = { state: "draft", requiredGaps: 26, version: 1, controllerName: controller.legalName };
    expect(await stored(row.id)).toMatchObject(nothing);
    expect(await versions(row.id)).toMatchObject([{ change: "created", reference: "ORV-2026" }]);
    expect(await lastEntry()).toMatchObject({
      event: "contract.created",
      subject: { noun: "contract", id: row.id, label: "ORV-2026" },
    });
  });

  it("takes no reference twice, here alone", async () => {
    const { controllerId, reference } = await makeContract(ctx);
    const again = contractCreateSchema.parse({ controllerId, reference });
    expect(await createContract(ctx, again)).toEqual(refused("reference", "contract.referenceTaken"));
    const other = await makeContract(foreign, { reference });
    expect(other.reference).toBe(reference);
  });

  it("is refused to a viewer, and for a controller of another organisation", async () => {
    const { controllerId } = await makeContract(foreign);
    const input = contractCreateSchema.parse({ controllerId, reference: "X-1" });
    expect(await createContract(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await createContract(ctx, input)).toEqual(refused("controllerId", "required"));
  });
});

describe("saveContractSection", () => {
  it("stores what is missing by clause, and what changed in the journal", async () => {
    const contract = await makeContractInForce(ctx);
    const read = await fillSection(ctx, contract, "clauses", readings("present", { K25: "absent" }));
    expect(await stored(read.id)).toMatchObject({ requiredGaps: 1, gapCodes: ["K25"], state: "in-force" });
    await fillSection(ctx, read, "terms", { breachNoticeHours: "24", authorisation: "specific" });
    expect(await lastEntry()).toMatchObject({
      event: "contract.updated",
      before: { "terms.breachNoticeHours": null },
      after: { "terms.breachNoticeHours": 24, "terms.authorisation": "specific" },
    });
    const kept = await versions(read.id);
    expect(kept.map(({ change }) => change)).toEqual(["created", "moved", "moved", "saved", "saved"]);
    expect(kept.at(-2)!.supersededAt).toEqual(kept.at(-1)!.recordedAt);
  });

  it("shows a second writer the section as it stands now", async () => {
    const contract = await makeContract(ctx);
    await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
    const late = section(contract, "terms", { breachNoticeHours: "48" });
    expect(await saveContractSection(ctx, late)).toMatchObject({
      refusal: { kind: "conflict", version: 2, author: ctx.actor.name, current: { breachNoticeHours: 24 } },
    });
  });

  it("refuses an end before the start, beside the end", async () => {
    const contract = await makeContractInForce(ctx, {}, "2026-03-01");
    const input = section(contract, "term", { endsOn: "2026-02-28" });
    expect(await saveContractSection(ctx, input)).toEqual(refused("endsOn", "contract.endBeforeStart"));
  });

  it("is not found from another organisation", async () => {
    const contract = await makeContract(ctx);
    expect(await saveContractSection(foreign, section(contract, "terms", {}))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("projects the end, the renewal and the next deadline", async () => {
    const contract = await makeContractInForce(ctx);
    const term = { endsOn: "2026-12-31", renewal: "tacit", renewalMonths: "12", noticeCount: "1" };
    await fillSection(ctx, contract, "term", term);
    expect(await stored(contract.id)).toMatchObject({
      endsOn: "2026-12-31",
      renews: true,
      deadlineOn: "2026-11-30",
    });
  });
});

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

describe("moveContract", () => {
  const move = (who: typeof ctx, contract: { id: string; version: number }, stated: Partial<ContractMove>) =>
    moveContract(who, {
      id: contract.id,
      version: contract.version,
      event: "end",
      on: "2026-11-24",
      reason: "Marché perdu",
      ...stated,
    });

  it("keeps each date as a fact with its author and reason", async () => {
    const contract = await makeContractInForce(ctx);
    valueOf(await move(ctx, contract, {}));
    expect(await stored(contract.id)).toMatchObject({ state: "ended", endedOn: "2026-11-24" });
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.contractFact.findMany({ where: { contractId: contract.id }, orderBy: { event: "asc" } }),
    );
    expect(facts).toMatchObject([
      { event: "begin", factOn: "2026-01-05" },
      { event: "end", factOn: "2026-11-24", reason: "Marché perdu", authorName: ctx.actor.name },
      { event: "sign", factOn: "2026-01-05" },
    ]);
    expect(await lastEntry()).toMatchObject({ event: "contract.ended", reason: "Marché perdu" });
  });

  it("refuses an end before its start, one without a reason, and an editor", async () => {
    const contract = await makeContractInForce(ctx, {}, "2026-03-01");
    expect(await move(ctx, contract, { on: "2026-02-01" })).toEqual(refused("on", "contract.endBeforeStart"));
    expect(await move(ctx, contract, { reason: "" })).toEqual(refused("reason", "contract.reasonMissing"));
    const editor = { ...ctx, ...as(ctx, "editor") };
    expect(await move(editor, contract, {})).toMatchObject({ refusal: { kind: "forbidden" } });
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
        tx.$queryRaw<{ id: string }[]>`SELECT search_ids('contract', ARRAY['zephyrine'], '{}', NULL) AS id`,
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

describe("renameContract", () => {
  it("gives it another name and refuses one that is taken", async () => {
    const [one, other] = [await makeContract(ctx), await makeContract(ctx)];
    const stated = { id: one.id, version: 1, reference: other.reference, title: "" };
    expect(await renameContract(ctx, stated)).toEqual(refused("reference", "contract.referenceTaken"));
    const renamed = valueOf(await renameContract(ctx, { ...stated, reference: "AUTRE-1" }));
    expect(renamed).toMatchObject({ reference: "AUTRE-1", version: 2 });
  });
});
