import { expect, it } from "vitest";
import { CIRCUMSTANCES } from "@/lib/domain/breach/precedent-cases";
import { LOCALES } from "@/lib/i18n/locale";
import { sourceWords } from "./source-words";

it.each(LOCALES)("names each circumstance in %s, and how a caller was authenticated", async (locale) => {
  const { circumstance } = await sourceWords(locale);
  const named = CIRCUMSTANCES.map((code) => circumstance({ code, text: "" }));
  expect(new Set(named).size).toBe(CIRCUMSTANCES.length);
  expect(named.join(" ")).not.toContain("breach-notice-letter");
  const [first, answer, ...rest] = circumstance({ code: "impersonation", text: "Nom seul" }).split("\n");
  expect([first, rest]).toEqual([circumstance({ code: "impersonation", text: "" }), []]);
  expect(answer).toContain("Nom seul");
  expect(answer).not.toBe("Nom seul");
  expect(circumstance({ code: "mailbox", text: "Nom seul" }).split("\n")[1]).toBe("Nom seul");
});
