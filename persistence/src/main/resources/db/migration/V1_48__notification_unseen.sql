-- Every page shows how many notifications its user has not seen.
CREATE INDEX ix_notification_unseen ON notification (user_id) WHERE NOT seen;
