import { expect, it } from "vitest";
import { initialNightContact } from "./queries";

it("begins in the language of the controller's letters, or of the contact that was chosen", () => {
  const chosen = { name: "Amal", email: "a@zellij.example", capacity: "DPO", language: "ar" };
  expect(initialNightContact({ language: "en" }, undefined)).toMatchObject({ language: "en", name: "" });
  expect(initialNightContact({ language: "en" }, chosen)).toMatchObject({ language: "ar", role: "DPO" });
  expect(initialNightContact({ language: "" }, undefined)).toMatchObject({ language: "fr" });
});
