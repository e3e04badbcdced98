import { describe, expect, it } from "vitest";
import { isPublicAddress, resolveAdmitted } from "./public-address";

describe("an address of the public internet", () => {
  it.each(["8.8.8.8", "196.200.131.104", "2001:4860:4860::8888", "2a01:e0a::1"])("is %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.254"],
    ["loopback", "::1"],
    ["unspecified", "0.0.0.0"],
    ["unspecified", "::"],
    ["this network", "0.1.2.3"],
    ["private", "10.0.0.1"],
    ["private", "172.16.0.1"],
    ["private", "172.31.255.255"],
    ["private", "192.168.1.1"],
    ["link-local, where clouds keep their secrets", "169.254.169.254"],
    ["the host of a cloud", "168.63.129.16"],
    ["the host of a cloud, mapped", "::ffff:168.63.129.16"],
    ["link-local", "fe80::1"],
    ["unique local", "fc00::1"],
    ["unique local", "fd12:3456::1"],
    ["shared by a carrier", "100.64.0.1"],
    ["for protocols", "192.0.0.1"],
    ["for documentation", "192.0.2.1"],
    ["for documentation", "2001:db8::1"],
    ["for benchmarks", "198.18.0.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "ff02::1"],
    ["broadcast", "255.255.255.255"],
    ["reserved", "240.0.0.1"],
    ["mapped loopback", "::ffff:127.0.0.1"],
    ["mapped private", "::ffff:10.0.0.1"],
    ["mapped, in figures", "::ffff:7f00:1"],
    ["compatible, an old form", "::127.0.0.1"],
    ["translated", "64:ff9b::7f00:1"],
    ["translated", "64:ff9b:1::a00:1"],
    ["tunnelled by 6to4", "2002:7f00:1::1"],
    ["tunnelled by Teredo", "2001::1"],
    ["no address", "localhost"],
    ["no address", ""],
  ])("is not one that is %s: %s", (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("a host", () => {
  it("is resolved to the address that was checked", async () => {
    expect(await resolveAdmitted("[2001:4860:4860::8888]", isPublicAddress)).toEqual({
      address: "2001:4860:4860::8888",
      family: 6,
    });
  });

  it("is refused where its name means this machine", async () => {
    expect(await resolveAdmitted("localhost", isPublicAddress)).toBeNull();
  });
});
