using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReferredLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ReferredAt",
                table: "agenda_lines",
                type: "TEXT",
                nullable: true);

            // What was evoked before this column was there.
            migrationBuilder.Sql("""
                UPDATE agenda_lines SET "ReferredAt" = (SELECT MAX(r."DecidedAt") FROM evocation_requests r WHERE r."ItemId" = agenda_lines."Id" AND r."State" = 'Accepted');
                """);
            // Both reasons stood in the answer, a blank line between them.
            migrationBuilder.Sql("""
                UPDATE evocation_requests SET "Answer" = substr("Answer", length("Reason") + 3)
                WHERE "State" = 'Accepted' AND substr("Answer", 1, length("Reason") + 2) = "Reason" || char(10) || char(10);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReferredAt",
                table: "agenda_lines");
        }
    }
}
