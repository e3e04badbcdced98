-- A link that is still good is sent again as it is, for whoever asks twice: the second letter does not spoil the first.
-- Those under way, of a quarter of an hour at most, are asked for anew.
DELETE FROM "sign_in_link";
ALTER TABLE "sign_in_link" ADD COLUMN "sealed_token" BYTEA NOT NULL;
