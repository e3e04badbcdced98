import { expect, it } from "vitest";
import { provisionCited } from "./provisions";

it.each([
  ["art. 30(2)(a)", "gdpr-30-2-a"],
  ["art. 28(3)(e)", "gdpr-28-3-e"],
  ["art. 28(3)(d)", "gdpr-28-3"],
  ["art. 33, 34", "gdpr-34"],
  ["art. 32(1)(d)", "gdpr-32"],
  ["art. 12(3)–(6)", "gdpr-12-3"],
  ["المادتان 28(4) و33(2)", "gdpr-28-4"],
  ["L223-1, D223-9", "conso-l223-1"],
  ["art. 7, 21", "gdpr-21"],
  ["30(2)(a), 27", "gdpr-30-2-a"],
])("%s is explained by %s", (citation, id) => {
  expect(provisionCited(citation)?.id).toBe(id);
});

it.each([
  "loi 09‑08, art. 12, 15, 21",
  "القانون 09‑08، المواد 12 و15",
  "LPD art. 12(3)",
  "FADP 16(2)(d)",
  "UK GDPR 46",
  "2021/914 cl. 9(a)",
  "art. 83(4)",
  "art. 130(4)",
  "L112-2-2",
  "REG-3",
  "",
])("%s, of another text or not explained, has no page", (citation) => {
  expect(provisionCited(citation)).toBeUndefined();
});
