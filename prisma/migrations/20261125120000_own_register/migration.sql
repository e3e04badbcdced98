-- The second register, article 30(1): what the company does for itself is held for no controller but itself. A row
-- without a controller is seen by no portal: its policy compares controller_id, and NULL equals nothing.

ALTER TABLE "processing_record" ALTER COLUMN "controller_id" DROP NOT NULL;
ALTER TABLE "record_version" ALTER COLUMN "controller_id" DROP NOT NULL;

ALTER TABLE "processing_record" ADD CONSTRAINT "processing_record_capacity_check" CHECK (
  (capacity = 'processor' AND controller_id IS NOT NULL) OR (capacity = 'controller' AND controller_id IS NULL));
ALTER TABLE "record_version" ADD CONSTRAINT "record_version_capacity_check" CHECK (
  (capacity = 'processor' AND controller_id IS NOT NULL) OR (capacity = 'controller' AND controller_id IS NULL));
