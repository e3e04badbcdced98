import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import { noteOf } from "@/lib/domain/internal-note/notes";
import { findMentions, findNote } from "@/lib/features/internal-note/read/queries";
import { correctionSchema, noteSchema, type NoteRow } from "@/lib/features/internal-note/schema";
import { removeMember } from "@/lib/features/member/write/mutations";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { makeNote } from "@/prisma/factories/internal-note";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { acknowledgeMention, correctNote, withdrawNote, writeNote } from "./mutations";

const database = await openDatabase();

const later = <C extends StaffCtx>(ctx: C, minutes = 1): C => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});
const refusedFor = (key: string, path = "") => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
const mentionsOf = ({ scope, actor }: StaffCtx) => withOrg(scope, (tx) => findMentions(tx, actor.memberId));
const noteIn = async ({ scope }: StaffCtx, id: string) => {
  const found = await withOrg(scope, (tx) => findNote(tx, id));
  return found && noteOf(found.lines);
};
const correct = (ctx: StaffCtx, note: string, text: string, seen = 1) =>
  correctNote(ctx, correctionSchema.parse({ note, seen, text }));

const named = (owner: StaffCtx, role: Role, name: string) => makeMember(owner, role, undefined, name);

async function begin() {
  const owner = await makeOrganisation(database.ownerUrl);
  const controller = await makeController(owner, { legalName: "Orvelle", email: "" });
  const row: NoteRow = { noun: "controller", id: controller.id };
  return { owner, row };
}

describe("writeNote", () => {
  it("names a member, who finds it until it was read, and says in the journal neither text nor name", async () => {
    const { owner, row } = await begin();
    const claire = await named(owner, "viewer", "Claire Martin");
    await makeNote(owner, row, "secret-text, voir avec @Claire");
    const [mention, ...more] = await mentionsOf(claire);
    expect(more).toEqual([]);
    expect(mention).toMatchObject({ noun: "controller", label: "Orvelle", authorName: owner.actor.name });
    expect(await mentionsOf(owner)).toEqual([]);
    const { text } = await withOrg(owner.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ where: { event: "internal-note.written" } }),
    );
    expect(text).toContain("Orvelle");
    expect(text).not.toMatch(/secret-text|Claire/);
    const read = { mention: mention?.id ?? "" };
    expect(await acknowledgeMention(owner, read)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(valueOf(await acknowledgeMention(claire, read))).toEqual(row);
    expect(await mentionsOf(claire)).toEqual([]);
    // Pressed twice, it leads there again.
    expect(valueOf(await acknowledgeMention(claire, read))).toEqual(row);
  });

  it("refuses an unknown, an ambiguous and a former member's name beside the field", async () => {
    const { owner, row } = await begin();
    await named(owner, "editor", "Claire Martin");
    await named(owner, "editor", "Claire Petit");
    const gone = await named(owner, "editor", "Hugo Salvi");
    valueOf(await removeMember(owner, { id: gone.actor.memberId, reason: "" }));
    const write = (text: string) => writeNote(owner, noteSchema.parse({ ...row, text }));
    expect(await write("@Zoé")).toMatchObject(refusedFor("internal-note.unknownName", "text"));
    expect(await write("@Claire")).toMatchObject(refusedFor("internal-note.ambiguousName", "text"));
    expect(await write("@Hugo Salvi")).toMatchObject(refusedFor("internal-note.memberLeft", "text"));
    expect(await withOrg(owner.scope, (tx) => tx.internalNote.count())).toBe(0);
  });

  it("is allowed on a row that is archived, and refused on one that is not there", async () => {
    const { owner, row } = await begin();
    valueOf(await archiveController(owner, { id: row.id, version: 1, reason: "Marché perdu" }));
    await makeNote(owner, row);
    const nowhere = { noun: "contract" as const, id: row.id, text: "Un mot" };
    expect(await writeNote(owner, nowhere)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("refuses whoever reads alone, and another organisation", async () => {
    const { owner, row } = await begin();
    const note = await makeNote(owner, row);
    const [viewer, { owner: stranger }] = [await makeMember(owner, "viewer"), await begin()];
    const written = noteSchema.parse({ ...row, text: "Un mot" });
    expect(await writeNote(viewer, written)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await writeNote(stranger, written)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await correct(viewer, note, "Autre")).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await correct(stranger, note, "Autre")).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await withdrawNote(stranger, { note, seen: 1 })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await withOrg(stranger.scope, (tx) => tx.internalNote.count())).toBe(0);
  });
});

