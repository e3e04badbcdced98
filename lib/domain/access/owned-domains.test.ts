import { expect, it } from "vitest";
import { MAIL_PROVIDERS } from "./mail-providers";
import { readOwnedDomains } from "./owned-domains";

it("reads one domain on each line, however it is written, each once", () => {
  const text =
    "Centre-Atlas.ma\n https://www.centre-atlas.fr/contact \n@atlas.africa\ncentre-atlas.ma, été.ma\n\n";
  expect(readOwnedDomains(text)).toEqual({
    domains: ["centre-atlas.ma", "centre-atlas.fr", "atlas.africa", "été.ma"],
    refused: [],
  });
});

it.each(["centre", "-a.ma", "a..ma", "a b.ma", "10.0.0.1", `${"a".repeat(64)}.ma`, "centre.ma:80"])(
  "refuses %s, which is no domain",
  (line) => expect(readOwnedDomains(line)).toEqual({ domains: [], refused: ["domainMalformed"] }),
);

it.each([...MAIL_PROVIDERS])("refuses %s, where anybody may open a mailbox", (line) =>
  expect(readOwnedDomains(line)).toEqual({ domains: [], refused: ["domainPublic"] }),
);
