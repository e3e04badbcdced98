import { expect, it } from "vitest";
import { documentNoticeQuery, readDocumentNotice } from "./refusals";

it("comes back from an address as it went, and is nothing where the address says nothing known", () => {
  const notice = { refusal: "lies", fileName: "devis & co.pdf", found: "PNG" } as const;
  expect(readDocumentNotice(Object.fromEntries(new URLSearchParams(documentNoticeQuery(notice))))).toEqual(
    notice,
  );
  expect(readDocumentNotice({ document: "constructor" })).toBeNull();
  expect(readDocumentNotice({})).toBeNull();
  expect(readDocumentNotice({ document: ["type", "lies"] })).toEqual({
    refusal: "type",
    fileName: "",
    found: "",
  });
});
