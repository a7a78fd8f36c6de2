using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RenewalsAppealsAndTheRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AppealOfId",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Searched",
                table: "files",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "attestations",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "attestations",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PreviousId",
                table: "attestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Searched",
                table: "attestations",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "attestation_reminders",
                columns: table => new
                {
                    AttestationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attestation_reminders", x => new { x.AttestationId, x.Months });
                    table.ForeignKey(
                        name: "FK_attestation_reminders_attestations_AttestationId",
                        column: x => x.AttestationId,
                        principalTable: "attestations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_openings",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ForMeeting = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_openings", x => new { x.FileId, x.ReaderId, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_files_AppealOfId",
                table: "files",
                column: "AppealOfId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attestations_Code",
                table: "attestations",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_attestations_DecidedOn_Number",
                table: "attestations",
                columns: new[] { "DecidedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_attestations_Until",
                table: "attestations",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attestation_reminders");

            migrationBuilder.DropTable(
                name: "file_openings");

            migrationBuilder.DropIndex(
                name: "IX_files_AppealOfId",
                table: "files");

            migrationBuilder.DropIndex(
                name: "IX_attestations_Code",
                table: "attestations");

            migrationBuilder.DropIndex(
                name: "IX_attestations_DecidedOn_Number",
                table: "attestations");

            migrationBuilder.DropIndex(
                name: "IX_attestations_Until",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "AppealOfId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Searched",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "PreviousId",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "Searched",
                table: "attestations");
        }
    }
}
