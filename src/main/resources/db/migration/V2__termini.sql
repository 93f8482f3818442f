-- What changes a term, and when: nothing of it is ever overwritten. An act is registered once (differimento) for as
-- many candidature as it reaches (differimento_candidatura); whoever undoes it registers a REVOCA.

ALTER TABLE candidatura ADD COLUMN decorrenza_completamento DATE;
-- by way of text: H2 casts a time with zone to the day of the session's zone, not of its own
UPDATE candidatura SET decorrenza_completamento = CASE
        WHEN contrattualizzata < CAST(SUBSTRING(CAST(decreto_notificato AT TIME ZONE 'Europe/Rome' AS VARCHAR(40)), 1, 10) AS DATE)
            THEN CAST(SUBSTRING(CAST(decreto_notificato AT TIME ZONE 'Europe/Rome' AS VARCHAR(40)), 1, 10) AS DATE)
        ELSE contrattualizzata END
    WHERE contrattualizzata IS NOT NULL;

-- a sample check may come more than once: its terms are told apart by their number
ALTER TABLE scadenza ADD COLUMN progressivo INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE scadenza DROP CONSTRAINT scadenza_unica;
ALTER TABLE scadenza ADD CONSTRAINT scadenza_unica UNIQUE (candidatura, termine, progressivo);
ALTER TABLE scadenza ALTER COLUMN spiegazione SET DATA TYPE VARCHAR(20000);

CREATE SEQUENCE differimento_numero START WITH 1;

CREATE TABLE differimento (
    -- the order of registration
    numero BIGINT PRIMARY KEY,
    -- PROROGA, MESI, DATA_FISSA, SOSPENSIONE, RIMESSIONE, PORTALE, REVOCA
    tipo VARCHAR(20) NOT NULL,
    -- null when it reaches every term (SOSPENSIONE) or takes it from the act it undoes (REVOCA)
    termine VARCHAR(30),
    contatore VARCHAR(20),
    quantita INTEGER NOT NULL,
    dal DATE,
    al DATE,
    revoca BIGINT REFERENCES differimento (numero),
    atto VARCHAR(200) NOT NULL,
    data_atto DATE NOT NULL,
    nota VARCHAR(2000),
    -- which candidature it reaches, in words
    ambito VARCHAR(300) NOT NULL,
    -- who may see it: a gestione or an ente
    visibile_a VARCHAR(20) NOT NULL,
    -- DA_CONFERMARE, IN_CORSO, INTERROTTO, CONCLUSO, ANNULLATO
    stato VARCHAR(20) NOT NULL,
    registrato TIMESTAMP WITH TIME ZONE NOT NULL,
    registrato_da VARCHAR(100) NOT NULL,
    -- confirmed or dropped
    deciso TIMESTAMP WITH TIME ZONE,
    deciso_da VARCHAR(100),
    concluso TIMESTAMP WITH TIME ZONE
);
CREATE INDEX differimento_revoca ON differimento (revoca);
CREATE INDEX differimento_visibile ON differimento (visibile_a, numero);

CREATE TABLE differimento_candidatura (
    differimento BIGINT NOT NULL REFERENCES differimento (numero),
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    posto INTEGER NOT NULL,
    -- DA_APPLICARE, APPLICATO, ESCLUSO (by the preview), SALTATO (since the preview)
    esito VARCHAR(20) NOT NULL,
    -- the day that governs the term, before and after; null where the term does not run yet
    prima DATE,
    dopo DATE,
    -- what changes, in words; or why nothing could
    effetto VARCHAR(2000),
    applicato TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (differimento, candidatura)
);
CREATE INDEX differimento_candidatura_posto ON differimento_candidatura (differimento, esito, posto);
CREATE INDEX differimento_candidatura_candidatura ON differimento_candidatura (candidatura, esito);

-- sample checks by the Dipartimento, after erogazione
CREATE TABLE controllo (
    id VARCHAR(36) PRIMARY KEY,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    notificato TIMESTAMP WITH TIME ZONE NOT NULL,
    protocollo VARCHAR(100) NOT NULL,
    registrato TIMESTAMP WITH TIME ZONE NOT NULL,
    registrato_da VARCHAR(100) NOT NULL,
    risposto DATE,
    risposta_protocollo VARCHAR(100)
);
CREATE INDEX controllo_candidatura ON controllo (candidatura);
