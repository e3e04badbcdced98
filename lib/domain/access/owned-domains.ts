import { MAIL_PROVIDERS } from "./mail-providers";

/** Reason why a line is no domain of the organisation's own. */
type RefusedDomain = "domainMalformed" | "domainPublic";

const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
/** Longest name in DNS, RFC 1035. */
const LONGEST = 253;

/**
 * Reads domains that an organisation owns beyond those of its addresses, one on each line: in small letters, each once, in
 * the order typed. Refused are what is no domain, and domains at which anybody may open a mailbox: all its clients would be
 * taken for its own people.
 */
export function readOwnedDomains(text: string): { domains: string[]; refused: RefusedDomain[] } {
  const domains = new Set<string>();
  const refused: RefusedDomain[] = [];
  for (const line of text.split(/[\n,;]/).map((part) => part.trim())) {
    if (line === "") continue;
    const domain = nameIn(line);
    if (!isDomain(domain)) refused.push("domainMalformed");
    else if (MAIL_PROVIDERS.has(domain)) refused.push("domainPublic");
    else domains.add(domain);
  }
  return { domains: [...domains], refused };
}

/** The domain that an address of the web, a mailbox or a domain with its sign names. */
function nameIn(line: string): string {
  const bare = line.toLowerCase().replace(/^https?:\/\//, "");
  const host = bare.split("/", 1)[0] ?? "";
  const name = host.slice(host.lastIndexOf("@") + 1);
  return name.startsWith("www.") ? name.slice(4) : name;
}

function isDomain(name: string): boolean {
  const labels = name.split(".");
  const isNamed = labels.length > 1 && labels.every((label) => LABEL.test(label));
  return isNamed && name.length <= LONGEST && !/^\d+$/.test(labels.at(-1) ?? "");
}
