-- Shows of the organisation what an entry's head, a letter and an extract say. Its turnover, tools, filings and sites are its own.
CREATE OR REPLACE VIEW portal.organisation WITH (security_barrier, security_invoker) AS
  SELECT id, slug, legal_name, ice, address, city, country, email, phone, dpo_name, dpo_email, dpo_phone,
    has_no_dpo, eu_representative, eu_representative_contact, eu_representative_country,
    eu_representative_exemption, eu_representative_reason, gdpr_binding, site_countries, logo_id, version,
    created_at, updated_at FROM organisation;
GRANT SELECT ON portal.organisation TO amana_portal;

CREATE OR REPLACE VIEW portal.organisation_version WITH (security_barrier) AS
 SELECT org_id,
    version,
    recorded_at,
    superseded_at,
    (SELECT COALESCE(jsonb_object_agg(jsonb_each.key, jsonb_each.value), '{}'::jsonb) AS "coalesce"
           FROM jsonb_each(organisation_version.snapshot) jsonb_each(key, value)
          WHERE jsonb_each.key = ANY (ARRAY['id', 'legalName', 'ice', 'address', 'city', 'country', 'email', 'phone', 'dpoName', 'dpoEmail', 'dpoPhone', 'hasNoDpo', 'euRepresentative', 'euRepresentativeContact', 'euRepresentativeCountry', 'euRepresentativeExemption', 'euRepresentativeReason', 'gdprBinding', 'siteCountries', 'logoId'])) AS snapshot
   FROM organisation_version
  WHERE org_id = (SELECT app_org()) AND (SELECT app_scope()) = 'portal';
GRANT SELECT ON portal.organisation_version TO amana_portal;
