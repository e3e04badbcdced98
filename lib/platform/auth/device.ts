import type { Device } from "@/lib/platform/request/context";

/**
 * Returns the origin of a request. The launcher's server writes the peer's address; a proxy in front appends
 * the one it saw, so the last is the only one that a visitor cannot have written.
 */
export function deviceOf(headers: Headers): Device {
  return {
    userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
    address: headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "",
  };
}

/**
 * Returns the network of an address: a subscriber has 2^64 addresses of an IPv6 network, so its first half
 * identifies the caller.
 */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = ""] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  return Array.from({ length: 4 }, (_, at) => Number.parseInt(groups[at] ?? "0", 16).toString(16)).join(":");
}
