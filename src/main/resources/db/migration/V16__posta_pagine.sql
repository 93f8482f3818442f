-- The pages of the mail: what a test mail says is fixed when it is asked for, and the list begins with the last ones.

CREATE TABLE messaggio_prova (
    messaggio VARCHAR(36) PRIMARY KEY REFERENCES messaggio (id),
    oggetto VARCHAR(300) NOT NULL,
    html TEXT NOT NULL,
    testo TEXT NOT NULL
);

CREATE INDEX messaggio_creato ON messaggio (creato);
