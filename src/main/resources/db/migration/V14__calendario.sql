-- Terms as a calendar: what a program that shows it must know of each, and the addresses it may be read at.

-- grows with every change that a calendar shows: the SEQUENCE of its event
ALTER TABLE scadenza ADD COLUMN versione INTEGER DEFAULT 0 NOT NULL;
-- when it last grew; null for a term that has stayed as it was opened
ALTER TABLE scadenza ADD COLUMN modificata TIMESTAMP WITH TIME ZONE;

CREATE TABLE calendario (
    id VARCHAR(36) PRIMARY KEY,
    -- who made it: it shows what he may see
    utente VARCHAR(64) NOT NULL,
    -- REFERENTE, ENTE, GESTIONE
    tipo VARCHAR(20) NOT NULL,
    -- the user himself, the ente's or the gestione's id
    oggetto VARCHAR(64) NOT NULL,
    -- SHA-256 of what is in the address, hexadecimal
    impronta VARCHAR(64) NOT NULL,
    creato TIMESTAMP WITH TIME ZONE NOT NULL,
    -- the day in Rome on which it was last fetched
    letto DATE,
    -- what was last handed out, SHA-256 and hexadecimal, and since when
    contenuto VARCHAR(64),
    cambiato TIMESTAMP WITH TIME ZONE,
    CONSTRAINT calendario_unico UNIQUE (utente, tipo, oggetto),
    CONSTRAINT calendario_impronta UNIQUE (impronta)
);
CREATE INDEX calendario_oggetto ON calendario (tipo, oggetto);
