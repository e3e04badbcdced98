import { describe, expect, it } from "vitest";
import { linkToken } from "./link-token";

describe("the token of a link", () => {
  it("is one for each row and purpose, of 256 bits", () => {
    const token = linkToken("consultation", "1");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(linkToken("consultation", "1")).toBe(token);
    expect(linkToken("consultation", "2")).not.toBe(token);
    expect(linkToken("other", "1")).not.toBe(token);
  });
});
