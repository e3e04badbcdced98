import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { OBLIGATION_NOUNS } from "@/lib/domain/obligation/rules";
import { fillExample } from "@/lib/features/example/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findPart } from "./queries";
import { SOURCES } from "./sources";
import { SOURCE_PARTS } from "./sources/asked";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
valueOf(await fillExample(ctx));

/** Tables that a change of an entry of a register writes. */
const RECORD_TABLES = "processing_record, record_version, record_assessment, record_state_fact";

const owner = new Client({ connectionString: database.ownerUrl });
await owner.connect();
await owner.query(`REVOKE ALL ON ${RECORD_TABLES} FROM amana_app`);
await owner.end();

const PARTS = OBLIGATION_NOUNS.flatMap((noun) => SOURCE_PARTS.map((part) => ({ noun, part })));
const find = ({ noun, part }: (typeof PARTS)[number]) =>
  withOrg(ctx.scope, (tx) => findPart(tx, [noun, part], { now: ctx.now, locale: "fr", nouns: [noun] }));

describe("parts that are not asked again after a change of entries, where registers cannot be read", () => {
  it.each(PARTS.filter(({ noun, part }) => SOURCES[noun].besideRecords?.includes(part)))(
    "$noun, $part",
    async (of) => {
      await expect(find(of)).resolves.toBeInstanceOf(Array);
    },
  );

  it("gaps of entries, which are asked again, are refused there", async () => {
    await expect(find({ noun: "processing-record", part: "lacks" })).rejects.toThrow();
  });
});
