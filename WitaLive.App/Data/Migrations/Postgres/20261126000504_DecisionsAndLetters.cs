using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DecisionsAndLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rulings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Correction = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    FactsAsKept = table.Column<string>(type: "text", nullable: false),
                    TextAsKept = table.Column<string>(type: "text", nullable: false),
                    WrittenBy = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Stage = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    IsDrawn = table.Column<bool>(type: "boolean", nullable: false),
                    IsAsked = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SignedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Document = table.Column<string>(type: "text", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PaperId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rulings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "signing_delegations",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_delegations", x => new { x.MeetingId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "ruling_deliveries",
                columns: table => new
                {
                    RulingId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    HandedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HasNoEbox = table.Column<bool>(type: "boolean", nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ruling_deliveries", x => x.RulingId);
                    table.ForeignKey(
                        name: "FK_ruling_deliveries_rulings_RulingId",
                        column: x => x.RulingId,
                        principalTable: "rulings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ruling_findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RulingId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Agrees = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ruling_findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ruling_findings_rulings_RulingId",
                        column: x => x.RulingId,
                        principalTable: "rulings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ruling_deliveries_PostedOn_ReadOn",
                table: "ruling_deliveries",
                columns: new[] { "PostedOn", "ReadOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ruling_findings_RulingId",
                table: "ruling_findings",
                column: "RulingId");

            migrationBuilder.CreateIndex(
                name: "IX_rulings_Code",
                table: "rulings",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_rulings_FileId_Number",
                table: "rulings",
                columns: new[] { "FileId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rulings_MeetingId",
                table: "rulings",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_rulings_ReplacesId",
                table: "rulings",
                column: "ReplacesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rulings_Stage",
                table: "rulings",
                column: "Stage");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ruling_deliveries");

            migrationBuilder.DropTable(
                name: "ruling_findings");

            migrationBuilder.DropTable(
                name: "signing_delegations");

            migrationBuilder.DropTable(
                name: "rulings");
        }
    }
}
