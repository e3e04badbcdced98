-- DropIndex
DROP INDEX "journal_publication_org_id_day_key";

-- AlterTable
ALTER TABLE "journal_publication" ADD COLUMN     "minute" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "journal_publication_org_id_day_minute_key" ON "journal_publication"("org_id", "day", "minute") NULLS NOT DISTINCT;
