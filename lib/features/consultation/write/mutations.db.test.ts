import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { addPeople, makeConsultation, makeOpenConsultation } from "@/prisma/factories/consultation";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeAccepted, makeInstruction } from "@/prisma/factories/instruction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findFacts } from "@/lib/features/consultation/read/queries";
import { consultationCreateSchema, consultationUpdateSchema } from "@/lib/features/consultation/schema";
import { eraseDueContacts } from "./erase";
import { createConsultation, moveConsultation, updateConsultation } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

type Saved = { id: string; version: number };
const today = () => ctx.now.toISOString().slice(0, 10);
const changed = ({ id, version }: Saved, stated: object) =>
  consultationUpdateSchema.parse({ id, version, title: "Title", ...stated });
const move = ({ id, version }: Saved, event: "open" | "close" | "revoke", reason = "") => ({
  id,
  version,
  event,
  on: today(),
  reason,
});
const versions = (consultationId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.consultationVersion.findMany({ where: { consultationId }, orderBy: { version: "asc" } }),
  );
const lastEvent = async () => {
  const [row] = await withOrg(ctx.scope, (tx) =>
    tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 1 }),
  );
  return row?.event;
};

describe("a consultation", () => {
  it("is recorded and changed while it is a draft, each with a version and an entry", async () => {
    const row = await makeConsultation(ctx, { controllerId });
    expect(row).toMatchObject({ state: "draft", content: { months: 12 } });
    const saved = valueOf(await updateConsultation(ctx, changed(row, { lastDay: "2027-02-26" })));
    expect((await versions(row.id)).map(({ change }) => change)).toEqual(["created", "saved"]);
    expect(await lastEvent()).toBe("consultation.updated");
    const stored = await withOrg(ctx.scope, (tx) => tx.consultation.findUnique({ where: { id: row.id } }));
    expect(stored).toMatchObject({ firstDay: null, lastDay: "2027-02-26", version: saved.version });
  });

  it("refuses dates in disorder and an instruction of another controller", async () => {
    const row = await makeConsultation(ctx, { controllerId });
    const others = await makeAccepted(ctx, { kind: "consultation" });
    const calls = await makeAccepted(ctx, { controllerId, kind: "campaign" });
    expect(
      await updateConsultation(ctx, changed(row, { firstDay: "2027-02-02", lastDay: "2027-02-01" })),
    ).toMatchObject({ refusal: { issues: [{ path: "lastDay" }] } });
    expect(await updateConsultation(ctx, changed(row, { instructionId: others.id }))).toMatchObject({
      refusal: { issues: [{ path: "instructionId" }] },
    });
    expect(await updateConsultation(ctx, changed(row, { instructionId: calls.id }))).toMatchObject({
      refusal: { issues: [{ path: "instructionId", key: "instructionOtherKind" }] },
    });
    const unexamined = await makeInstruction(ctx, { controllerId, kind: "consultation" });
    const stated = { instructionId: unexamined.id, instructionReason: "The same letter orders both" };
    expect(valueOf(await updateConsultation(ctx, changed(row, stated))).content).toMatchObject({
      instructionReason: "The same letter orders both",
    });
  });

  it("refuses a question for no purpose beside its field, but of a transfer", async () => {
    const row = await makeConsultation(ctx, { controllerId });
    const words = { fr: "Oui ?", en: "Yes?", ar: "نعم؟" };
    const asked = (purpose: string) =>
      updateConsultation(
        ctx,
        changed(row, {
          questions: [
            { act: "transfer", purpose: "", country: "SN", ...words },
            { act: "mail", purpose, country: "", ...words },
          ],
        }),
      );
    expect(await asked(" ")).toMatchObject({
      refusal: { issues: [{ path: "questions.1.purpose", key: "consultation.purposeMissing" }] },
    });
    expect(await asked("Lettre mensuelle")).toMatchObject({ ok: true });
  });

  it("is refused to a viewer, hidden from another organisation, and not overwritten", async () => {
    const row = await makeConsultation(ctx, { controllerId });
    const input = consultationCreateSchema.parse({ title: "Title", controllerId });
    expect(await createConsultation(as(ctx, "viewer"), input)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await createConsultation(foreign, input)).toMatchObject({ refusal: { kind: "invalid" } });
    expect(await updateConsultation(foreign, changed(row, {}))).toMatchObject({
      refusal: { kind: "not-found" },
    });
    await updateConsultation(ctx, changed(row, { title: "First" }));
    expect(await updateConsultation(ctx, changed(row, { title: "Second" }))).toMatchObject({
      refusal: { kind: "conflict", current: { title: "First" } },
    });
  });
});

