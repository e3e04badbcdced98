-- Calls that the house alone forbids; null in judgements that were made by the law alone.
ALTER TABLE "call_log_judgement" ADD COLUMN "by_house" INTEGER;
