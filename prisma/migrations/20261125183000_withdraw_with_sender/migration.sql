-- Whoever no longer decides on members has invited nobody: their open invitations go in the transaction that puts them out.
GRANT UPDATE (withdrawn_at, withdrawn_by_name) ON invitation TO amana_auth;
