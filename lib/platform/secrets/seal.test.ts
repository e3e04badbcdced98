import { beforeAll, describe, expect, it } from "vitest";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { openSealed, sealText } from "./seal";

beforeAll(() => assumeEnvironment({ AMANA_SECRET: "ab".repeat(32) }));

describe("a sealed text", () => {
  it("opens for its purpose, and never looks twice the same", () => {
    expect(openSealed("mail", sealText("mail", "https://amana.example/é/ع"))).toBe(
      "https://amana.example/é/ع",
    );
    expect(sealText("mail", "a")).not.toEqual(sealText("mail", "a"));
  });

  it("stays closed for another purpose, or once touched", () => {
    const sealed = sealText("mail", "lien");
    expect(() => openSealed("totp", sealed)).toThrow();
    sealed[sealed.length - 1]! ^= 1;
    expect(() => openSealed("mail", sealed)).toThrow();
  });
});
