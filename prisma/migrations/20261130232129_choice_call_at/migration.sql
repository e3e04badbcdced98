-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "call_at" TIMESTAMPTZ(3);

ALTER TABLE choice DROP CONSTRAINT choice_act;
ALTER TABLE choice ADD CONSTRAINT choice_act CHECK (act IN ('telephone', 'mail', 'transfer', 'recording', 'reuse', 'appointment'));
-- An appointment has its instant, and nothing else has one.
ALTER TABLE choice ADD CONSTRAINT choice_call_at CHECK ((call_at IS NOT NULL) = (act = 'appointment'));
