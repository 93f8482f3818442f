-- Enti and people are managed by people: who is written to, who stands in for whom, who may enter, who did what.

-- art. 9 of the convenzione: the segretario comunale by default, somebody the comune names, or somebody he delegates
ALTER TABLE referente ADD COLUMN tipo VARCHAR(20) DEFAULT 'SEGRETARIO' NOT NULL;
-- a user of the application, whose name and address are then kept in step
ALTER TABLE referente ADD COLUMN utente VARCHAR(64);
-- who delegated, since when, by which act
ALTER TABLE referente ADD COLUMN delegante VARCHAR(36);
ALTER TABLE referente ADD CONSTRAINT referente_delegante_fk FOREIGN KEY (delegante) REFERENCES referente (id);
ALTER TABLE referente ADD COLUMN dal DATE;
ALTER TABLE referente ADD COLUMN atto VARCHAR(200);
CREATE INDEX referente_utente ON referente (utente);

-- who stands in for whom, from a day to a day, both included
CREATE TABLE sostituzione (
    id VARCHAR(36) PRIMARY KEY,
    -- who is away: a user, or else whoever has this address
    assente_utente VARCHAR(64),
    assente_nome VARCHAR(200) NOT NULL,
    assente_email VARCHAR(254) NOT NULL,
    sostituto_utente VARCHAR(64),
    sostituto_nome VARCHAR(200) NOT NULL,
    sostituto_email VARCHAR(254) NOT NULL,
    -- for one ente, for those of a gestione, or for all of his
    ente VARCHAR(20) REFERENCES ente (id),
    gestione VARCHAR(20) REFERENCES gestione (id),
    dal DATE NOT NULL,
    al DATE NOT NULL
);
CREATE INDEX sostituzione_al ON sostituzione (al);

-- what the engine does not know of its users: a row appears when there is something to say
CREATE TABLE utente (
    id VARCHAR(64) PRIMARY KEY,
    -- a session holds the one it began with; when it grows, older sessions are over
    versione INTEGER NOT NULL,
    disattivato TIMESTAMP WITH TIME ZONE,
    disattivato_da VARCHAR(100)
);

-- links to set a password
CREATE TABLE invito (
    id VARCHAR(36) PRIMARY KEY,
    utente VARCHAR(64) NOT NULL,
    -- NUOVO, RIMANDATO, DIMENTICATA
    motivo VARCHAR(20) NOT NULL,
    chiesto TIMESTAMP WITH TIME ZONE NOT NULL,
    chiesto_da VARCHAR(100),
    -- SHA-256 of what is in the link, hexadecimal; null until the mail has left
    impronta VARCHAR(64),
    inviato TIMESTAMP WITH TIME ZONE,
    scade TIMESTAMP WITH TIME ZONE,
    usato TIMESTAMP WITH TIME ZONE,
    annullato TIMESTAMP WITH TIME ZONE,
    CONSTRAINT invito_impronta UNIQUE (impronta)
);
CREATE INDEX invito_utente ON invito (utente, chiesto);

-- who did what to whom among enti and people; append-only, without secrets
CREATE SEQUENCE registro_numero START WITH 1;
CREATE TABLE registro_amministrativo (
    numero BIGINT PRIMARY KEY,
    quando TIMESTAMP WITH TIME ZONE NOT NULL,
    chi VARCHAR(100) NOT NULL,
    atto VARCHAR(60) NOT NULL,
    -- ENTE, GESTIONE, REFERENTE, SOSTITUZIONE, UTENTE, CARICAMENTO
    tipo VARCHAR(20) NOT NULL,
    oggetto VARCHAR(64) NOT NULL,
    nome VARCHAR(300) NOT NULL,
    -- the gestione whose ufficio RTD may read it, null for the administrator's alone
    gestione VARCHAR(20),
    prima VARCHAR(4000),
    dopo VARCHAR(4000)
);
CREATE INDEX registro_gestione ON registro_amministrativo (gestione, numero);

-- a file that waits to be confirmed: one for each person
CREATE TABLE caricamento (
    id VARCHAR(36) PRIMARY KEY,
    chi VARCHAR(64) NOT NULL,
    -- ENTI, REFERENTI, UTENTI
    tipo VARCHAR(20) NOT NULL,
    file VARCHAR(200) NOT NULL,
    contenuto BYTEA NOT NULL,
    -- what the preview showed, so that nothing else is confirmed
    impronta VARCHAR(64) NOT NULL,
    quando TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT caricamento_chi UNIQUE (chi)
);

-- whoever changes enti or people takes this row first: the last administrator is one for all nodes
CREATE TABLE serratura (
    id VARCHAR(20) PRIMARY KEY
);
INSERT INTO serratura (id) VALUES ('anagrafe');
