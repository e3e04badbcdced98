-- Who saved, opened or closed the page last; '' for rows of before this column.
ALTER TABLE public_page ADD COLUMN author_name text NOT NULL DEFAULT '';
