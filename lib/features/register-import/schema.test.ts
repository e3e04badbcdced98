import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { registerJsonSchema } from "./read/published-schema";
import { SCHEMA_PATH } from "./schema";

describe("registerJsonSchema", () => {
  it("is published as it is: `npm run schema` writes it anew", () => {
    const published: unknown = JSON.parse(readFileSync(join("public", SCHEMA_PATH), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(registerJsonSchema())));
  });

  it("is of draft 2020-12 and asks for what a register must say", () => {
    expect(registerJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      required: ["format", "register", "organisation", "scope", "volume", "records"],
    });
  });
});
