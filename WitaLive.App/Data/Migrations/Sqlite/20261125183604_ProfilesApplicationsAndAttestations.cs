using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProfilesApplicationsAndAttestations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsOutside",
                table: "persons",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "AgendaMeetingId",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ApplicantId",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChamberId",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CompleteOn",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ManagerId",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SilentSince",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "StandsStill",
                table: "files",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "application_drafts",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Chosen = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_drafts", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "application_snapshots",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_snapshots", x => x.FileId);
                });

            migrationBuilder.CreateTable(
                name: "application_steps",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_steps", x => new { x.FileId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "attestations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilBefore = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attestations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "file_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "profiles",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    NumberEnd = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_profiles", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "proofs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proofs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_files_AgendaMeetingId",
                table: "files",
                column: "AgendaMeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_files_ApplicantId",
                table: "files",
                column: "ApplicantId");

            migrationBuilder.CreateIndex(
                name: "IX_files_SilentSince",
                table: "files",
                column: "SilentSince");

            migrationBuilder.CreateIndex(
                name: "IX_attestations_FileId",
                table: "attestations",
                column: "FileId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attestations_HolderId",
                table: "attestations",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_file_notes_FileId",
                table: "file_notes",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_profiles_NumberHash",
                table: "profiles",
                column: "NumberHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proofs_PersonId",
                table: "proofs",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "application_drafts");

            migrationBuilder.DropTable(
                name: "application_snapshots");

            migrationBuilder.DropTable(
                name: "application_steps");

            migrationBuilder.DropTable(
                name: "attestations");

            migrationBuilder.DropTable(
                name: "file_notes");

            migrationBuilder.DropTable(
                name: "profiles");

            migrationBuilder.DropTable(
                name: "proofs");

            migrationBuilder.DropIndex(
                name: "IX_files_AgendaMeetingId",
                table: "files");

            migrationBuilder.DropIndex(
                name: "IX_files_ApplicantId",
                table: "files");

            migrationBuilder.DropIndex(
                name: "IX_files_SilentSince",
                table: "files");

            migrationBuilder.DropColumn(
                name: "IsOutside",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "AgendaMeetingId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "ApplicantId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "ChamberId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "CompleteOn",
                table: "files");

            migrationBuilder.DropColumn(
                name: "ManagerId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "SilentSince",
                table: "files");

            migrationBuilder.DropColumn(
                name: "StandsStill",
                table: "files");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "files");
        }
    }
}
