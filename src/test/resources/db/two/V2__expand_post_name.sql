ALTER TABLE post ADD COLUMN name text;
