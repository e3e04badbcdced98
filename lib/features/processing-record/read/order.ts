import { z } from "zod";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { Prisma } from "@/lib/generated/prisma/client";
import type { RecordSort } from "@/lib/features/processing-record/list-schema";

type Order = {
  /** Key of the last row seen, as text. */
  key: Prisma.Sql;
  by: Prisma.Sql;
  /** Condition after a remembered key; null for a key of another order. */
  beyond: (key: string, id: Prisma.Sql) => Prisma.Sql | null;
};

/** Uses plain columns, so that an index finds the row after the cursor. */
const ORDERS: Record<RecordSort, Order> = {
  reference: ascending(Prisma.sql`r.reference`),
  controller: ascending(Prisma.sql`r.controller_name`),
  activity: ascending(Prisma.sql`r.activity`),
  /** Never reviewed entries sort first. */
  review: ascending(Prisma.sql`coalesce(r.reviewed_on, '')`),
  gaps: {
    key: Prisma.sql`r.required_gaps || '.' || r.advisable_gaps`,
    by: Prisma.sql`r.required_gaps DESC, r.advisable_gaps DESC, r.id DESC`,
    beyond: (key, id) => {
      const [, required, advisable] = /^(\d{1,6})\.(\d{1,6})$/.exec(key) ?? [];
      if (!required) return null;
      const last = Prisma.sql`(${Number(required)}::int, ${Number(advisable)}::int, ${id})`;
      return Prisma.sql`(r.required_gaps, r.advisable_gaps, r.id) < ${last}`;
    },
  },
};

/** The own register has no controllers to sort by. */
export function orderOf(sort: RecordSort, capacity: Capacity): Order {
  return ORDERS[capacity === "controller" && sort === "controller" ? "activity" : sort];
}

/** Condition after the last row seen, by key and id. */
export function afterCursor(order: Order, after: string): Prisma.Sql {
  const [key = "", id = ""] = after.split("\u0001");
  const condition = z.uuid().safeParse(id).success ? order.beyond(key, Prisma.sql`${id}::uuid`) : null;
  return condition ? Prisma.sql`AND ${condition}` : Prisma.empty;
}

function ascending(column: Prisma.Sql): Order {
  return {
    key: column,
    by: Prisma.sql`${column}, r.id`,
    beyond: (key, id) => Prisma.sql`(${column}, r.id) > (${key}, ${id})`,
  };
}
