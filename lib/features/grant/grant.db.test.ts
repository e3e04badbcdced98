import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { readSession } from "@/lib/platform/request/session-store";
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
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { today } from "@/lib/platform/request/context";
import { grantSchema } from "./schema";
import { createGrant, revokeGrant } from "./write/mutations";
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
      ...{ name: "Inès", email: "ines@cabinet.example", mandate: "CNIL", reasons: "Contrôle" },
      ...{ sections: EVERY_SECTION, until: addDaysToDay(today(ctx), 3) },
    });
    for (const role of ["editor", "viewer"] as const)
      expect(await createGrant(as(ctx, role), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await createGrant(foreign, { ...input, controllerIds: [own.id] })).toMatchObject({
      refusal: { issues: [{ path: "controllerIds", key: "unknown" }] },
    });
    expect(await createGrant(ctx, { ...input, email: ctx.email })).toMatchObject({
      refusal: { issues: [{ path: "email", key: "addressOfMember" }] },
    });
    expect((await createGrant(as(ctx, "dpo"), input)).ok).toBe(true);
  });

  it.each([
    [{ until: "" }, "until", "required"],
    [{ until: "2026-02-30" }, "until", "notADay"],
    [{ until: "2020-01-01" }, "until", "untilBeforeFrom"],
    [{ from: "2999-01-05", until: "2999-01-04" }, "until", "untilBeforeFrom"],
    [{ from: "2999-01-01", until: "3001-01-01" }, "until", "termTooLong"],
    [{ on: "2999-01-01" }, "on", "future"],
  ])("is refused for %j", async (stated, path, key) => {
    const input = grantSchema.parse({
      ...{ name: "Inès", email: "ines@cabinet.example", mandate: "CNIL", reasons: "Contrôle" },
      ...{ sections: ["register"], until: addDaysToDay(today(ctx), 3), ...stated },
    });
    expect(await createGrant(ctx, input)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("sends its letter once its contents are collected, with the key's fingerprint and no secret", async () => {
    const { id, email } = await makeUncollectedGrant(ctx, { language: "en" });
    expect(await lettersTo(database.ownerUrl, email)).toEqual([]);
    expect(valueOf(await collect(ctx, id))).toBe("collected");
    expect(valueOf(await collect(ctx, id))).toBe("taken");
    const letters = await lettersTo(database.ownerUrl, email);
    expect(letters).toMatchObject([{ template: "audit-granted", locale: "en", secrets: {} }]);
    expect(letters[0]!.params.link).toMatch(new RegExp(`/audit/${id}$`));
    expect(letters[0]!.params.fingerprint?.replaceAll(" ", "")).toMatch(/^[0-9a-f]{64}$/);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({
        where: { subjectId: id, event: "audit.collected" },
        select: { text: true },
      }),
    );
    expect(entry?.text).toMatch(/"digest":"[0-9a-f]{64}"/);
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
