-- A record names sub-processors of the list by their ids: where one is used is found in SQL, whatever it is called there.
ALTER TABLE "processing_record" ADD COLUMN "sub_processor_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "record_version" ADD COLUMN "sub_processor_ids" UUID[] DEFAULT ARRAY[]::UUID[];
CREATE INDEX "processing_record_sub_processor_ids_idx" ON "processing_record" USING GIN ("sub_processor_ids");
