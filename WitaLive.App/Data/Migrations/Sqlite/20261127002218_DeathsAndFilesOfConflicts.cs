using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeathsAndFilesOfConflicts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FileId",
                table: "possible_conflicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeathNotedAt",
                table: "persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeathNotedBy",
                table: "persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DiedOn",
                table: "persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_possible_conflicts_FileId",
                table: "possible_conflicts",
                column: "FileId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_possible_conflicts_FileId",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "FileId",
                table: "possible_conflicts");

            migrationBuilder.DropColumn(
                name: "DeathNotedAt",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "DeathNotedBy",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "DiedOn",
                table: "persons");
        }
    }
}
