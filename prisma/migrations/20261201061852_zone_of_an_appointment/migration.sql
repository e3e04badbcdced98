-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "call_zone" TEXT;

-- An appointment alone has a clock by which it was agreed.
ALTER TABLE choice ADD CONSTRAINT choice_call_zone CHECK (call_zone IS NULL OR act = 'appointment');
