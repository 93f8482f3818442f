-- An ente that is no more keeps its row, its id and its candidature; somebody else holds them.

ALTER TABLE ente ADD COLUMN successore VARCHAR(20);
ALTER TABLE ente ADD CONSTRAINT ente_successore_fk FOREIGN KEY (successore) REFERENCES ente (id);
-- the day from which it is no more
ALTER TABLE ente ADD COLUMN trasferito DATE;
-- who holds its candidature today: after A in B and B in C, the successor of A is C, and the register keeps each step
CREATE INDEX ente_successore ON ente (successore);

CREATE SEQUENCE ente_numero START WITH 1;

-- the register of mergers: append-only
CREATE TABLE evento_ente (
    id VARCHAR(36) PRIMARY KEY,
    vecchio VARCHAR(20) NOT NULL REFERENCES ente (id),
    nuovo VARCHAR(20) NOT NULL REFERENCES ente (id),
    -- FUSIONE, INCORPORAZIONE, SOPPRESSIONE
    tipo VARCHAR(20) NOT NULL,
    giorno DATE NOT NULL,
    atto VARCHAR(200) NOT NULL,
    data_atto DATE NOT NULL,
    vecchia_gestione VARCHAR(20) REFERENCES gestione (id),
    registrato TIMESTAMP WITH TIME ZONE NOT NULL,
    registrato_da VARCHAR(100) NOT NULL,
    -- an ente ceases once
    CONSTRAINT evento_ente_unico UNIQUE (vecchio)
);
CREATE INDEX evento_ente_nuovo ON evento_ente (nuovo);
