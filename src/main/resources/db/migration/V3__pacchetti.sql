-- What each misura has of its own: choices of the package, services that the ente names itself, steps on the way.

ALTER TABLE candidatura ADD COLUMN scenario_partenza VARCHAR(20);
ALTER TABLE candidatura ADD COLUMN protocollo VARCHAR(20);
ALTER TABLE candidatura ADD COLUMN adesione VARCHAR(20);
ALTER TABLE candidatura ADD COLUMN decreto_pubblicato DATE;
-- terms read in Allegato 2, ISO; null for those of the table
ALTER TABLE candidatura ADD COLUMN allegato_contrattualizzazione VARCHAR(10);
ALTER TABLE candidatura ADD COLUMN allegato_completamento VARCHAR(10);
ALTER TABLE candidatura ADD COLUMN allegato_limite VARCHAR(10);

ALTER TABLE servizio_finanziato ADD COLUMN nome VARCHAR(300);
UPDATE servizio_finanziato SET nome = servizio;
ALTER TABLE servizio_finanziato ALTER COLUMN nome SET NOT NULL;
ALTER TABLE servizio_finanziato ADD COLUMN modalita VARCHAR(30);
ALTER TABLE criterio_rispettato ALTER COLUMN criterio SET DATA TYPE VARCHAR(60);

-- a step towards the result, recorded in the task of the same name; done again, its row is replaced and the story keeps
-- what it was
CREATE TABLE adempimento (
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    adempimento VARCHAR(40) NOT NULL,
    giorno DATE NOT NULL,
    riferimento VARCHAR(500) NOT NULL,
    nota VARCHAR(2000),
    registrato TIMESTAMP WITH TIME ZONE NOT NULL,
    registrato_da VARCHAR(100) NOT NULL,
    PRIMARY KEY (candidatura, adempimento)
);
