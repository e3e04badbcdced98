CREATE OR REPLACE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON evidence_row
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();
CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON evidence_row
  FOR EACH ROW EXECUTE FUNCTION evidence_refuse_rewrite();

CREATE OR REPLACE TRIGGER refuse BEFORE DELETE OR UPDATE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

CREATE OR REPLACE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON journal_head
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON journal_head
  FOR EACH ROW EXECUTE FUNCTION journal_refuse_rewrite();

SELECT evidence_admit('journal_key', 'id', 'retired_at');

CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE DELETE OR UPDATE ON journal_key
  FOR EACH ROW EXECUTE FUNCTION journal_key_refuse_rewrite();

SELECT evidence_admit('journal_publication', 'id', '');

CREATE OR REPLACE TRIGGER refuse BEFORE DELETE OR UPDATE OR TRUNCATE ON journal_publication
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse();

CREATE OR REPLACE TRIGGER refuse BEFORE DELETE OR TRUNCATE ON journal_text
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE OR REPLACE TRIGGER refuse_rewrite BEFORE UPDATE ON journal_text
  FOR EACH ROW EXECUTE FUNCTION journal_refuse_text();
