import { expect, test } from "vitest";
import { emptyContent } from "./content";
import { forController } from "./for-controller";

test("a controller is given all of its entry but what the processor noted for itself", () => {
  const content = { ...emptyContent("Service client"), volumes: "40 000", notes: "Comme chez Orvelle." };
  expect(forController(content)).toEqual({ ...content, notes: "" });
});
