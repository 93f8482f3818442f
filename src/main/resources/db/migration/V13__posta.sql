-- One mail a day: clocks raise reminders, a morning run says who is told of what, each mail is a message of its own.

CREATE TABLE messaggio (
    -- also its Message-ID, the same at each attempt
    id VARCHAR(36) PRIMARY KEY,
    -- GIORNALIERO, URGENTE, SETTIMANALE, AVVISO (an address refuses), PROVA
    tipo VARCHAR(20) NOT NULL,
    -- lower case
    indirizzo VARCHAR(254) NOT NULL,
    giorno DATE NOT NULL,
    -- what it is about, so that nothing is planned twice
    chiave VARCHAR(400) NOT NULL,
    -- whose it is where it belongs to one gestione only
    gestione VARCHAR(20) REFERENCES gestione (id),
    -- the refused message that an AVVISO tells of
    origine VARCHAR(36) REFERENCES messaggio (id),
    -- DA_INVIARE, INVIATO, RESPINTO, ANNULLATO (nothing was left to say)
    stato VARCHAR(20) NOT NULL,
    creato TIMESTAMP WITH TIME ZONE NOT NULL,
    concluso TIMESTAMP WITH TIME ZONE,
    oggetto VARCHAR(300),
    -- what the server said when it refused
    motivo VARCHAR(1000),
    CONSTRAINT messaggio_chiave UNIQUE (chiave)
);
CREATE INDEX messaggio_giorno ON messaggio (giorno, tipo);
CREATE INDEX messaggio_indirizzo ON messaggio (indirizzo, giorno);

-- a row says that somebody is told of a reminder, by which message; when it has left
ALTER TABLE promemoria_destinatario ADD COLUMN messaggio VARCHAR(36);
ALTER TABLE promemoria_destinatario ADD CONSTRAINT promemoria_destinatario_messaggio_fk
    FOREIGN KEY (messaggio) REFERENCES messaggio (id);
-- REFERENTE, SEGRETARIO, RTD, RESPONSABILE
ALTER TABLE promemoria_destinatario ADD COLUMN motivo VARCHAR(20);
-- whoever else should have been told: nobody is registered, or these addresses refuse
ALTER TABLE promemoria_destinatario ADD COLUMN nessuno BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE promemoria_destinatario ADD COLUMN respinti VARCHAR(1000);
ALTER TABLE promemoria_destinatario ALTER COLUMN inviato DROP NOT NULL;
CREATE INDEX promemoria_destinatario_messaggio ON promemoria_destinatario (messaggio);

-- null: the morning runs still look at it
ALTER TABLE promemoria ADD COLUMN smaltito TIMESTAMP WITH TIME ZONE;
-- whatever was raised so far has a mail of its own, on its way or gone
UPDATE promemoria SET smaltito = sollevato;
CREATE INDEX promemoria_smaltito ON promemoria (smaltito);

-- addresses that a server has refused for good
CREATE TABLE indirizzo_respinto (
    indirizzo VARCHAR(254) PRIMARY KEY,
    quando TIMESTAMP WITH TIME ZONE NOT NULL,
    motivo VARCHAR(1000) NOT NULL
);

-- how somebody wants to be written to
CREATE TABLE preferenza_posta (
    -- lower case
    indirizzo VARCHAR(254) PRIMARY KEY,
    -- GIORNALIERA, SETTIMANALE
    cadenza VARCHAR(20) NOT NULL,
    -- 1 Monday to 7 Sunday, for SETTIMANALE
    giorno INTEGER,
    -- the weekly summary of a responsabile
    riepilogo BOOLEAN DEFAULT TRUE NOT NULL
);

-- of which candidatura somebody does not want to hear, up to a day, included
CREATE TABLE silenzio (
    indirizzo VARCHAR(254) NOT NULL,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    fino DATE NOT NULL,
    PRIMARY KEY (indirizzo, candidatura)
);

-- of two nodes one prepares the run, the other finds it prepared
INSERT INTO serratura (id) VALUES ('giro');
