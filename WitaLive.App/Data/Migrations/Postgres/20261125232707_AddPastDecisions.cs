using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPastDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "past_decisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Activities = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_past_decisions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_past_decisions_DecidedOn_Outcome_FileId",
                table: "past_decisions",
                columns: new[] { "DecidedOn", "Outcome", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_past_decisions_FileId",
                table: "past_decisions",
                column: "FileId",
                unique: true);

            // Words are looked for in a tsvector (Search/FullText) that the database keeps itself.
            migrationBuilder.Sql("""
                ALTER TABLE past_decisions ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', "Words")) STORED;
                """);
            migrationBuilder.Sql("CREATE INDEX \"IX_past_decisions_search\" ON past_decisions USING gin (search);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "past_decisions");
        }
    }
}
