-- What was found of each criterion: a state, what was seen, who wrote it and when. Several people fill it in over
-- weeks: each row counts its own versions, so that nobody replaces what he has not read. What a row held before is in
-- the story, whole.
CREATE TABLE evidenza (
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    -- "sito" or the code of a service
    oggetto VARCHAR(80) NOT NULL,
    criterio VARCHAR(60) NOT NULL,
    -- rispettato, non-rispettato, da-verificare
    stato VARCHAR(20) NOT NULL,
    evidenza VARCHAR(1000) NOT NULL,
    verificato TIMESTAMP WITH TIME ZONE NOT NULL,
    verificato_da VARCHAR(100) NOT NULL,
    versione INTEGER NOT NULL,
    PRIMARY KEY (candidatura, oggetto, criterio)
);
INSERT INTO evidenza (candidatura, oggetto, criterio, stato, evidenza, verificato, verificato_da, versione)
    SELECT candidatura, oggetto, criterio, 'rispettato', '', verificato, verificato_da, 1 FROM criterio_rispettato;
DROP TABLE criterio_rispettato;

ALTER TABLE storia ALTER COLUMN prima SET DATA TYPE VARCHAR(2000);
ALTER TABLE storia ALTER COLUMN dopo SET DATA TYPE VARCHAR(2000);
