import { expect, it } from "vitest";
import { ACCEPTED, cleanFileName, formatName, contradictsType } from "./formats";

it.each([
  ["avenant.pdf", "application/pdf", false],
  ["Avenant.PDF", "application/pdf", false],
  ["photo.jpeg", "image/jpeg", false],
  ["photo.jpg", "image/jpeg", false],
  ["avenant.pdf", "image/png", true],
  ["avenant.pdf.exe", "application/pdf", true],
  ["avenant", "application/pdf", true],
  ["", "application/pdf", true],
] as const)("%s holding %s lies: %s", (name, type, expected) => {
  expect(contradictsType(name, type)).toBe(expected);
});

it.each([
  ["C:\\clients\\avenant.pdf", "avenant.pdf"],
  ["../../avenant.pdf", "avenant.pdf"],
  ["ave\u0007nant\u202efdp.pdf", "avenantfdp.pdf"],
  [`${"a".repeat(300)}.pdf`, `${"a".repeat(196)}.pdf`],
])("%s is kept as %s", (stated, stored) => {
  expect(cleanFileName(stated)).toBe(stored);
});

it("names types as people call them", () => {
  expect(formatName("message/rfc822")).toBe("EML");
  expect(formatName("application/x-other")).toBe("application/x-other");
  expect(ACCEPTED).toBe(".pdf,.docx,.png,.jpg,.jpeg,.webp,.eml,.msg");
});