describe("correctNote", () => {
  it("keeps the former text, and asks nobody to read again what they have read", async () => {
    const { owner, row } = await begin();
    const [claire, karim] = [
      await named(owner, "editor", "Claire Martin"),
      await named(owner, "dpo", "Karim Idrissi"),
    ];
    const note = await makeNote(owner, row, "@Claire Martin et @Karim");
    const [mention] = await mentionsOf(claire);
    valueOf(await acknowledgeMention(claire, { mention: mention?.id ?? "" }));
    valueOf(await correct(later(owner), note, "@Claire Martin seule"));
    expect(await noteIn(owner, note)).toMatchObject({
      text: "@Claire Martin seule",
      former: [{ number: 1, text: "@Claire Martin et @Karim" }],
    });
    expect(await mentionsOf(claire)).toEqual([]);
    expect(await mentionsOf(karim)).toEqual([]);
    valueOf(await correct(later(owner, 2), note, "@Karim aussi", 2));
    expect(await mentionsOf(karim)).toMatchObject([{ text: "@Karim aussi" }]);
  });

  it("is for the author alone, of what was shown, once of two at the same moment", async () => {
    const { owner, row } = await begin();
    const editor = await makeMember(owner, "editor");
    const note = await makeNote(editor, row);
    expect(await correct(owner, note, "Autre")).toMatchObject(refusedFor("internal-note.notYours"));
    expect(await correct(editor, note, "Rappeler le client lundi")).toMatchObject(
      refusedFor("internal-note.unchanged", "text"),
    );
    const both = await Promise.all([correct(editor, note, "Un"), correct(editor, note, "Deux")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await correct(editor, note, "Trois")).toMatchObject(refusedFor("internal-note.meanwhile"));
  });
});

describe("withdrawNote", () => {
  it("clears every text of the note, leaves its lines, and asks nobody to read it", async () => {
    const { owner, row } = await begin();
    const editor = await named(owner, "editor", "Claire Martin");
    const note = await makeNote(owner, row, "@Claire Martin premier");
    valueOf(await correct(owner, note, "@Claire Martin second"));
    const withdraw = (ctx: StaffCtx, seen = 2) => withdrawNote(ctx, { note, seen });
    expect(await withdraw(editor)).toMatchObject(refusedFor("internal-note.notYoursToWithdraw"));
    valueOf(await withdraw(await makeMember(owner, "dpo")));
    const lines = await withOrg(owner.scope, (tx) =>
      tx.internalNote.findMany({ orderBy: { number: "asc" }, select: { act: true, text: true } }),
    );
    expect(lines).toEqual([
      { act: "written", text: "" },
      { act: "corrected", text: "" },
      { act: "withdrawn", text: "" },
    ]);
    expect(await mentionsOf(editor)).toEqual([]);
    expect(await withdraw(owner, 3)).toMatchObject(refusedFor("internal-note.withdrawn"));
  });

  it("is the one change that the database lets a line take", async () => {
    const { owner, row } = await begin();
    const noteId = await makeNote(owner, row);
    const change = (data: { text: string }) =>
      withOrg(owner.scope, (tx) => tx.internalNote.updateMany({ where: { noteId }, data }));
    await expect(change({ text: "Autre" })).rejects.toThrow(/never rewritten/);
    const sql = `UPDATE internal_note SET author_name = 'Autre'`;
    await expect(withOrg(owner.scope, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/denied|42501/);
  });
});
