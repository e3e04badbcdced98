-- The last day on which a contract binds, as its documents said when it was last assessed; null: it goes on.
ALTER TABLE contract ADD COLUMN binds_until text;

-- The next day on which the dates of a contract may make its stored state, term and gaps come out otherwise: from that
-- day on, until they are assessed again, readers work them out. Empty of rows that no rules have assessed since.
ALTER TABLE contract ADD COLUMN changes_on text NOT NULL DEFAULT '';
