-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "breach_notice_hours" INTEGER NOT NULL DEFAULT 24;
