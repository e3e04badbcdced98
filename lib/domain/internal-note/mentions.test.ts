import { describe, expect, it } from "vitest";
import { type Nameable, proposeMembers, readMentions } from "./mentions";

const member = (id: string, name: string, isEnded = false): Nameable => ({ id, name, isEnded });
const MEMBERS = [
  member("claire", "Claire Martin"),
  member("petit", "Claire Petit"),
  member("jean", "Jean-Pierre Lefèvre"),
  member("anne", "Anne Marie"),
  member("anneLong", "Anne Marie Roux"),
  member("arab", "يوسف برادة"),
  member("gone", "Hugo Salvi", true),
];
const refused = (key: string, params: object) => ({
  refusal: { kind: "invalid", issues: [{ path: "text", key, params }] },
});

describe("readMentions", () => {
  it.each([
    ["Vu avec @Claire Martin hier", ["claire"]],
    ["@claire  martin, puis @LEFEVRE.", ["claire", "jean"]],
    ["(@Jean) et @jean-pierre lefèvre", ["jean"]],
    ["Demander à @Anne Marie Roux", ["anneLong"]],
    ["Demander à @Anne Marie, merci", ["anne"]],
    ["راجع مع @يوسف برادة غدا", ["arab"]],
    ["écrire à dpo@client.example, @ 12 h", []],
    ["rien", []],
  ])("reads whom %j names", (text, named) => {
    expect(readMentions(text, MEMBERS)).toEqual({ ok: true, value: named });
  });

  it("refuses beside the text a name that is ambiguous, unknown, or of somebody who left", () => {
    expect(readMentions("@Claire", MEMBERS)).toMatchObject(
      refused("internal-note.ambiguousName", { name: "Claire", names: "Claire Martin · Claire Petit" }),
    );
    expect(readMentions("@Zoé", MEMBERS)).toMatchObject(
      refused("internal-note.unknownName", { name: "Zoé" }),
    );
    for (const text of ["@Hugo Salvi", "@Salvi"])
      expect(readMentions(text, MEMBERS)).toMatchObject(
        refused("internal-note.memberLeft", { name: "Hugo Salvi" }),
      );
  });

  it("keeps somebody who left where a former text named them, and names all of one full name", () => {
    expect(readMentions("@Hugo Salvi", MEMBERS, new Set(["gone"]))).toMatchObject({ value: ["gone"] });
    const same = [member("one", "Sara Alami"), member("two", "Sara Alami")];
    expect(readMentions("@Sara Alami et @Alami", same)).toMatchObject({ value: ["one", "two"] });
  });
});

describe("proposeMembers", () => {
  const names = (text: string) => proposeMembers(text, MEMBERS)?.members.map(({ id }) => id) ?? null;

  it.each([
    ["@", ["claire", "petit", "jean", "anne", "anneLong", "arab"]],
    ["Voir @cl", ["claire", "petit"]],
    ["Voir @Claire M", ["claire"]],
    ["Voir @lef", ["jean"]],
    ["Voir @Claire Martin demain", null],
    ["dpo@cl", null],
    ["@hugo", null],
    ["", null],
  ])("proposes of %j those whose names go on", (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it("gives what was typed, which the name takes the place of", () => {
    expect(proposeMembers("Voir @Claire M", MEMBERS)?.typed).toBe("Claire M");
  });
});
