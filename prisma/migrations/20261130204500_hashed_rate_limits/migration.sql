-- Keys of counts held addresses of persons in clear: they are keyed hashes from now on, and the counts of a few hours begin
-- anew. Refused sign-ins are read again by the hour, under the network that they came from.
DELETE FROM rate_limit WHERE key NOT LIKE 'k1:%' AND key NOT LIKE 'refused-sign-in:%';
ALTER TABLE rate_limit ADD CONSTRAINT rate_limit_key CHECK (key LIKE 'k1:%' OR key LIKE 'refused-sign-in:%');
