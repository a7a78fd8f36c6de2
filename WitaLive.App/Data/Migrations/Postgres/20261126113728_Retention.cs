using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ForgottenOn",
                table: "meetings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AtCourtSince",
                table: "files",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ForgottenOn",
                table: "files",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reasons",
                table: "file_days",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DiedOn",
                table: "attestations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ForgottenOn",
                table: "attestations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastUsedOn",
                table: "accounts",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "counted_sessions",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counted_sessions", x => x.MeetingId);
                });

            migrationBuilder.CreateTable(
                name: "doomed_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doomed_files", x => new { x.Kind, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "removals",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_removals", x => new { x.Day, x.Kind });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counted_sessions");

            migrationBuilder.DropTable(
                name: "doomed_files");

            migrationBuilder.DropTable(
                name: "removals");

            migrationBuilder.DropColumn(
                name: "ForgottenOn",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "AtCourtSince",
                table: "files");

            migrationBuilder.DropColumn(
                name: "ForgottenOn",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Reasons",
                table: "file_days");

            migrationBuilder.DropColumn(
                name: "DiedOn",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "ForgottenOn",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "LastUsedOn",
                table: "accounts");
        }
    }
}
