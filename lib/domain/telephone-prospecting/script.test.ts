import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mention } from "./script-mentions";
import { checkScript, markScript, type MentionState } from "./script";

const OPENING =
  "Bonjour Madame, je m’appelle Salma Idrissi et je vous appelle pour le compte de Filature du Gapeau. Il s’agit d’un appel commercial.";
const BLOCTEL = "Vous pouvez vous inscrire gratuitement sur Bloctel.";
const REST =
  "Cet appel est susceptible d’être enregistré. Vous pouvez à tout moment vous opposer à nos appels. Vous recevrez une confirmation écrite.";
const FILLING = "Il fait beau aujourd’hui dans toute la région. ".repeat(12);

function states(text: string, day: string, isRecorded: boolean | null = true): Record<Mention, MentionState> {
  const found = checkScript(text, { day, isRecorded });
  return Object.fromEntries(found.map(({ mention, state }) => [mention, state])) as Record<
    Mention,
    MentionState
  >;
}

describe("checkScript", () => {
  it("finds a whole script of today in order", () => {
    expect(states(`${OPENING} ${REST}`, "2026-11-28")).toEqual({
      ...{ identity: "present", principal: "present", commercial: "present", bloctel: "absent" },
      ...{ opposition: "present", recording: "present", confirmation: "present", oralBond: "absent" },
    });
  });

  it.each<[string, MentionState, MentionState]>([
    ["2020-07-25", "not-due", "not-due"],
    ["2020-07-26", "present", "missing"],
    ["2026-08-10", "present", "missing"],
    ["2026-08-11", "stale", "absent"],
  ])("on %s Bloctel is %s where it is said, %s where it is not", (day, said, unsaid) => {
    expect(states(`${OPENING} ${BLOCTEL}`, day).bloctel).toBe(said);
    expect(states(OPENING, day).bloctel).toBe(unsaid);
  });

  it("asks for identities and nature at the beginning", () => {
    const { identity, principal, commercial } = states(FILLING + OPENING, "2026-11-28");
    expect([identity, principal, commercial]).toEqual(["late", "late", "late"]);
  });

  it.each<[boolean | null, MentionState]>([
    [true, "missing"],
    [null, "unknown"],
    [false, "not-due"],
  ])("where calls are recorded: %s, the notice is %s", (isRecorded, state) => {
    expect(states(OPENING, "2026-11-28", isRecorded).recording).toBe(state);
  });

  it("refuses to call an oral agreement binding", () => {
    expect(states("Votre accord oral vous engage.", "2026-11-28").oralBond).toBe("wrong");
  });

  it.each([
    "il ne s’agit pas d’un appel commercial",
    "Ceci n’est pas un appel commercial.",
    "Bonjour, cet appel n’a rien d’une démarche commerciale.",
    "Notre appel est sans caractère commercial.",
    "Je ne vous cache pas qu’il s’agit d’un appel commercial.",
    "Un appel commercial, ce n’en est pas un.".replace(", ce", " ce"),
  ])("leaves to a person what a sentence seems to deny: %s", (text) => {
    expect(states(text, "2026-11-28").commercial).toBe("unclear");
  });

  it.each<[Mention, string]>([
    ["commercial", "Je ne suis pas votre banque, il s’agit d’un appel commercial."],
    ["commercial", "Il s’agit d’un appel commercial et vous n’êtes pas obligé de répondre."],
    ["commercial", "Je vous propose une offre commerciale sans engagement."],
    ["opposition", "Si vous le dites, nous ne vous rappellerons plus."],
    ["opposition", "Vous pouvez demander à ne plus être appelé."],
    ["confirmation", "Vous ne serez engagé qu’après l’avoir signée."],
  ])("takes no other negation for a denial of %s: %s", (mention, text) => {
    expect(states(text, "2026-11-28")[mention]).toBe("present");
  });

  it.each([
    ["Vous ne pouvez pas vous opposer à nos appels.", "unclear"],
    ["Vous pouvez vous opposer au démarchage en vous inscrivant sur Bloctel.", "unclear"],
    ["La liste d’opposition vous permet de ne plus être démarché.", "unclear"],
    [`${BLOCTEL} Vous pouvez vous opposer à nos appels.`, "present"],
  ])("does not take the public list or a denial for the right to object: %s", (text, state) => {
    expect(states(text, "2026-11-28").opposition).toBe(state);
  });

  it("takes regret for no identity", () => {
    expect(states("Je suis désolé de vous déranger.", "2026-11-28").identity).toBe("missing");
  });

  it("gives the places of what it found", () => {
    const text = `É 🎧 ${OPENING}`;
    const found = checkScript(text, { day: "2026-11-28", isRecorded: false });
    const [span] = found.find(({ mention }) => mention === "principal")?.spans ?? [];
    expect(text.slice(span?.from, span?.until)).toBe("pour le compte d");
  });
});

describe("markScript", () => {
  it("loses no character of any text", () => {
    const words = fc.constantFrom(
      "bloctel ",
      "je m’appelle ",
      "signé ",
      "é",
      "\n",
      "🎧",
      "offre commerciale ",
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join("");
        const found = checkScript(text, { day: "2026-11-28", isRecorded: true });
        expect(
          markScript(text, found)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
