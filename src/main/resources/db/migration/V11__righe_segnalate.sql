-- a row that was taken, but of which somebody should know: kept with those that were not
ALTER TABLE importazione_errore ADD COLUMN importata BOOLEAN DEFAULT FALSE NOT NULL;
