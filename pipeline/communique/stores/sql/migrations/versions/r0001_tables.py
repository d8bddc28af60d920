"""The first tables: releases and what records say of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "releases",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("schema_version", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publish_date", sa.Date(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("rights", sa.Text(), nullable=True),
        sa.Column("dateline_place", sa.Text(), nullable=True),
        sa.Column("dateline_date", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("pipeline_name", sa.Text(), nullable=False),
        sa.Column("pipeline_version", sa.Text(), nullable=False),
        sa.Column("pipeline_model", sa.Text(), nullable=False),
        sa.Column("details", JSON, nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("release", name=op.f("releases_pkey")),
        sa.UniqueConstraint("id", name=op.f("releases_id_key")),
    )
    op.create_index(op.f("releases_publish_date_idx"), "releases", ["publish_date"], unique=False)
    op.create_table(
        "agreements",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_start_char", sa.Integer(), nullable=True),
        sa.Column("date_end_char", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("term_start_char", sa.Integer(), nullable=True),
        sa.Column("term_end_char", sa.Integer(), nullable=True),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.release"],
            name=op.f("agreements_release_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "agreement", name=op.f("agreements_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("agreements_first_day_idx"), "agreements", ["first_day"], unique=False)
    op.create_index(op.f("agreements_name_key_idx"), "agreements", ["name_key"], unique=False)
    op.create_table(
        "dates",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.release"],
            name=op.f("dates_release_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "position", name=op.f("dates_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("dates_first_day_idx"), "dates", ["first_day"], unique=False)
    op.create_table(
        "organizations",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["release", "part_of"],
            ["organizations.release", "organizations.organization"],
            name=op.f("organizations_release_part_of_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.release"],
            name=op.f("organizations_release_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "organization", name=op.f("organizations_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("organizations_name_key_idx"), "organizations", ["name_key"], unique=False)
    op.create_table(
        "people",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.release"],
            name=op.f("people_release_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "person", name=op.f("people_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("people_name_key_idx"), "people", ["name_key"], unique=False)
    op.create_table(
        "sources",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.release"],
            name=op.f("sources_release_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "path", "record", name=op.f("sources_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("sources_path_record_idx"), "sources", ["path", "record"], unique=False)
    op.create_table(
        "warnings",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("warning", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release"],
            ["releases.release"],
            name=op.f("warnings_release_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "position", name=op.f("warnings_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_amounts",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "agreement"],
            ["agreements.release", "agreements.agreement"],
            name=op.f("agreement_amounts_release_agreement_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "agreement", "position", name=op.f("agreement_amounts_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_evidence",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "agreement"],
            ["agreements.release", "agreements.agreement"],
            name=op.f("agreement_evidence_release_agreement_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "agreement", "position", name=op.f("agreement_evidence_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_mentions",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "agreement"],
            ["agreements.release", "agreements.agreement"],
            name=op.f("agreement_mentions_release_agreement_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "agreement", "position", name=op.f("agreement_mentions_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_parties",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(organization IS NULL) <> (person IS NULL)",
            name=op.f("agreement_parties_one_party_check"),
        ),
        sa.ForeignKeyConstraint(
            ["release", "agreement"],
            ["agreements.release", "agreements.agreement"],
            name=op.f("agreement_parties_release_agreement_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release", "organization"],
            ["organizations.release", "organizations.organization"],
            name=op.f("agreement_parties_release_organization_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release", "person"],
            ["people.release", "people.person"],
            name=op.f("agreement_parties_release_person_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "agreement", "position", name=op.f("agreement_parties_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_signatories",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("on_behalf_of", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release", "agreement"],
            ["agreements.release", "agreements.agreement"],
            name=op.f("agreement_signatories_release_agreement_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release", "on_behalf_of"],
            ["organizations.release", "organizations.organization"],
            name=op.f("agreement_signatories_release_on_behalf_of_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release", "person"],
            ["people.release", "people.person"],
            name=op.f("agreement_signatories_release_person_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "agreement", "position", name=op.f("agreement_signatories_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement_witnesses",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "agreement"],
            ["agreements.release", "agreements.agreement"],
            name=op.f("agreement_witnesses_release_agreement_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release", "person"],
            ["people.release", "people.person"],
            name=op.f("agreement_witnesses_release_person_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "agreement", "position", name=op.f("agreement_witnesses_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "organization_aliases",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("alias_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "organization"],
            ["organizations.release", "organizations.organization"],
            name=op.f("organization_aliases_release_organization_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "organization", "position", name=op.f("organization_aliases_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("organization_aliases_alias_key_idx"),
        "organization_aliases",
        ["alias_key"],
        unique=False,
    )
    op.create_table(
        "organization_mentions",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "organization"],
            ["organizations.release", "organizations.organization"],
            name=op.f("organization_mentions_release_organization_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release", "organization", "position", name=op.f("organization_mentions_pkey")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person_mentions",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release", "person"],
            ["people.release", "people.person"],
            name=op.f("person_mentions_release_person_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "person", "position", name=op.f("person_mentions_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "titles",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("organization_name", sa.Text(), nullable=True),
        sa.Column("organization_source", sa.Text(), nullable=True),
        sa.Column("held", sa.Text(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["release", "organization"],
            ["organizations.release", "organizations.organization"],
            name=op.f("titles_release_organization_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release", "person"],
            ["people.release", "people.person"],
            name=op.f("titles_release_person_fkey"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release", "person", "position", name=op.f("titles_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("titles_title_key_idx"), "titles", ["title_key"], unique=False)
