import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { readSession } from "@/lib/platform/request/session-store";
import { formatDay } from "@/lib/i18n/format";
import { lettersTo } from "@/prisma/factories/account";
import {
  collect,
  EVERY_SECTION,
  makeUncollectedGrant,
  makeGrant,
  type MadeGrant,
} from "@/prisma/factories/grant";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { today } from "@/lib/platform/request/context";
import { grantSchema } from "./schema";
import { createGrant, revokeGrant } from "./write/mutations";
import { findParts } from "@/lib/features/audit/read/queries";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { recordAuditView } from "@/lib/platform/access/access-log";
import {
  prepareGrants,
  database,
  ctx,
  own,
  other,
  chosen,
  whole,
  attempt,
  within,
  asAuditor,
  everything,
  isGiven,
  dossierOf,
} from "./grant.fixture";

prepareGrants();

describe("a grant", () => {
  it("is the owner's and the DPO's to give, for controllers of their organisation, to nobody of their staff", async () => {
    const input = grantSchema.parse({
      name: "Inès",
      email: "ines@cabinet.example",
      mandate: "CNIL",
      reasons: "Contrôle",
      coverage: "all",
      sections: EVERY_SECTION,
      until: addDaysToDay(today(ctx), 3),
    });
    for (const role of ["editor", "viewer"] as const)
      expect(await createGrant(as(ctx, role), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(
      await createGrant(foreign, { ...input, coverage: "named", controllerIds: [own.id] }),
    ).toMatchObject({
      refusal: { issues: [{ path: "controllerIds", key: "unknown" }] },
    });
    expect(await createGrant(ctx, { ...input, email: ctx.email })).toMatchObject({
      refusal: { issues: [{ path: "email", key: "addressOfMember" }] },
    });
    expect((await createGrant(as(ctx, "dpo"), input)).ok).toBe(true);
  });

  it.each([
    [{ coverage: "named" }, "controllerIds", "required"],
    [{ controllerIds: [randomUUID()] }, "controllerIds", "allAndNamed"],
    [{ until: "2026-02-30" }, "until", "notADay"],
    [{ until: "2020-01-01" }, "until", "untilBeforeFrom"],
    [{ from: "2999-01-05", until: "2999-01-04" }, "until", "untilBeforeFrom"],
    [{ from: "2999-01-01", until: "3001-01-01" }, "until", "termTooLong"],
    [{ on: "2999-01-01" }, "on", "future"],
  ])("is refused for %j", async (stated, path, key) => {
    const input = grantSchema.parse({
      name: "Inès",
      email: "ines@cabinet.example",
      mandate: "CNIL",
      reasons: "Contrôle",
      coverage: "all",
      sections: ["register"],
      until: addDaysToDay(today(ctx), 3),
      ...stated,
    });
    expect(await createGrant(ctx, input)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("is of every controller only by choice, and for a client's own address of that client alone", async () => {
    const stated = { name: "Inès", mandate: "Contrôle", reasons: "Contrôle", sections: ["register"] };
    const until = addDaysToDay(today(ctx), 3);
    expect(grantSchema.safeParse({ ...stated, email: "a@cnil.example", until }).error?.issues).toMatchObject([
      { path: ["coverage"], message: "required" },
    ]);
    const client = await makeController(ctx, { contactEmail: "y.leguellec@trois-rivieres.example" });
    const given = (email: string, more: object) =>
      createGrant(ctx, grantSchema.parse({ ...stated, email, until, ...more }));
    const refused = (path: string, key: string) => ({ refusal: { issues: [{ path, key }] } });
    const [all, named] = [{ coverage: "all" }, { coverage: "named", controllerIds: [client.id] }];
    const contact = "y.leguellec@trois-rivieres.example";
    expect(await given(contact, { ...all, addressReason: "Mission du groupe" })).toMatchObject(
      refused("email", "addressOfContact"),
    );
    expect(await given("audit@trois-rivieres.example", all)).toMatchObject(
      refused("addressReason", "addressOfClient"),
    );
    expect((await given(contact, named)).ok).toBe(true);
    valueOf(await given("audit@trois-rivieres.example", { ...all, addressReason: "Mission du groupe" }));
    const entry = await withOrg(
      ctx.scope,
      (tx) => tx.$queryRaw<{ text: string }[]>`
        SELECT text FROM journal_text WHERE event = 'audit.granted' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry[0]?.text).toContain("Mission du groupe");
  });

  it("sends its letter once its contents are collected, with the key's fingerprint and no secret", async () => {
    const until = addDaysToDay(today(ctx), 3);
    const { id, email } = await makeUncollectedGrant(ctx, { language: "en", until });
    expect(await lettersTo(database.ownerUrl, email)).toEqual([]);
    expect(valueOf(await collect(ctx, id))).toBe("collected");
    expect(valueOf(await collect(ctx, id))).toBe("taken");
    const letters = await lettersTo(database.ownerUrl, email);
    expect(letters).toMatchObject([{ template: "audit-granted", locale: "en", secrets: {} }]);
    expect(letters[0]!.params).toMatchObject({
      from: formatDay(today(ctx), "en"),
      until: formatDay(until, "en"),
    });
    expect(letters[0]!.params.link).toMatch(new RegExp(`/audit/${id}$`));
    expect(letters[0]!.params.fingerprint?.replaceAll(" ", "")).toMatch(/^[0-9a-f]{64}$/);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({
        where: { subjectId: id, event: "audit.collected" },
        select: { text: true },
      }),
    );
    expect(entry?.text).toMatch(/"digest":"rows:[0-9a-f]{64}"/);
  });

  it("counts the entries of the journal that it gives by their digest alone, fewer where it covers every client", async () => {
    const partOf = async ({ scope, actor }: MadeGrant) => {
      const parts = await withOrg(scope, (tx) => findParts(tx, actor.grantId));
      return parts.find(({ section }) => section === "journal")!;
    };
    const [named, all] = [await partOf(chosen), await partOf(whole)];
    expect(named.rowCount).toBeGreaterThan(0);
    expect(named.withheld).toBeGreaterThan(all.withheld);
    const seqOf = (grant: MadeGrant) =>
      withOrg(ctx.scope, (tx) =>
        tx.journalText.findFirstOrThrow({
          where: { subjectId: grant.actor.grantId, event: "audit.collected" },
          select: { seq: true },
        }),
      );
    // Between the head up to which it was collected and its own line stands one of the key, where that was made for it.
    const collectedAt = Number((await seqOf(chosen)).seq);
    expect([collectedAt - 2, collectedAt - 1]).toContain(named.rowCount + named.withheld);
  });

  it("ends at once where it is revoked, in an open session too, and never comes back", async () => {
    const grant = await makeGrant(ctx);
    const { grantId: id } = grant.actor;
    expect((await readSession(grant.token, new Date()))?.audits).toMatchObject([{ id }]);
    expect(await asAuditor(grant, "SELECT 1 FROM audit_row LIMIT 1")).toHaveLength(1);
    valueOf(await revokeGrant(ctx, { id, reason: "Mission terminée" }));
    expect((await readSession(grant.token, new Date()))?.audits).toEqual([]);
    expect(await asAuditor(grant, "SELECT 1 FROM audit_row LIMIT 1")).toEqual([]);
    expect(await revokeGrant(ctx, { id, reason: "Encore" })).toMatchObject({
      refusal: { issues: [{ key: "overMeanwhile" }] },
    });
    expect((await lettersTo(database.ownerUrl, grant.email)).map(({ template }) => template)).toContain(
      "audit-revoked",
    );
    const undo = `UPDATE audit_grant SET revoked_at = NULL, revoke_reason = '' WHERE id = '${id}'`;
    const staff = { org: ctx.scope.org, scope: "staff" };
    expect(await attempt(database.appUrl, staff, undo)).toBe("42501");
    expect(await attempt(database.appUrl, staff, `UPDATE audit_grant SET ends_at = now()`)).toBe("42501");
  });
});

describe("what an auditor does", () => {
  it("looks, which the log of accesses has for its DPO, under the grant", async () => {
    await recordAuditView(chosen, "Registre");
    const looks = await withOrg(ctx.scope, (tx) =>
      tx.accessLook.findMany({ where: { grantId: chosen.actor.grantId } }),
    );
    expect(looks).toMatchObject([{ contactId: null, controllerId: null, label: "Registre", noun: "audit" }]);
    const forged = `INSERT INTO access_look (id, org_id, grant_id, contact_name, noun, subject_id, label, looked_at)
      VALUES (gen_random_uuid(), '${ctx.scope.org}', '${whole.actor.grantId}', 'x', 'audit', gen_random_uuid(), 'x', now())`;
    expect(await asAuditor(chosen, forged)).toBe("42501");
  });

  it("asks for a dossier of what the grant covers, and of nothing else", async () => {
    expect((await requestDossier(chosen, dossierOf([own.id], ["register", "journal"]))).ok).toBe(true);
    for (const [controllers, sections] of [
      [[own.id], ["register", "measures"]],
      [[], ["register"]],
    ] as const)
      expect(await isGiven(requestDossier(chosen, dossierOf([...controllers], [...sections])))).toBe(false);
    expect(await requestDossier(chosen, dossierOf([other.id], ["register"]))).toMatchObject({ ok: false });
    expect((await requestDossier(whole, dossierOf([], EVERY_SECTION))).ok).toBe(true);
    expect(await asAuditor(chosen, "SELECT count(*)::int FROM dossier")).toEqual([{ count: 1 }]);
  });
});

describe("what is collected for a controller", () => {
  it("has no note of the processor's own, where one names another", async () => {
    const { id, version } = await makeRecord(ctx, { controllerId: own.id });
    const running = valueOf(
      await moveRecord(ctx, { id, version, event: "activate", on: "2026-01-05", reason: "" }),
    );
    const notes = `Comme chez ${other.name}`;
    const stated = { section: "additional", id, version: running.version, notes };
    valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(stated)));
    const read = async (grant: MadeGrant) => everything(database.auditorUrl, within(grant));
    expect((await read(await makeGrant(ctx, { controllerIds: [own.id] }))).includes(other.name)).toBe(false);
    expect((await read(await makeGrant(ctx))).includes(notes)).toBe(true);
  });
});
