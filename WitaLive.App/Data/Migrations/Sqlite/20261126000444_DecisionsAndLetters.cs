using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    FactsAsKept = table.Column<string>(type: "TEXT", nullable: false),
                    TextAsKept = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IsDrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SignedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Document = table.Column<string>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rulings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "signing_delegations",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_delegations", x => new { x.MeetingId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "ruling_deliveries",
                columns: table => new
                {
                    RulingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HandedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HasNoEbox = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
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
