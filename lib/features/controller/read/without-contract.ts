import { Prisma } from "@/lib/generated/prisma/client";

/** Condition that a controller of that alias is served, by an entry that is not ended, without a contract in force, art. 28(3). */
export function isWithoutContract(controller: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM processing_record served WHERE served.org_id = ${controller}.org_id
      AND served.controller_id = ${controller}.id AND served.capacity = 'processor' AND served.state <> 'ended')
    AND NOT EXISTS (SELECT FROM contract held WHERE held.org_id = ${controller}.org_id
      AND held.controller_id = ${controller}.id AND held.state = 'in-force')`;
}
