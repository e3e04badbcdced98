import { describe, expect, it } from "vitest";
import { done, refuse } from "@/lib/domain/outcome/outcome";
import type { StoredFile } from "./store";
import { viewResponse } from "./view-response";

const file = (contentType: string): StoredFile => ({
  id: "a",
  purpose: "document",
  subjectNoun: "contract",
  fileName: "Contrat signé.pdf",
  contentType,
  sha256: "0",
  width: null,
  height: null,
  bytes: new Uint8Array([1]),
});
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

describe("a document shown in a page", () => {
  it.each(["application/pdf", "image/png"])(
    "of %s is inline, framed by us alone, and kept by no cache",
    async (type) => {
      const response = await viewResponse(() => Promise.resolve(done(file(type))));
      expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="Contrat-signe\.pdf"/);
      expect(response.headers.get("content-type")).toBe(type);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(policyOf(response)).toMatch(/^default-src 'none';.*frame-ancestors 'self'/);
    },
  );

  it("is in a sandbox, but for a PDF, which Chromium would not show there", async () => {
    const of = async (type: string) => policyOf(await viewResponse(() => Promise.resolve(done(file(type)))));
    expect(await of("image/webp")).toMatch(/; sandbox$/);
    expect(await of("application/pdf")).not.toContain("sandbox");
  });

  it("states its policy in each refusal and each fault too", async () => {
    const answers = [
      await viewResponse(() => Promise.resolve(refuse({ kind: "forbidden" }))),
      await viewResponse(() => Promise.resolve(refuse({ kind: "not-found" }))),
      await viewResponse(() => Promise.resolve(new Response(null, { status: 401 }))),
      await viewResponse(() => Promise.reject(new Error("away"))),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 401, 500]);
    for (const answer of answers) expect(policyOf(answer)).toMatch(/default-src 'none'.*; sandbox$/);
  });
});
