import { describe, expect, it } from "vitest";
import { countPages } from "./pdf-probe.fixture";
import { renderPdf } from "./render-pdf";

const pagesOf = async (lines: number) =>
  countPages(
    await renderPdf({ template: "lib/platform/pdf/stub.fixture.typ", data: { lines }, locale: "fr" }),
  );

describe("a list whose last page would hold a few lines alone", { timeout: 30_000 }, () => {
  it("is set tighter where that spares the page, and left as it is where it does not", async () => {
    // 19 lines fill a page: roomy they are 14 mm apart, tight 12.4.
    expect(await pagesOf(19)).toBe(1);
    expect(await pagesOf(21)).toBe(1);
    expect(await pagesOf(26)).toBe(2);
  });
});
