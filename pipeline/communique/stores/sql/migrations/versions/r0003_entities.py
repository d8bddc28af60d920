"""Entities: the people and organizations of different releases that are the same."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; communique resolve fills them."""
    op.create_table(
        "entities",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity", name=op.f("entities_pkey")),
    )
    op.create_index(op.f("entities_name_key_idx"), "entities", ["name_key"], unique=False)
    _members("entity_people", "people", "person")
    _members("entity_organizations", "organizations", "organization")


def _members(name: str, of: str, column: str) -> None:
    op.create_table(
        name,
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(column, sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("joined_to", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release", column],
            [f"{of}.release", f"{of}.{column}"],
            name=op.f(f"{name}_release_{column}_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.entity"],
            name=op.f(f"{name}_entity_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", column, name=op.f(f"{name}_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f(f"{name}_entity_idx"), name, ["entity"], unique=False)
