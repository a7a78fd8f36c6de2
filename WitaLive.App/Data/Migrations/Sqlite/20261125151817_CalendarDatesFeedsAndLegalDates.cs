using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CalendarDatesFeedsAndLegalDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "FixedHour",
                table: "agenda_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RequestedBy",
                table: "agenda_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RequestedOn",
                table: "agenda_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feeds", x => x.Person);
                    table.ForeignKey(
                        name: "FK_calendar_feeds_persons_Person",
                        column: x => x.Person,
                        principalTable: "persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provisional_dates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChamberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OnlineAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Series = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provisional_dates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_provisional_dates_chambers_ChamberId",
                        column: x => x.ChamberId,
                        principalTable: "chambers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_Key",
                table: "calendar_feeds",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_provisional_dates_ChamberId",
                table: "provisional_dates",
                column: "ChamberId");

            migrationBuilder.CreateIndex(
                name: "IX_provisional_dates_StartsAt",
                table: "provisional_dates",
                column: "StartsAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "provisional_dates");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "files");

            migrationBuilder.DropColumn(
                name: "FixedHour",
                table: "agenda_lines");

            migrationBuilder.DropColumn(
                name: "RequestedBy",
                table: "agenda_lines");

            migrationBuilder.DropColumn(
                name: "RequestedOn",
                table: "agenda_lines");
        }
    }
}
