import { expect, it } from "vitest";
import { dossierSchema } from "@/lib/features/dossier/schema";
import { grantSchema } from "./schema";

it("asks at once for everything that a blank form of an access leaves out, its parts and last day too", () => {
  const blank = grantSchema.safeParse({ from: "", until: "", on: "" });
  const asked = (blank.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
  expect(asked).toContainEqual(["sections", "required"]);
  expect(asked).toContainEqual(["until", "required"]);
  expect(asked).toContainEqual(["coverage", "required"]);
});

it("asks for the parts of a dossier where none is ticked", () => {
  const asked = dossierSchema.safeParse({ audience: "authority", recipient: "CNIL" });
  expect(asked.error?.issues).toMatchObject([{ path: ["sections"], message: "required" }]);
});
