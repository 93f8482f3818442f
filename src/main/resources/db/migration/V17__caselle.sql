-- Not only PEC are read from mailboxes: also what comes back of our own mails. Their names have a slash, those of PEC none.

ALTER TABLE casella_pec RENAME TO casella;
