import { expect, it } from "vitest";
import { thingTitle } from "./thing-title";

it("says the reference, then the name, and neither twice", () => {
  expect(thingTitle("T-011", "Accueil téléphonique")).toBe("T-011 · Accueil téléphonique");
  expect(thingTitle("C-021", " ")).toBe("C-021");
  expect(thingTitle("C-021", "C-021")).toBe("C-021");
});

it("cuts a long name between words", () => {
  const title = thingTitle("T-012", "Gestion des appels ".repeat(9));
  expect(title).toBe("T-012 · Gestion des appels Gestion des appels Gestion des appels Gestion des…");
});
