import fc from "fast-check";
import { expect, it } from "vitest";
import { pack, unpack } from "./packed";

it("gives every JSON value back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
