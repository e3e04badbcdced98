import { expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/environment/env";
import { operatorPolicy } from "./outbound-policy";

const hostsOf = (setting?: string) =>
  operatorPolicy(parseEnv({ OUTBOUND_HOSTS: setting }).OUTBOUND_HOSTS).isHostAllowed;

it("admits every host unless the operator names some, and none where outgoing connections are off", () => {
  expect(hostsOf()("cnil.fr")).toBe(true);
  expect(hostsOf("off")("cnil.fr")).toBe(false);
});

it.each([
  ["www.cnil.fr", true],
  ["WWW.CNIL.FR.", true],
  ["cnil.fr", false],
  ["www.cnil.fr.evil.example", false],
  ["edpb.europa.eu", true],
  ["europa.eu", false],
  ["noteuropa.eu", false],
])("compares %s with the operator's list: %s", (host, isAllowed) => {
  expect(hostsOf("www.cnil.fr, *.Europa.eu")(host)).toBe(isAllowed);
});

it.each([
  [80, true],
  [443, true],
  [22, false],
  [5432, false],
  [8080, false],
])("port %s: %s", (port, isAllowed) => {
  expect(operatorPolicy().isPortAllowed(port)).toBe(isAllowed);
});

it.each(["http://cnil.fr", "*", "*.", "cnil.fr:8080", "a b"])(
  "refuses %s as a host of the setting",
  (host) => {
    expect(() => parseEnv({ OUTBOUND_HOSTS: host })).toThrow(/OUTBOUND_HOSTS/);
  },
);
