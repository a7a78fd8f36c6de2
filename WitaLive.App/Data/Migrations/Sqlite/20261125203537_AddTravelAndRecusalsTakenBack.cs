using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddTravelAndRecusalsTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Calls",
                table: "possible_conflicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LiftReason",
                table: "possible_conflicts",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LiftedAt",
                table: "possible_conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LiftedBy",
                table: "possible_conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Partner",
                table: "possible_conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartnerFacts",
                table: "possible_conflicts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RestoredAt",
                table: "possible_conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ceded_fees",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ceded_fees", x => new { x.MeetingId, x.SeatId });
                    table.ForeignKey(
                        name: "FK_ceded_fees_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claimed_travel",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Means = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claimed_travel", x => new { x.MeetingId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_claimed_travel_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_claimed_travel_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_claimed_travel_PersonId",
                table: "claimed_travel",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ceded_fees");

            migrationBuilder.DropTable(
                name: "claimed_travel");

            migrationBuilder.DropColumn(
                name: "Calls",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "LiftReason",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "LiftedAt",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "LiftedBy",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "Partner",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "PartnerFacts",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "RestoredAt",
                table: "possible_conflicts");
        }
    }
}
