import { expect, it } from "vitest";
import { requestEventSchema } from "./schema";

it("names each hour that is missing together with what is wrong elsewhere", () => {
  const typed = {
    id: "",
    version: 0,
    kind: "placed",
    on: "yesterday",
    time: "10:00",
    barredWindows: { d1: { from: "08:00", until: "" }, d1b: { from: "18:00", until: "18:00" } },
  };
  const refused = requestEventSchema.safeParse(typed).error?.issues.map(({ path }) => path.join("."));
  const times = ["barredWindows.d1.until", "barredWindows.d1b.until"];
  expect(refused).toEqual(expect.arrayContaining(["on", ...times]));
});
