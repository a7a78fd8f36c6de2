using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeclinedRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report_loan_declines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeclinedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_loan_declines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_loan_declines_report_loans_MeetingId_FileId",
                        columns: x => new { x.MeetingId, x.FileId },
                        principalTable: "report_loans",
                        principalColumns: new[] { "MeetingId", "FileId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_loan_declines_MeetingId_FileId",
                table: "report_loan_declines",
                columns: new[] { "MeetingId", "FileId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_loan_declines");
        }
    }
}
