-- AlterTable
ALTER TABLE "house_rule" ADD COLUMN     "weekdays" JSONB;
