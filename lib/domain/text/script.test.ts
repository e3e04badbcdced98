import { expect, it } from "vitest";
import { isOfOtherScript } from "./script";

it.each([
  ["Nous avons effacé vos données.", "fr", false],
  ["حذفنا جميع بياناتكم من ملفاتنا.", "fr", true],
  ["حذفنا جميع بياناتكم من ملفاتنا.", "en", true],
  ["حذفنا جميع بياناتكم من ملفاتنا.", "ar", false],
  ["Nous avons effacé vos données.", "ar", true],
  ["حذفنا بياناتكم من نظام Genesys Cloud لدى Orvelle.", "ar", false],
  ["Réponse de la société أمان للتأمين du 3 mars 2026.", "fr", false],
  ["DP-011", "ar", false],
  ["", "ar", false],
])("tells that %j in %s is of another script: %s", (text, language, expected) => {
  expect(isOfOtherScript(text, language)).toBe(expected);
});