describe("the life of a consultation", () => {
  it("begins with what is whole, and after a warning with a written reason", async () => {
    const row = await makeConsultation(ctx, { controllerId });
    expect(await moveConsultation(as(ctx, "editor"), move(row, "open", "Oui"))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await moveConsultation(ctx, move(row, "open"))).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "consultation.warned" }] },
    });
    const opened = valueOf(await moveConsultation(ctx, move(row, "open", "Demande écrite")));
    expect(opened).toMatchObject({ state: "open", endedOn: null });
    const [fact] = await withOrg(ctx.scope, (tx) => findFacts(tx, row.id));
    expect(fact).toMatchObject({ event: "open", reason: "Demande écrite" });
    expect(await lastEvent()).toBe("consultation.opened");
    expect(await updateConsultation(ctx, changed(opened, {}))).toMatchObject({
      refusal: { issues: [{ key: "consultation.opened" }] },
    });
  });

  it.each([
    [{ instructionId: "" }, "lacks_instruction"],
    [{ lastDay: "" }, "lacks_days"],
    [{ questions: [] }, "lacks_questions"],
    [{ firstDay: "2020-01-01", lastDay: "2020-01-02" }, "lacks_past"],
  ])("does not begin with %o", async (stated, lack) => {
    const row = await makeConsultation(ctx, { controllerId, ...stated });
    expect(await moveConsultation(ctx, move(row, "open", "Demande"))).toMatchObject({
      refusal: { issues: [{ path: "event", key: `consultation.${lack}` }] },
    });
  });

  it("does not begin on an instruction that begins later or is about something else, and names each lack", async () => {
    const { id: instructionId } = await makeInstruction(ctx, {
      controllerId,
      kind: "consultation",
      effectiveOn: "2099-06-01",
    });
    const instructionReason = "The client asks for it by telephone";
    const stated = { controllerId, instructionId, instructionReason, questions: [] };
    const row = await makeConsultation(ctx, stated);
    const keysOf = (lacks: string[]) => lacks.map((lack) => ({ key: `consultation.lacks_${lack}` }));
    expect(await moveConsultation(ctx, move(row, "open", "Demande"))).toMatchObject({
      refusal: { issues: keysOf(["to-come", "questions"]) },
    });
    await withOrg(ctx.scope, (tx) =>
      tx.instruction.update({ where: { id: instructionId }, data: { kind: "erasure" } }),
    );
    expect(await moveConsultation(ctx, move(row, "open", "Demande"))).toMatchObject({
      refusal: { issues: keysOf(["to-come", "kind-other", "questions"]) },
    });
  });

  it("is revoked with a reason, for good", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId });
    expect(await moveConsultation(ctx, move(row, "revoke"))).toMatchObject({
      refusal: { issues: [{ path: "reason" }] },
    });
    const revoked = valueOf(await moveConsultation(ctx, move(row, "revoke", "Texte erroné")));
    expect(revoked).toMatchObject({ state: "revoked", endedOn: today() });
    expect(await moveConsultation(ctx, move(revoked, "open", "Encore"))).toMatchObject({
      refusal: { issues: [{ key: "consultation.notFromHere" }] },
    });
  });

  it("ends with its contacts emptied once they have served, and not before", async () => {
    const row = await makeOpenConsultation(ctx, { controllerId, contactDays: "10" });
    await addPeople(ctx, row.id, ["0612340001;jeanne@client.example;", "0612340002;;"]);
    valueOf(await moveConsultation(ctx, move(row, "close")));
    const erasedAfter = async (days: number) => {
      const later = new Date(ctx.now.getTime() + days * 86_400_000);
      await eraseDueContacts(
        jobContext("request-erasure", ctx.scope.org, later),
        new AbortController().signal,
      );
      const rows = await withOrg(ctx.scope, (tx) =>
        tx.consultationPerson.findMany({ where: { consultationId: row.id } }),
      );
      return rows.map(({ contactSealed }) => contactSealed === null);
    };
    expect(await erasedAfter(10)).toEqual([false, false]);
    expect(await erasedAfter(12)).toEqual([true, true]);
    expect(await lastEvent()).toBe("consultation.contacts-erased");
  });
});
