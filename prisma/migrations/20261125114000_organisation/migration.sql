-- The organisation in full. What was typed before stays where it stood: the representative's free text is its name,
-- a reason gets the kind "other", and each country of a site becomes a site of which only the country is known.

ALTER TABLE organisation
  ADD COLUMN eu_representative_contact TEXT NOT NULL DEFAULT '',
  ADD COLUMN eu_representative_country TEXT NOT NULL DEFAULT '',
  ADD COLUMN eu_representative_mandate_on TEXT NOT NULL DEFAULT '',
  ADD COLUMN eu_representative_exemption TEXT NOT NULL DEFAULT '',
  ADD COLUMN sites JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN tools JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN cndp_filings JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN data_tika_reference TEXT NOT NULL DEFAULT '',
  ADD COLUMN data_tika_from TEXT NOT NULL DEFAULT '',
  ADD COLUMN data_tika_until TEXT NOT NULL DEFAULT '',
  ADD COLUMN turnover_amount TEXT NOT NULL DEFAULT '',
  ADD COLUMN turnover_currency TEXT NOT NULL DEFAULT 'EUR',
  ADD COLUMN turnover_rate TEXT NOT NULL DEFAULT '',
  ADD COLUMN turnover_rate_on TEXT NOT NULL DEFAULT '',
  ADD COLUMN turnover_year_end TEXT NOT NULL DEFAULT '',
  ADD COLUMN logo_id UUID;

-- The migrating role is bound by row-level security where it is no superuser: it reads every row, and writes as staff.
CREATE POLICY migrated ON organisation FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (true);
UPDATE organisation SET eu_representative_exemption = 'other'
  WHERE eu_representative = '' AND eu_representative_reason <> '';
UPDATE organisation SET sites = coalesce(
  (SELECT jsonb_agg(jsonb_build_object('name', '', 'address', '', 'city', '', 'country', code, 'activity', '',
     'people', NULL) ORDER BY place) FROM unnest(site_countries) WITH ORDINALITY AS listed (code, place)), '[]');
DROP POLICY migrated ON organisation;
