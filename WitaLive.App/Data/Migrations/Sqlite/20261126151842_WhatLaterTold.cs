using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatLaterTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "OpenedAt",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AtCourtNotedAt",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AtCourtNotedBy",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeathNotedAt",
                table: "attestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeathNotedBy",
                table: "attestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReferredAt",
                table: "agenda_lines",
                type: "TEXT",
                nullable: true);

            // What was evoked before this column was there.
            migrationBuilder.Sql("""
                UPDATE agenda_lines SET "ReferredAt" = (SELECT MAX(r."DecidedAt") FROM evocation_requests r WHERE r."ItemId" = agenda_lines."Id" AND r."State" = 'Accepted');
                """);
            // Both reasons stood in the answer, a blank line between them.
            migrationBuilder.Sql("""
                UPDATE evocation_requests SET "Answer" = substr("Answer", length("Reason") + 3)
                WHERE "State" = 'Accepted' AND substr("Answer", 1, length("Reason") + 2) = "Reason" || char(10) || char(10);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_agenda_lines_FileId",
                table: "agenda_lines",
                column: "FileId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_agenda_lines_FileId",
                table: "agenda_lines");

            migrationBuilder.DropColumn(
                name: "OpenedAt",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "AtCourtNotedAt",
                table: "files");

            migrationBuilder.DropColumn(
                name: "AtCourtNotedBy",
                table: "files");

            migrationBuilder.DropColumn(
                name: "DeathNotedAt",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "DeathNotedBy",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "ReferredAt",
                table: "agenda_lines");
        }
    }
}
