import { describe, expect, it } from "vitest";
import { titleForClient, titleInPortal, titleProblem } from "./client-title";
import { foreignNameFinder } from "./foreign-names";

const party = (companies: string[]) => ({ companies, people: [], addresses: [], numbers: [] });
const find = foreignNameFinder({
  own: [party(["Harbour & Finch Ltd"])],
  others: [party(["Mutuelle des Trois Rivières"]), party(["Orvelle Énergie"])],
});
const NAMING = "Copie des fichiers de la Mutuelle des Trois Rivières";
const called = (of: Partial<Parameters<typeof titleForClient>[0]>) =>
  titleForClient({ stated: null, told: null, ...of }, find);

describe("titleForClient", () => {
  it("is named by the words of its own notice, and by none that name another for sure", () => {
    expect(called({ told: "Vos enregistrements ont été copiés.\nDétails" })).toBe(
      "Vos enregistrements ont été copiés.",
    );
    expect(called({ told: NAMING })).toBe("");
    expect(called({})).toBe("");
  });

  it("prefers what was stated for clients, until it names another for sure", () => {
    expect(called({ stated: "Copie d’un serveur" })).toBe("Copie d’un serveur");
    // Doubtful words were asked about when it was stated.
    expect(called({ stated: "Copie du serveur Rivières" })).toBe("Copie du serveur Rivières");
    expect(called({ stated: NAMING, told: NAMING })).toBe("");
  });

  it("shortens a long first line", () => {
    expect(called({ told: "mot ".repeat(60) })).toMatch(/^mot .{80,88}…$/);
  });
});

it("is named in its controller's portal by the last notice that says what happened, and by no rectification", () => {
  const notice = (phase: "initial" | "rectifying", whatHappened: string | null) => ({
    phase,
    content: { whatHappened },
  });
  const notices = [
    notice("rectifying", "Pas touchées"),
    notice("initial", null),
    notice("initial", "Vol\nd’un poste"),
  ];
  expect(titleInPortal(notices)).toBe("Vol");
  expect(titleInPortal([])).toBe("");
});

describe("titleProblem", () => {
  it.each([
    ["Copie d’un serveur", false, null],
    ["Copie d’un serveur d’Orvelle Énergie", true, { key: "titleNames", names: "Orvelle Énergie" }],
    ["Copie du serveur Rivières", false, { key: "titleMayName", names: "Rivières" }],
    ["Copie du serveur Rivières", true, null],
  ])("of « %s », confirmed: %s", (text, isConfirmed, problem) =>
    expect(titleProblem(text, isConfirmed, find)).toEqual(problem),
  );
});
