using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FiguresOfTheYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "FileId",
                table: "attestations",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.CreateTable(
                name: "file_days",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompleteOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WasAsked = table.Column<bool>(type: "boolean", nullable: false),
                    ReferredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HeardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    NotifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_days", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_file_days_files_FileId",
                        column: x => x.FileId,
                        principalTable: "files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_file_days_CompleteOn",
                table: "file_days",
                column: "CompleteOn");

            migrationBuilder.CreateIndex(
                name: "IX_file_days_DecidedOn",
                table: "file_days",
                column: "DecidedOn");

            migrationBuilder.CreateIndex(
                name: "IX_file_days_EndedOn",
                table: "file_days",
                column: "EndedOn");

            migrationBuilder.CreateIndex(
                name: "IX_file_days_HeardOn",
                table: "file_days",
                column: "HeardOn");

            migrationBuilder.CreateIndex(
                name: "IX_file_days_NotifiedOn",
                table: "file_days",
                column: "NotifiedOn");

            migrationBuilder.CreateIndex(
                name: "IX_file_days_ReceivedOn",
                table: "file_days",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_file_days_ReferredOn",
                table: "file_days",
                column: "ReferredOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_days");

            migrationBuilder.AlterColumn<Guid>(
                name: "FileId",
                table: "attestations",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
