using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Searched",
                table: "files",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "attestations",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "attestations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PreviousId",
                table: "attestations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Searched",
                table: "attestations",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "attestation_reminders",
                columns: table => new
                {
                    AttestationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ForMeeting = table.Column<bool>(type: "boolean", nullable: false)
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
