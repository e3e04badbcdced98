import { expect, it } from "vitest";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { cookieOf } from "./choice-cookie";

it.each(["locale", "theme"] as const)(
  "keeps the %s of a browser under __Host-, and secure, over https",
  (choice) => {
    expect(cookieOf(choice, "ar", true)).toMatchObject({
      name: `__Host-amana.${choice}`,
      other: choice,
      options: { secure: true, path: "/", sameSite: "lax" },
    });
    expect(cookieOf(choice, "ar", true).options).not.toHaveProperty("domain");
  },
);

it("keeps it without a prefix over plain http, where a browser would refuse one", () => {
  expect(cookieOf("locale", "ar", false)).toMatchObject({ name: "locale", options: { secure: false } });
});

it("takes a choice back, and reads the one that no other host can set first", () => {
  expect(cookieOf("theme", null, true).options.maxAge).toBe(0);
  const jar = new Map([
    ["locale", "en"],
    ["__Host-amana.locale", "fr"],
    ["theme", "dark"],
  ]);
  expect(readChoice("locale", (name) => jar.get(name))).toBe("fr");
  expect(readChoice("theme", (name) => jar.get(name))).toBe("dark");
});
