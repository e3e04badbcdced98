import { expect, it } from "vitest";
import { openRegister } from "./open-register";

/** Eight million empty objects: 24 MB of text, hundreds of megabytes in memory. */
const bomb = () => new Blob(["[", "{},".repeat(8_000_000), "{}]"]);

it(
  "stops a reader that takes more memory or time than it may, and goes on with the next",
  { timeout: 90_000 },
  async () => {
    const refusal = { ok: false, refusal: { issues: [{ path: "file", key: "tooDemanding" }] } };
    expect(await openRegister(bomb(), { megabytes: 160, seconds: 60 })).toMatchObject(refusal);
    expect(await openRegister(bomb(), { megabytes: 160, seconds: 0.1 })).toMatchObject(refusal);
    expect(await openRegister(new Blob(["[]"]))).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "file", key: "notJson" }] },
    });
  },
);
