-- Letters to persons who are consulted, or asked something, name their recipient among their encrypted secrets alone. Those that have left or
-- ended lose the address that they were sent to, and what a server repeated of it; those that wait lose it as they leave.
UPDATE outbox_mail SET to_address = '', to_name = '',
  last_error = regexp_replace(last_error, '[^\s<>@"''(),;:]+@[^\s<>@"''(),;:]+', '<address>', 'g'),
  response = regexp_replace(response, '[^\s<>@"''(),;:]+@[^\s<>@"''(),;:]+', '<address>', 'g')
  WHERE template IN ('consultation', 'public-request') AND state NOT IN ('queued', 'sending');
