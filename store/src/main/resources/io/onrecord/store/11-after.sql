-- Which articles were there when a search was saved: the clock's second cannot tell.
ALTER TABLE saved_search ADD COLUMN after_article INTEGER NOT NULL DEFAULT 0;

UPDATE saved_search
SET after_article = (SELECT COALESCE(max(key), 0) FROM article WHERE kept_at < saved_search.saved_at);
