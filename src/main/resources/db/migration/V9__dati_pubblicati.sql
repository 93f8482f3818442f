-- What PA digitale 2026 publishes, and what became of it here.

-- lower case, so that a code is found however it is written (dominio 5.4)
ALTER TABLE ente ADD COLUMN chiave_ipa VARCHAR(20);
UPDATE ente SET chiave_ipa = LOWER(codice_ipa);
CREATE INDEX ente_chiave_ipa ON ente (chiave_ipa);
ALTER TABLE ente ADD COLUMN cod_provincia VARCHAR(3);
-- known from the published data only: population, gestione and referenti are missing
ALTER TABLE ente ADD COLUMN da_completare BOOLEAN DEFAULT FALSE NOT NULL;

-- avvisi that the published data name and our tables do not: nothing is known of their terms
CREATE TABLE avviso_pubblicato (
    codice VARCHAR(60) PRIMARY KEY,
    titolo VARCHAR(300) NOT NULL,
    -- 1.4.1
    misura VARCHAR(20) NOT NULL,
    visto TIMESTAMP WITH TIME ZONE NOT NULL
);

ALTER TABLE candidatura ALTER COLUMN fascia DROP NOT NULL;
-- UFFICIO: opened here; PUBBLICATA: first heard of in the published data
ALTER TABLE candidatura ADD COLUMN origine VARCHAR(20) DEFAULT 'UFFICIO' NOT NULL;
-- whether a process follows it: not one that was over when it was heard of, nor one whose avviso is not in our tables
ALTER TABLE candidatura ADD COLUMN seguita BOOLEAN DEFAULT TRUE NOT NULL;
-- the day of the decree of rinuncia or revoca
ALTER TABLE candidatura ADD COLUMN conclusa DATE;
UPDATE candidatura SET conclusa = (
        SELECT CAST(SUBSTRING(CAST(MAX(s.quando) AT TIME ZONE 'Europe/Rome' AS VARCHAR(40)), 1, 10) AS DATE)
        FROM storia s WHERE s.candidatura = candidatura.codice
            AND s.fatto IN ('Rinuncia decretata', 'Finanziamento revocato'))
    WHERE stato IN ('RINUNCIATA', 'REVOCATA');
ALTER TABLE candidatura ALTER COLUMN viva SET DATA TYPE VARCHAR(110);
CREATE INDEX candidatura_decreto ON candidatura (decreto_data);

-- the last published row of a candidatura
CREATE TABLE pubblicata (
    candidatura VARCHAR(20) PRIMARY KEY REFERENCES candidatura (codice),
    -- avviso, CUP and instant of sending: stable, but for corrections of the CUP
    chiave VARCHAR(200) NOT NULL,
    -- avviso, ente and instant of sending: stable, but for mergers
    chiave_invio VARCHAR(200) NOT NULL,
    codice_ipa VARCHAR(20) NOT NULL,
    ente VARCHAR(200) NOT NULL,
    importo NUMERIC(14, 2) NOT NULL,
    finanziata DATE NOT NULL,
    cup VARCHAR(30) NOT NULL,
    decreto VARCHAR(60) NOT NULL,
    -- A, E, R
    stato VARCHAR(1) NOT NULL,
    stato_dal DATE NOT NULL,
    -- how the import left the candidatura: as long as it is so, nobody has acted upon it
    versione INTEGER NOT NULL,
    importazione VARCHAR(36) NOT NULL,
    CONSTRAINT pubblicata_chiave UNIQUE (chiave)
);
CREATE INDEX pubblicata_invio ON pubblicata (chiave_invio);

CREATE TABLE importazione (
    id VARCHAR(36) PRIMARY KEY,
    file VARCHAR(200) NOT NULL,
    -- bytes
    dimensione BIGINT NOT NULL,
    alla_data DATE,
    -- codes of the IPA, lower case, one blank between two; null for all
    enti VARCHAR(100000),
    -- the gestione to which the import is bound, null for none
    gestione VARCHAR(20) REFERENCES gestione (id),
    -- IN_CORSO, CONCLUSA, RIFIUTATA
    stato VARCHAR(20) NOT NULL,
    -- one at a time: 'S' while it runs, then null
    attiva VARCHAR(1),
    motivo VARCHAR(2000),
    -- rows of the file, null until it has been read
    righe INTEGER,
    fatte INTEGER NOT NULL,
    nuove INTEGER NOT NULL,
    aggiornate INTEGER NOT NULL,
    invariate INTEGER NOT NULL,
    scartate INTEGER NOT NULL,
    escluse INTEGER NOT NULL,
    da_confermare INTEGER NOT NULL,
    avviata TIMESTAMP WITH TIME ZONE NOT NULL,
    avviata_da VARCHAR(100) NOT NULL,
    conclusa TIMESTAMP WITH TIME ZONE,
    CONSTRAINT importazione_attiva UNIQUE (attiva)
);
CREATE INDEX importazione_avviata ON importazione (avviata);

-- the file as it came, until it has been read
CREATE TABLE importazione_parte (
    importazione VARCHAR(36) NOT NULL REFERENCES importazione (id),
    posto INTEGER NOT NULL,
    contenuto BYTEA NOT NULL,
    PRIMARY KEY (importazione, posto)
);

-- its good rows, until they have been followed
CREATE TABLE importazione_riga (
    importazione VARCHAR(36) NOT NULL REFERENCES importazione (id),
    riga INTEGER NOT NULL,
    codice_ipa VARCHAR(20) NOT NULL,
    ente VARCHAR(200) NOT NULL,
    tipologia VARCHAR(40) NOT NULL,
    codice_istat VARCHAR(6),
    provincia VARCHAR(2),
    cod_provincia VARCHAR(3),
    regione VARCHAR(80),
    importo NUMERIC(14, 2) NOT NULL,
    avviso VARCHAR(300) NOT NULL,
    misura VARCHAR(20) NOT NULL,
    inviata VARCHAR(30) NOT NULL,
    finanziata DATE NOT NULL,
    cup VARCHAR(30) NOT NULL,
    decreto VARCHAR(60) NOT NULL,
    stato VARCHAR(1) NOT NULL,
    stato_dal DATE NOT NULL,
    PRIMARY KEY (importazione, riga)
);

CREATE TABLE importazione_errore (
    importazione VARCHAR(36) NOT NULL REFERENCES importazione (id),
    posto INTEGER NOT NULL,
    riga INTEGER NOT NULL,
    campo VARCHAR(40),
    valore VARCHAR(200),
    motivo VARCHAR(500) NOT NULL,
    PRIMARY KEY (importazione, posto)
);
