-- The whole life: the phase, and what may lie over it while it goes on underneath.

UPDATE candidatura SET stato = 'COMPLETATA' WHERE stato = 'ASSEVERATA';

-- stato is what people see, fase what is to be done: they differ while something lies over the phase
ALTER TABLE candidatura ADD COLUMN fase VARCHAR(30);
UPDATE candidatura SET fase = stato;
ALTER TABLE candidatura ALTER COLUMN fase SET NOT NULL;
ALTER TABLE candidatura ADD COLUMN rinuncia_richiesta DATE;
ALTER TABLE candidatura ADD COLUMN revoca_comunicata DATE;
ALTER TABLE candidatura ADD COLUMN sospesa BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE candidatura ADD COLUMN integrazione BOOLEAN DEFAULT FALSE NOT NULL;
-- the candidatura whose place this one takes
ALTER TABLE candidatura ADD COLUMN predecessore VARCHAR(20) REFERENCES candidatura (codice);
CREATE INDEX candidatura_predecessore ON candidatura (predecessore);
-- the last year for which the services were found alive
ALTER TABLE candidatura ADD COLUMN anno_verificato INTEGER;

-- what the Dipartimento asks for during asseverazione or the formal check, each with a term of its own
CREATE TABLE integrazione (
    id VARCHAR(36) PRIMARY KEY,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    notificata TIMESTAMP WITH TIME ZONE NOT NULL,
    protocollo VARCHAR(100) NOT NULL,
    richiesta VARCHAR(2000) NOT NULL,
    -- either the days to answer or the last day
    giorni INTEGER,
    entro DATE,
    registrata TIMESTAMP WITH TIME ZONE NOT NULL,
    registrata_da VARCHAR(100) NOT NULL,
    risposto DATE,
    risposta_protocollo VARCHAR(100)
);
CREATE INDEX integrazione_candidatura ON integrazione (candidatura);

ALTER TABLE controllo ADD COLUMN esito VARCHAR(20);
ALTER TABLE controllo ADD COLUMN esito_data DATE;
ALTER TABLE controllo ADD COLUMN esito_protocollo VARCHAR(100);

-- terms of candidature that ended otherwise than by meeting them no longer run
UPDATE scadenza SET stato = 'ESTINTA' WHERE stato <> 'ADEMPIUTA' AND candidatura IN (
    SELECT codice FROM candidatura WHERE stato IN ('RITIRATA', 'NON_AMMESSA', 'REVOCATA'));
