using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReportLoans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report_loans",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportOf = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LentBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LentAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_loans", x => new { x.MeetingId, x.FileId });
                    table.ForeignKey(
                        name: "FK_report_loans_files_FileId",
                        column: x => x.FileId,
                        principalTable: "files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_report_loans_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_report_loans_meetings_ReportOf",
                        column: x => x.ReportOf,
                        principalTable: "meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_loan_readings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_loan_readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_loan_readings_report_loans_MeetingId_FileId",
                        columns: x => new { x.MeetingId, x.FileId },
                        principalTable: "report_loans",
                        principalColumns: new[] { "MeetingId", "FileId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_loan_readings_MeetingId_FileId",
                table: "report_loan_readings",
                columns: new[] { "MeetingId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_report_loans_FileId",
                table: "report_loans",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_report_loans_ReportOf",
                table: "report_loans",
                column: "ReportOf");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_loan_readings");

            migrationBuilder.DropTable(
                name: "report_loans");
        }
    }
}
