import { expect, it } from "vitest";
import { CELL_STATES } from "./authorisation-status";
import { groupOfUse } from "./use-group";

it("lets work nobody but who is active, and says apart who is authorised and who is asked for", () => {
  const of = (group: string) => CELL_STATES.filter((state) => groupOfUse(state) === group);
  expect(of("working")).toEqual(["active"]);
  expect(of("authorised")).toEqual(["to-sign"]);
  expect(of("asked")).toEqual(["awaited", "notified"]);
  expect(of("out")).toEqual(expect.arrayContaining(["refused", "expired", "objected", "revoked", "ended"]));
});
