using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "attestations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MeasureFrom",
                table: "attestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MeasureUntil",
                table: "attestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decided_measures",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InsteadOf = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decided_measures", x => x.FileId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_files_SubjectId",
                table: "files",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_decided_measures_SubjectId",
                table: "decided_measures",
                column: "SubjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decided_measures");

            migrationBuilder.DropIndex(
                name: "IX_files_SubjectId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "MeasureFrom",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "MeasureUntil",
                table: "attestations");
        }
    }
}
