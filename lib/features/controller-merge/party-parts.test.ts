import { expect, test } from "vitest";
import { MERGE_TABLES } from "@/lib/features/controller-merge/read/tables";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import type { NoPartyPart, PartyPart } from "@/lib/domain/nouns/party-part";
import { PARTY_PARTS, partsOf } from "@/lib/domain/nouns/party-parts";
import { ACTS } from "@/lib/domain/nouns/policy";
import messages from "@/lib/i18n/messages/fr/party-parts.json";

/** Tables of which a noun says how, or why not, the page of a controller shows their rows. */
const PARTY_TABLES = new Set(NOUNS.flatMap((noun) => ("partyPart" in noun ? tablesOf(noun.partyPart) : [])));

// The catalogue of the database is compared with these tables: a new table that names a controller is one of them.
test.each(Object.keys(MERGE_TABLES))(
  "a noun says how the page of a controller shows the rows of %s",
  (table) => {
    expect(PARTY_TABLES).toContain(table);
  },
);

test.each(PARTY_PARTS)("the part of $noun has its words, and acts of the policy", (part) => {
  expect(messages.names).toHaveProperty(part.noun);
  expect(ACTS).toContain(part.read);
  if (part.begin) {
    expect(ACTS).toContain(part.begin.needs);
    expect(messages.begin).toHaveProperty(part.noun);
  }
  if (part.owed) expect(messages.owed).toHaveProperty(part.noun);
});

test("a sub-processor has the parts whose rows name one", () => {
  expect(partsOf("sub-processor").map(({ noun }) => noun)).toEqual([
    "processing-record",
    "authorisation",
    "transfer",
    "breach",
  ]);
});

function tablesOf(part: PartyPart | NoPartyPart): readonly string[] {
  if ("none" in part) return part.tables;
  const through = Object.values(part.links).flatMap((link) => ("through" in link ? link.through : []));
  return [
    part.table,
    ...(part.besides ?? []),
    ...through.map(({ table }) => table),
    ...(part.events ?? []).flatMap(({ facts }) => (facts ? [facts.table] : [])),
  ];
}
