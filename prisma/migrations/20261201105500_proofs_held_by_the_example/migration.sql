INSERT INTO example.holding_table (noun, name, key, later, but_own) VALUES ('controller', 'contact_proof', 'controller_id', NULL, 'false');
