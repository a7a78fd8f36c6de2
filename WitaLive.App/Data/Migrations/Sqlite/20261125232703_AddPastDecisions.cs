using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Activities = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
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

            // Words are looked for in FTS5 (Search/FullText); a decision is written and removed, never changed.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE decision_words USING fts5("Words", content='past_decisions', content_rowid='Id', tokenize='unicode61', prefix='2 3');
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER past_decisions_written AFTER INSERT ON past_decisions BEGIN
                    INSERT INTO decision_words(rowid, "Words") VALUES (new."Id", new."Words");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER past_decisions_removed AFTER DELETE ON past_decisions BEGIN
                    INSERT INTO decision_words(decision_words, rowid, "Words") VALUES ('delete', old."Id", old."Words");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE decision_words;");
            migrationBuilder.DropTable(
                name: "past_decisions");
        }
    }
}
