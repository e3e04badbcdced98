-- A workbook is read once, in a child process; what was read of it stands beside its bytes.
ALTER TABLE "import_run" ADD COLUMN "sheets" JSONB;
