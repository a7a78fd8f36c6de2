using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "AgendaMeetingId",
                table: "files",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ApplicantId",
                table: "files",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChamberId",
                table: "files",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CompleteOn",
                table: "files",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ManagerId",
                table: "files",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SilentSince",
                table: "files",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "StandsStill",
                table: "files",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SubmittedAt",
                table: "files",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "application_drafts",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Chosen = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_drafts", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "application_snapshots",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_snapshots", x => x.FileId);
                });

            migrationBuilder.CreateTable(
                name: "application_steps",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_steps", x => new { x.FileId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "attestations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilBefore = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attestations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "file_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "profiles",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    NumberEnd = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_profiles", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "proofs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
