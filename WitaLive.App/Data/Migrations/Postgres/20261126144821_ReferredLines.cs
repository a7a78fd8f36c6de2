using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReferredLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReferredAt",
                table: "agenda_lines",
                type: "timestamp with time zone",
                nullable: true);

            // What was evoked before this column was there.
            migrationBuilder.Sql("""
                UPDATE agenda_lines SET "ReferredAt" = (SELECT MAX(r."DecidedAt") FROM evocation_requests r WHERE r."ItemId" = agenda_lines."Id" AND r."State" = 'Accepted');
                """);
            // Both reasons stood in the answer, a blank line between them.
            migrationBuilder.Sql("""
                UPDATE evocation_requests SET "Answer" = substr("Answer", length("Reason") + 3)
                WHERE "State" = 'Accepted' AND substr("Answer", 1, length("Reason") + 2) = "Reason" || chr(10) || chr(10);
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
