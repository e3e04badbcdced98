-- AlterTable
ALTER TABLE "controller" ALTER COLUMN "client_role" SET DEFAULT '';
