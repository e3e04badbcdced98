import { describe, expect, it } from "vitest";
import { z } from "zod";
import { afterText, keysIn, PAGE_SIZE, pageOf, ROWS_ASKED } from "./list-page";
import { Prisma } from "@/lib/generated/prisma/client";

const ID = "0197f0a0-0000-7000-8000-000000000000";
const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `Nom ${n}`, n }));
const keys = z.tuple([z.string(), z.coerce.number().int()]);

describe("a page of a list", () => {
  it("is the last one where no row was found beyond it", () => {
    expect(pageOf(rows(PAGE_SIZE), ({ name, n }) => [name, n])).toEqual({
      rows: rows(PAGE_SIZE),
      next: null,
    });
    expect(pageOf([], () => [])).toEqual({ rows: [], next: null });
  });

  it("names the keys of its last row where another follows, which are read again as they were", () => {
    const page = pageOf(rows(ROWS_ASKED), ({ name, n }) => [name, n]);
    expect(page.rows).toHaveLength(PAGE_SIZE);
    expect(keysIn(page.next!, keys)).toEqual([`Nom ${PAGE_SIZE - 1}`, PAGE_SIZE - 1]);
  });
});

describe("a cursor", () => {
  it.each(["", "Nom", "Nom\u0001x", "Nom\u00011\u00012"])("of %j holds no such keys", (after) => {
    expect(keysIn(after, keys)).toBeNull();
  });

  it("of texts leads past its row, and past none on the first page", () => {
    const [text, id] = [Prisma.sql`t.reference`, Prisma.sql`t.id`];
    expect(afterText(text, id, "").sql).toBe("");
    expect(afterText(text, id, `TR-001\u0001${ID}`).values).toEqual(["TR-001", ID]);
  });
});
