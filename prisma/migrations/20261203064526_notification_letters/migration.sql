-- AlterTable
ALTER TABLE "notification_reading" ADD COLUMN     "daily_at" TIMESTAMPTZ(3),
ADD COLUMN     "daily_seq" BIGINT,
ADD COLUMN     "immediate_seq" BIGINT,
ADD COLUMN     "letters" JSONB;
