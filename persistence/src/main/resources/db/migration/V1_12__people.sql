-- That an e-mail address belongs to its user is a fact of its own, with a time; changing the address takes it away.

ALTER TABLE user_account ADD COLUMN email_verified_at timestamptz;
