-- The return type of a function changes only with the function.
DROP FUNCTION public_identity();

-- Columns of a part that is not shown are null.
CREATE FUNCTION public_identity()
  RETURNS TABLE(legal_name text, city text, country text, email text, parts text[], activity jsonb, certifications jsonb, dpo_name text, dpo_email text, dpo_phone text, has_no_dpo boolean, representative text, representative_contact text, representative_country text, has_no_representative boolean, public_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'pg_catalog', 'public', 'pg_temp' AS $$
  SELECT o.legal_name, o.city, o.country, CASE WHEN 'contact' = ANY (p.parts) THEN o.email END, p.parts,
    CASE WHEN 'activity' = ANY (p.parts) THEN p.activity END,
    CASE WHEN 'certifications' = ANY (p.parts) THEN p.certifications END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_name END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_email END,
    CASE WHEN 'dpo' = ANY (p.parts) THEN o.dpo_phone END, CASE WHEN 'dpo' = ANY (p.parts) THEN o.has_no_dpo END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_contact END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative_country END,
    CASE WHEN 'representative' = ANY (p.parts) THEN o.eu_representative = ''
      AND (o.eu_representative_exemption <> '' OR o.eu_representative_reason <> '') END,
    CASE WHEN 'key' = ANY (p.parts) THEN (SELECT k.public_key FROM journal_key k
      WHERE k.org_id = o.id AND k.retired_at IS NULL ORDER BY k.created_at DESC LIMIT 1) END
  FROM public_page_shown() p JOIN organisation o ON o.id = p.org_id
$$;
REVOKE ALL ON FUNCTION public_identity() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_identity() TO amana_app;
GRANT EXECUTE ON FUNCTION public_identity() TO amana_public;
