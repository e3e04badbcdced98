-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "own_domains" TEXT;
