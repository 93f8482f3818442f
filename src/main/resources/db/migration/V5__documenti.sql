-- The documents of a candidatura. Their content is written once, in pieces that H2 and PostgreSQL both hold, and never
-- changed nor deleted: a document uploaded by mistake is withdrawn and stays in the list.

CREATE TABLE documento (
    id VARCHAR(36) PRIMARY KEY,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    tipo VARCHAR(40) NOT NULL,
    nome VARCHAR(150) NOT NULL,
    formato VARCHAR(10) NOT NULL,
    -- bytes
    dimensione BIGINT NOT NULL,
    -- lower case hexadecimal
    sha256 VARCHAR(64) NOT NULL,
    -- the contract it proves; null where it proves none
    contratto VARCHAR(36) REFERENCES contratto (id),
    caricato TIMESTAMP WITH TIME ZONE NOT NULL,
    caricato_da VARCHAR(100) NOT NULL,
    ritirato TIMESTAMP WITH TIME ZONE,
    ritirato_da VARCHAR(100),
    ritirato_motivo VARCHAR(500)
);
CREATE INDEX documento_candidatura ON documento (candidatura, caricato);
CREATE INDEX documento_contratto ON documento (contratto);

CREATE TABLE documento_parte (
    documento VARCHAR(36) NOT NULL REFERENCES documento (id),
    posto INTEGER NOT NULL,
    contenuto BYTEA NOT NULL,
    PRIMARY KEY (documento, posto)
);
