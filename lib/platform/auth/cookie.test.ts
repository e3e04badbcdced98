import { NextRequest } from "next/server";
import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it("names every cookie for this host alone over https, and none so over plain http", async () => {
  for (const [address, isPrefixed] of [
    ["https://amana.example", true],
    ["http://localhost:3000", false],
  ] as const) {
    vi.stubEnv("AMANA_URL", address);
    vi.resetModules();
    const { COOKIE_OPTIONS, ...named } = await import("./cookie");
    expect(COOKIE_OPTIONS.secure).toBe(isPrefixed);
    const names = Object.values(named);
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) expect(name.startsWith("__Host-"), name).toBe(isPrefixed);
  }
});

it("clears what the browser holds with the answer to a sign-out, and with no other", async () => {
  vi.stubEnv("AMANA_URL", "https://amana.example");
  vi.resetModules();
  const [{ proxy }, { SIGNED_OUT_COOKIE }] = [await import("@/proxy"), await import("./cookie")];
  const answerTo = (cookie: string) =>
    proxy(new NextRequest("https://amana.example/sign-in", { headers: { cookie } })).headers;
  const after = answerTo(`${SIGNED_OUT_COOKIE}=1`);
  expect(after.get("clear-site-data")).toBe('"cache", "storage"');
  expect(after.get("set-cookie")).toMatch(
    new RegExp(`${SIGNED_OUT_COOKIE}=; Path=/; (?=.*Max-Age=0)(?=.*Secure)`),
  );
  expect(answerTo("").get("clear-site-data")).toBeNull();
});
