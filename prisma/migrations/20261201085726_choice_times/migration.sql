-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "times" JSONB;

-- Times limit an objection or a withdrawal of calls and messages, 21(2), and nothing else.
ALTER TABLE choice ADD CONSTRAINT choice_times CHECK (times IS NULL
  OR outcome IN ('refused', 'withdrawn') AND act IN ('telephone', 'mail') AND jsonb_typeof(times) = 'object');
