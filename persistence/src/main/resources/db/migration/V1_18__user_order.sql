-- Lists of users are in the order of their names: without this the database sorts all of them to show twenty.
CREATE INDEX ix_user_account_order ON user_account (username, id);
