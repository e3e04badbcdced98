SELECT amana_bind_table('internal_note', 'row');
REVOKE UPDATE ON internal_note FROM amana_app;
GRANT UPDATE (text) ON internal_note TO amana_app;

SELECT amana_bind_table('internal_note_mention', 'row');
REVOKE UPDATE ON internal_note_mention FROM amana_app;
GRANT UPDATE (read_at) ON internal_note_mention TO amana_app;
