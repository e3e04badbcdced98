import { expect, it } from "vitest";
import { labelControllers } from "./labels";

const row = (id: string, legalName: string, more: Record<string, string> = {}) => ({
  id,
  legalName,
  registrationNumber: "",
  address: "",
  contactEmail: "",
  ...more,
});

it("gives each controller a name of its own", () => {
  const rows = [
    row("1", "Orvelle"),
    row("2", "Nordalia", { address: "2 rue\nNeuve" }),
    row("3", "Nordalia", { address: "2 rue Neuve", contactEmail: "a@b.example" }),
    row("4", "Nordalia"),
  ];
  expect(labelControllers(rows).map(({ label }) => label)).toEqual([
    "Orvelle",
    "Nordalia · 2 rue Neuve",
    "Nordalia · a@b.example",
    "Nordalia · 4",
  ]);
});
