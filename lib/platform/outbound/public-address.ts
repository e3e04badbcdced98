import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

export type Address = { address: string; family: number };

/** Says which addresses may be connected to. */
type Admits = (address: string) => boolean;

/** Global unicast of version 6; whatever else is routed there is a tunnel, a translation or reserved. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** Public by its range, and answered by the host of a virtual machine, which gives its settings and keys: Azure. */
const HOST_OF_A_CLOUD = "168.63.129.16";

/**
 * True for an address of the public internet: neither loopback, private, link-local, unique local, shared, reserved, the
 * host of a cloud, nor one that hides another of these (mapped, translated, tunnelled).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast" || parsed.toString() === HOST_OF_A_CLOUD) return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/**
 * Resolves a host once. Null where one of its addresses is not admitted: a name that means both the internet and this
 * network is refused. The caller connects to the address that was checked, and resolves no second time.
 */
export async function resolveAdmitted(hostname: string, admits: Admits): Promise<Address | null> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const found = await lookup(host, { all: true, verbatim: true });
  const first = found[0];
  return first && found.every(({ address }) => admits(address)) ? first : null;
}
