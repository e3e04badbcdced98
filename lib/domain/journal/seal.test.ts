import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { chain, digestEntry, genesis, sameBytes } from "./seal";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

// Computed once with coreutils' sha256sum. If one of these changes, every journal written before is lost.
describe("the seal, for ever", () => {
  it("begins from the name of the chain", () => {
    expect(hex(genesis(sha256, "01234567-89ab-7def-8123-456789abcdef"))).toBe(
      "48f63b502a1eae06e0758ccdd545ce85d4ed3e33f00c2ebfeac4ff6041662ecb",
    );
  });

  it("digests salt, then text in UTF-8", () => {
    expect(hex(digestEntry(sha256, new Uint8Array(16).fill(1), '{"é":"€"}'))).toBe(
      "75dc753bde35b77583fa48c91cad4445fb591a60137c7befe872c89fae9d20e8",
    );
  });

  it("chains the hash before, then the digest", () => {
    expect(hex(chain(sha256, new Uint8Array(32).fill(2), new Uint8Array(32).fill(3)))).toBe(
      "27f32fbbfac2fbbbce58b10752144b5a7446d4b91e4ba90ffdee305e915980e8",
    );
  });
});

describe("sameBytes", () => {
  it.each([
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [1, 2, 3], false],
    [[], [], true],
  ])("%j and %j: %s", (a, b, same) => expect(sameBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(same));
});
