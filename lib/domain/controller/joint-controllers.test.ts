import { expect, it } from "vitest";
import { actsForOf, jointControllersOf } from "./joint-controllers";

it("names joint controllers of a client that is one, and nobody of any other role", () => {
  const otherControllers = "Brenval SA, dpo@brenval.example\n\n Orvelle ";
  expect(jointControllersOf({ clientRole: "controller", otherControllers })).toEqual([
    "Brenval SA, dpo@brenval.example",
    "Orvelle",
  ]);
  expect(jointControllersOf({ clientRole: "processor", otherControllers })).toEqual([]);
});

it("names those for whom a processor acts, and nobody for a client that decides itself", () => {
  expect(
    actsForOf({ clientRole: "processor", otherControllers: "Compagnie du Rhône\n\nHarbour Ltd" }),
  ).toEqual(["Compagnie du Rhône", "Harbour Ltd"]);
  expect(actsForOf({ clientRole: "processor", otherControllers: "" })).toEqual([]);
  expect(actsForOf({ clientRole: "controller", otherControllers: "Brenval SA" })).toBeNull();
});
