using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeclinedLoansAndRecordedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DeclineReason",
                table: "report_loans",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeclinedAt",
                table: "report_loans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeclinedBy",
                table: "report_loans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RecordedOn",
                table: "amateur_registrations",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DeclineReason",
                table: "report_loans");

            migrationBuilder.DropColumn(
                name: "DeclinedAt",
                table: "report_loans");

            migrationBuilder.DropColumn(
                name: "DeclinedBy",
                table: "report_loans");

            migrationBuilder.DropColumn(
                name: "RecordedOn",
                table: "amateur_registrations");
        }
    }
}
