-- Digest of a log's head, by which what a person decides of its codes is remembered with its layout; '' where it has none.
ALTER TABLE "call_log" ADD COLUMN "head" TEXT NOT NULL DEFAULT '';
