import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { done } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { write } from "./write";

describe("a change", () => {
  it("is written for an actor whose right was asked alone", () => {
    // @ts-expect-error A context whose right was not asked for.
    const unasked = (ctx: Ctx) => write(ctx, () => Promise.resolve(done(null)));
    expect(unasked).toBeTypeOf("function");
  });

  it("needs no right in these files alone", () => {
    const named = ["lib", "app", "components"]
      .flatMap((room) =>
        readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`),
      )
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.ts$/.test(file))
      .filter((file) => file !== "lib/platform/write/authorised.ts")
      .filter((file) => readFileSync(file, "utf8").includes("withoutRight("));
    expect(named.toSorted()).toEqual([
      "lib/features/attachment/write/mutations.ts",
      "lib/features/journal/write/verification.ts",
      "lib/features/member/write/mutations.ts",
      "lib/features/portal/write/mutations.ts",
      "lib/platform/access/denied-access.ts",
      "lib/platform/access/foreign-address.ts",
    ]);
  });
});
