"""Full-text search over releases: FTS5 in SQLite, a tsvector in PostgreSQL."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: PostgreSQL's vectors are limited to a megabyte; so many characters always fit.
LONGEST = 200_000

SQLITE = (
    """CREATE VIRTUAL TABLE releases_search USING fts5(
        title, text, content='releases', content_rowid='release',
        tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER releases_search_insert AFTER INSERT ON releases BEGIN
        INSERT INTO releases_search (rowid, title, text) VALUES (new.release, new.title, new.text);
    END""",
    """CREATE TRIGGER releases_search_delete AFTER DELETE ON releases BEGIN
        INSERT INTO releases_search (releases_search, rowid, title, text)
        VALUES ('delete', old.release, old.title, old.text);
    END""",
    """CREATE TRIGGER releases_search_update AFTER UPDATE OF title, text ON releases
    WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
        INSERT INTO releases_search (releases_search, rowid, title, text)
        VALUES ('delete', old.release, old.title, old.text);
        INSERT INTO releases_search (rowid, title, text) VALUES (new.release, new.title, new.text);
    END""",
    "INSERT INTO releases_search (releases_search) VALUES ('rebuild')",
)
POSTGRESQL = (
    f"""ALTER TABLE releases ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', coalesce(title, '')), 'A') ||
        to_tsvector('english', left(coalesce(text, ''), {LONGEST}))) STORED""",
    "CREATE INDEX releases_search_idx ON releases USING gin (search)",
)


def upgrade() -> None:
    """Make the index, and fill it with the releases that stand there."""
    for statement in SQLITE if op.get_context().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
